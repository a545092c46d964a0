using System.IO.Compression;
using System.Xml.Linq;
using BuyerPath.Toolbox.Admin.Connections;

namespace BuyerPath.Toolbox.Admin;

/// <summary>Brings configuration data into an environment, in one language.</summary>
public static class SeedData
{
    /// <summary>How to call it.</summary>
    public const string Usage = """
        Brings configuration data into an environment: buying processes with their questions, and content and segments to begin with.

          dotnet pac-scripts/seed.cs URL --language en|fi [--starter] [--sample] [options]

          --language           one language per environment: the rows are the same, only their texts differ
          --starter            also content and segments, once: later they are the administrator's own
          --sample             also the sample pipeline, for an environment to try things in: its accounts, contacts and
                               opportunities are yours, with a history that begins today. It needs the starter content
        """;

    private static readonly Dictionary<string, string> Languages = new(StringComparer.Ordinal) { ["en"] = "English", ["fi"] = "Finnish" };

    /// <summary>Imports the packages that are wanted and not there.</summary>
    /// <param name="arguments">What was typed.</param>
    /// <param name="pac">Microsoft's command line.</param>
    /// <param name="desk">Where the administrator is asked.</param>
    /// <param name="sample">Brings the sample pipeline.</param>
    /// <exception cref="AdminException">It cannot be done.</exception>
    public static void Perform(Arguments arguments, Func<Pac> pac, Desk desk, Action<Connection, Desk> sample)
    {
        var session = Session.Of(arguments, desk);
        var language = arguments.OneOf("--language", Languages.Keys.ToDictionary(key => key, StringComparer.Ordinal));
        var wantsStarter = arguments.Flag("--starter");
        var wantsSample = arguments.Flag("--sample");
        arguments.RefuseOthers(1);

        using var connection = Connection.Open(session);
        if (connection.Find("EntityDefinitions(LogicalName='buy_process')?$select=LogicalName") is null)
            throw new AdminException($"{session.Target.Url} has no BuyerPath.", "import the solution first: dotnet pac-scripts/import.cs help");
        RequireLanguage(connection, language);

        var packages = new List<string> { PackageOf("Processes", language) };
        if (wantsStarter && connection.Count("buy_segments") is { IsAny: true } segments)
            desk.Say($"{segments} segments are there: the starter package is left out, for it would undo what was changed in them.");
        else if (wantsStarter)
            packages.Add(PackageOf("Starter", language));

        session.Agree($"Into {session.Target.Url}, in {Languages[language]}, rows that are there are written again:", [.. packages.Select(Path.GetFileName).OfType<string>(), .. wantsSample ? ["the sample pipeline, without what of it is there"] : Array.Empty<string>()]);
        var driver = pac();
        session.WithPac(driver, () =>
        {
            foreach (var package in packages)
                driver.Perform("read the sentence above; running this again is safe.", "data", "import", "--data", package, "--environment", session.Target.Url);
        });
        if (wantsSample) sample(connection, desk);
        desk.Say("Done. Next: backfill.cs gives opportunities that exist a process.");
    }

    private static string PackageOf(string name, string language)
    {
        var file = Repository.PathOf($"artifacts/data/BuyerPath.{name}.{language}.zip");
        return File.Exists(file) ? file : throw new AdminException($"There is no {file}.", "write it with 'dotnet pac-scripts/data.cs'.");
    }

    // The rows of both languages have the same ids: importing the other one would rename the processes that people follow.
    private static void RequireLanguage(Connection connection, string language)
    {
        var present = connection.Rows("buy_processes?$select=buy_processid,buy_name").ToDictionary(row => Guid.Parse(row.Text("buy_processid")!), row => row.Text("buy_name")!);
        foreach (var other in Languages.Where(other => other.Key != language))
        {
            var names = ProcessNames(PackageOf("Processes", language));
            var otherNames = ProcessNames(PackageOf("Processes", other.Key));
            var renamed = present.FirstOrDefault(row => otherNames.TryGetValue(row.Key, out var theirs) && theirs == row.Value && names[row.Key] != theirs);
            if (renamed.Value is not null)
                throw new AdminException($"The processes of this environment are in {other.Value}: '{renamed.Value}'.", $"give --language {other.Key}, or take another environment for {Languages[language]}.");
        }
    }

    private static Dictionary<Guid, string> ProcessNames(string package)
    {
        using var zip = ZipFile.OpenRead(package);
        using var stream = zip.GetEntry("data.xml")!.Open();
        return XElement.Load(stream).Elements("entity").Single(table => table.Attribute("name")!.Value == "buy_process").Descendants("record").ToDictionary(
            record => Guid.Parse(record.Attribute("id")!.Value),
            record => record.Elements("field").Single(field => field.Attribute("name")!.Value == "buy_name").Attribute("value")!.Value);
    }
}
