using BuyerPath.Toolbox.Admin.Connections;

namespace BuyerPath.Toolbox.Admin.Doctor;

/// <summary>Looks for everything that can be wrong with BuyerPath in an environment. It changes nothing.</summary>
public static class EnvironmentExamination
{
    /// <summary>How to call it.</summary>
    public const string Usage = """
        Says what is wrong with BuyerPath in an environment, and what to do about it. It changes nothing.

          dotnet pac-scripts/doctor.cs URL [options]

        """;

    /// <summary>Examines the environment and tells what was found.</summary>
    /// <exception cref="AdminException">Something is wrong; it has been told what.</exception>
    public static void Perform(Arguments arguments, Desk desk)
    {
        var session = Session.Of(arguments, desk);
        arguments.RefuseOthers(1);
        using var connection = Connection.Open(session);
        if (connection.Find("solutions?$select=uniquename&$top=1") is null)
            throw new AdminException($"{session.Target.Url} has no tables of solutions, plugin steps and keys to examine: it is a sandbox.", "examine an environment; what the sandbox refuses it says by itself.");
        Perform(new Examined(connection, Shipped.Here, DateTimeOffset.UtcNow), desk);
    }

    internal static void Perform(Examined environment, Desk desk)
    {
        var findings = FindingsOf(environment, Examinations.First);
        if (findings.Count > 0) desk.Say($"Without the following nothing else can be looked at; {Examinations.Others.Count} examinations are left out.");
        else findings = FindingsOf(environment, Examinations.Others);

        foreach (var (examination, finding) in findings)
        {
            desk.Say($"FAULT {examination.GetType().Name}: {finding.Fault}");
            desk.Say($"      What to do: {finding.Remedy}");
        }
        if (findings.Count > 0) throw new AdminException($"{findings.Count} faults found.", "go through them from the top, then run doctor.cs again.");
        desk.Say($"Nothing found by {Examinations.First.Count + Examinations.Others.Count} examinations.");
    }

    private static List<(IExamination Examination, Finding Finding)> FindingsOf(Examined environment, IEnumerable<IExamination> examinations) =>
        [.. from examination in examinations from finding in examination.Examine(environment) select (examination, finding)];
}
