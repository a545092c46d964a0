using BuyerPath.Toolbox.Admin.Connections;
using BuyerPath.Toolbox.Admin.Importing;

namespace BuyerPath.Toolbox.Admin;

/// <summary>Takes BuyerPath out of an environment, after saying what goes with it.</summary>
public static class RemoveSolution
{
    /// <summary>How to call it.</summary>
    public const string Usage = """
        Takes BuyerPath out of an environment, with all its rows. It first says what to do before, and what will be lost.

          dotnet pac-scripts/remove.cs URL [options]

        """;

    private static readonly string[] DoFirst =
    [
        "make a backup: pac admin backup --environment URL --label \"before BuyerPath goes\"",
        "export the rows that you want to keep: Excel from their views, or Power BI",
        "take the form 'Buying journey', and views and dashboards of BuyerPath, out of other apps",
        "switch off flows that call buy_RecalculateJourneys",
    ];

    /// <summary>Removes it, when it is there and the administrator types its name.</summary>
    /// <exception cref="AdminException">It cannot be done.</exception>
    public static void Perform(Arguments arguments, Func<Pac> pac, Desk desk)
    {
        var session = Session.Of(arguments, desk);
        arguments.RefuseOthers(1);
        var shipped = Shipped.Here;
        var driver = pac();

        session.WithPac(driver, () =>
        {
            if (InstalledSolution.Of(driver, session.Target).FirstOrDefault(solution => solution.Name == shipped.SolutionName) is not { } present)
            {
                desk.Say($"{shipped.SolutionName} is not there. Nothing to do.");
                return;
            }
            if (present.IsManaged is false)
                throw new AdminException(
                    $"{present.Name} {present.Version} is unmanaged there: deleting it would leave its tables and rows.",
                    "delete its tables by hand under Solutions, or take a new environment for makers.");

            desk.Announce("Before you go on:", DoFirst);
            using (var connection = Connection.Open(session))
                session.Agree($"From {session.Target.Url} goes {present.Name} {present.Version}, and with it for good:", Losses(connection, shipped), answer: present.Name);
            driver.Perform("the sentence above names what still uses it; take it out there, then run this again.", "solution", "delete", "--solution-name", present.Name, "--environment", session.Target.Url);
            desk.Say($"{present.Name} is gone. Opportunities, accounts and contacts are as they were, without its columns.");
        });
    }

    private static IEnumerable<string> Losses(Connection connection, Shipped shipped)
    {
        var sets = connection.Rows("EntityDefinitions?$select=LogicalName,EntitySetName").ToDictionary(table => table.Text("LogicalName")!, table => table.Text("EntitySetName")!);
        foreach (var table in shipped.OwnTables.Where(sets.ContainsKey)) // an older release has fewer
            yield return $"{connection.Count(sets[table])} rows of {table}";
        yield return $"buying stage, scores and journey of {connection.Count("opportunities", "_buy_processid_value ne null")} opportunities";
    }
}
