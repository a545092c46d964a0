using System.Globalization;
using BuyerPath.Toolbox.Admin.Connections;

namespace BuyerPath.Toolbox.Admin.Importing;

/// <summary>Brings the packed solution into an environment: the first time as an import, later as a staged upgrade.</summary>
public static class ImportSolution
{
    /// <summary>How to call it.</summary>
    public const string Usage = """
        Brings BuyerPath into an environment, or upgrades it there, and waits until it is done.

          dotnet pac-scripts/import.cs URL --settings dev|test|prod [options]

          --settings NAME      values of the environment variables: solution/config/NAME.json
          --unmanaged          the unmanaged zip, for environments of makers; else the managed one
          --zip FILE           another zip than artifacts/solution/BuyerPath_managed.zip
          --wait MINUTES       how long to wait for the end, 60 when left out
        """;

    /// <summary>Imports, when the environment does not have this version already.</summary>
    /// <exception cref="AdminException">It cannot be done, or failed.</exception>
    public static void Perform(Arguments arguments, Func<Pac> pac, Desk desk)
    {
        var session = Session.Of(arguments, desk);
        var package = SolutionPackage.Read(FileOf(arguments));
        var settings = DeploymentSettings.FileFor(arguments.Text("--settings", "test"));
        var wait = arguments.WholeNumber("--wait", 1, 24 * 60, 60);
        arguments.RefuseOthers(1);
        var values = DeploymentSettings.Read(settings, package);

        var driver = pac();
        session.WithPac(driver, () =>
        {
            var installed = InstalledSolution.Of(driver, session.Target);
            if (StepFor(package, installed) is not { } step)
            {
                desk.Say($"{package} is there already. Nothing to do.");
                return;
            }

            session.Agree($"{step.Sentence} in {session.Target.Url}:",
            [
                $"{Path.GetFileName(package.File)}, plugins activated{(package.IsManaged ? "" : ", customizations published")}",
                .. values.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => $"{value.Key} = {value.Value}"),
            ]);
            driver.Perform("read the sentence above; 'Solutions > See history' in make.powerapps.com shows the same with details. Running this again is safe.",
            [
                "solution", "import", "--path", package.File, "--environment", session.Target.Url,
                "--activate-plugins", "--settings-file", settings,
                "--async", "--max-async-wait-time", wait.ToString(CultureInfo.InvariantCulture),
                .. step.Switches,
            ]);
            RequireArrived(package, InstalledSolution.Of(driver, session.Target));
            desk.Say($"{package} is in {session.Target.Url}.");
            desk.Say("Next: seed.cs brings processes, assign.cs gives roles, doctor.cs tells whether all is well.");
        });
    }

    private static string FileOf(Arguments arguments)
    {
        var unmanaged = arguments.Flag("--unmanaged");
        return Path.GetFullPath(arguments.Find("--zip") ?? Repository.PathOf($"artifacts/solution/BuyerPath{(unmanaged ? "" : "_managed")}.zip"));
    }

    /// <summary>How this package gets into an environment that has these solutions; null when it is there already.</summary>
    /// <exception cref="AdminException">It must not get there so.</exception>
    internal static ImportStep? StepFor(SolutionPackage package, IReadOnlyList<InstalledSolution> installed)
    {
        if (installed.Any(solution => solution.Name == package.Name + InstalledSolution.StagedSuffix))
            throw new AdminException(
                $"An upgrade of {package.Name} was staged and never applied.",
                $"finish it with 'pac solution upgrade --solution-name {package.Name} --async', or delete {package.Name}{InstalledSolution.StagedSuffix} under Solutions; then run this again.");

        // Publishing is for what makers changed: a managed import publishes its own parts, and in production others' drafts are theirs to publish.
        string[] publish = package.IsManaged ? [] : ["--publish-changes"];
        if (installed.FirstOrDefault(solution => solution.Name == package.Name) is not { } present)
            return new ImportStep($"Import of {package}", publish);

        if (present.IsManaged is { } managed && managed != package.IsManaged)
            throw new AdminException(
                $"{package.Name} is {(managed ? "managed" : "unmanaged")} there, and {Path.GetFileName(package.File)} is {(package.IsManaged ? "managed" : "unmanaged")}.",
                managed ? "leave out --unmanaged, or take an environment of makers." : "give --unmanaged: that environment is a maker's.");
        if (present.Version > package.Version)
            throw new AdminException(
                $"{package.Name} {present.Version} is there, which is newer than {package.Version}.",
                "take the newer release of this repository ('git pull'), then build and run this again.");
        if (!package.IsManaged) return new ImportStep($"Import of {package} over {present.Version}", publish);

        return present.Version == package.Version
            ? null
            : new ImportStep($"Upgrade from {present.Version} to {package}, deleting what the newer version lacks", ["--stage-and-upgrade"]);
    }

    private static void RequireArrived(SolutionPackage package, IReadOnlyList<InstalledSolution> installed)
    {
        if (!installed.Any(solution => solution.Name == package.Name && solution.Version == package.Version))
            throw new AdminException($"pac reported success, but {package} is not in the list of solutions.", "see 'Solutions > See history' for how the import ended, then run this again.");
    }
}

/// <summary>What an import will do.</summary>
/// <param name="Sentence">In words.</param>
/// <param name="Switches">For pac.</param>
internal sealed record ImportStep(string Sentence, IReadOnlyList<string> Switches);
