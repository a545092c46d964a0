using System.IO.Compression;
using BuyerPath.Toolbox;
using BuyerPath.Toolbox.Admin;
using BuyerPath.Toolbox.Admin.Connections;
using BuyerPath.Toolbox.Admin.Importing;

namespace BuyerPath.Scripts.Tests;

public sealed class ImportTests : IDisposable
{
    private readonly RecordingPac pac = new();
    private readonly string zip = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.zip");

    public ImportTests() => WriteZip(managed: true);

    public void Dispose()
    {
        pac.Dispose();
        File.Delete(zip);
    }

    [Fact]
    public void The_first_import_activates_plugins_and_waits_with_the_settings_of_the_environment()
    {
        pac.HasNothing(once: true).Has("0.2.0.0").Answer("solution import");

        Import("--settings", "prod", "--yes");

        Assert.Equal(
            ["solution", "import", "--path", zip, "--environment", RecordingPac.Environment, "--activate-plugins",
             "--settings-file", Repository.PathOf("solution/config/prod.json"), "--async", "--max-async-wait-time", "60"],
            pac.Call("solution import"));
        Assert.Contains("BuyerPath 0.2.0.0 (managed) is in https://contoso.crm4.dynamics.com.", pac.Told);
    }

    [Fact]
    public void An_older_version_is_upgraded_in_stages()
    {
        pac.Has("0.1.0.0", once: true).Has("0.2.0.0").Answer("solution import");

        Import("--settings", "test", "--yes", "--wait", "90");

        Assert.Equal(["--async", "--max-async-wait-time", "90", "--stage-and-upgrade"], pac.Call("solution import")[^4..]);
        Assert.Contains("Upgrade from 0.1.0.0 to BuyerPath 0.2.0.0 (managed), deleting what the newer version lacks", pac.Told);
    }

    [Fact]
    public void Run_a_second_time_it_finds_nothing_to_do()
    {
        pac.Has("0.2.0.0");

        Import("--settings", "test");

        Assert.Equal([$"solution list --environment {RecordingPac.Environment} --json"], pac.Commands);
        Assert.Contains("BuyerPath 0.2.0.0 (managed) is there already. Nothing to do.", pac.Told);
    }

    [Fact]
    public void A_maker_imports_the_same_version_again_and_it_is_published()
    {
        WriteZip(managed: false);
        pac.Has("0.2.0.0", managed: false).Answer("solution import");

        Import("--settings", "dev", "--unmanaged", "--yes");

        Assert.Equal("--publish-changes", pac.Call("solution import")[^1]);
    }

    [Theory]
    [InlineData("0.3.0.0", true, "BuyerPath", "BuyerPath 0.3.0.0 is there, which is newer than 0.2.0.0.", "git pull")]
    [InlineData("0.1.0.0", false, "BuyerPath", "BuyerPath is unmanaged there", "give --unmanaged")]
    [InlineData("0.2.0.0", true, "BuyerPath_Upgrade", "was staged and never applied", "pac solution upgrade --solution-name BuyerPath --async")]
    public void What_must_not_be_imported_over_is_refused_with_its_remedy(string version, bool managed, string name, string fault, string remedy)
    {
        pac.Has(version, managed, name);

        var refusal = Assert.Throws<AdminException>(() => Import("--settings", "test", "--yes"));

        Assert.Contains(fault, refusal.Message);
        Assert.Contains(remedy, refusal.Message);
        Assert.DoesNotContain(pac.Commands, command => command.StartsWith("solution import", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("org who", "Error: No profiles were found on this computer.", "sign in with 'pac auth create")]
    [InlineData("solution list", "Error: principal user is missing prvReadSolution", "whether you may read solutions")]
    [InlineData("solution import", "Error: MissingDependency opportunity", "install it in the Power Platform admin center")]
    [InlineData("solution import", "Error: CustomizationLockException", "wait until")]
    [InlineData("solution import", "Error: The operation timed out", "--wait MINUTES")]
    [InlineData("solution import", "Error: something new", "Running this again is safe")]
    public void A_step_that_fails_ends_it_and_says_what_to_do(string step, string said, string remedy)
    {
        pac.Answer(step, said, exitCode: 1, once: true);
        pac.HasNothing().Answer("solution import");

        var fault = Assert.Throws<AdminException>(() => Import("--settings", "test", "--yes"));

        Assert.Contains($"'pac {step}' ended with 1", fault.Message);
        Assert.Contains(remedy, fault.Message);
        Assert.StartsWith(step, pac.Commands.Count == 0 ? "org who" : pac.Commands[^1], StringComparison.Ordinal); // nothing came after it
    }

    [Fact]
    public void Success_is_believed_only_when_the_version_is_there()
    {
        pac.Has("0.1.0.0").Answer("solution import");

        var fault = Assert.Throws<AdminException>(() => Import("--settings", "test", "--yes"));

        Assert.Contains("pac reported success, but BuyerPath 0.2.0.0 (managed) is not in the list of solutions", fault.Message);
    }

    [Theory]
    [InlineData("no", "type 'yes' when the list is what you want")]
    [InlineData(null, "give --yes when a pipeline runs this")]
    public void Without_agreement_nothing_is_imported(string? typed, string remedy)
    {
        pac.HasNothing();

        var refusal = Assert.Throws<AdminException>(() => ImportSolution.Perform(Typed("--settings", "test"), () => pac.Pac, pac.Desk(typed)));

        Assert.Contains("Nothing was changed.", refusal.Message);
        Assert.Contains(remedy, refusal.Message);
        Assert.Contains("buy_ClosingWithoutOutcome = flag", pac.Told);
        Assert.DoesNotContain(pac.Commands, command => command.StartsWith("solution import", StringComparison.Ordinal));
    }

    [Fact]
    public void Agreement_is_typed()
    {
        pac.HasNothing(once: true).Has("0.2.0.0").Answer("solution import");

        ImportSolution.Perform(Typed("--settings", "test"), () => pac.Pac, pac.Desk("Yes"));

        Assert.Contains(pac.Commands, command => command.StartsWith("solution import", StringComparison.Ordinal));
    }

    [Fact]
    public void A_profile_is_selected_before_anything_else()
    {
        pac.Answer("auth select").Has("0.2.0.0");

        Import("--settings", "test", "--profile", "contoso-test");

        Assert.Equal("auth select --name contoso-test", pac.Commands[0]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_service_principal_gets_a_profile_that_is_taken_away_whatever_happens_and_its_secret_is_never_told(int exitCode)
    {
        pac.Answer("auth create", exitCode: exitCode).Answer("auth delete").Answer("solution list", "Error", exitCode: 1);
        var session = new Session(Target.Of(Typed()), pac.Desk()) { Principal = new ServicePrincipal("tenant", "application", "hush") };

        var fault = Assert.Throws<AdminException>(() => session.WithPac(pac.Pac, () => InstalledSolution.Of(pac.Pac, session.Target)));

        Assert.Equal(
            ["auth", "create", "--name", "BuyerPath scripts", "--environment", RecordingPac.Environment, "--tenant", "tenant", "--applicationId", "application", "--clientSecret", "hush"],
            pac.Call("auth create"));
        Assert.DoesNotContain("hush", fault.Message + pac.Told + session);
        if (exitCode == 0) Assert.Equal("auth delete --name BuyerPath scripts", pac.Commands[^1]);
    }

    [Fact]
    public void A_pac_that_cannot_be_started_is_said_to_be_missing_without_its_arguments()
    {
        var session = new Session(Target.Of(Typed()), pac.Desk()) { Principal = new ServicePrincipal("tenant", "application", "hush") };

        var fault = Assert.Throws<AdminException>(() => session.WithPac(new Pac("no-such-pac"), () => { }));

        Assert.Contains("'no-such-pac' could not be started.", fault.Message);
        Assert.Contains("dotnet tool install --global Microsoft.PowerApps.CLI.Tool", fault.Message);
        Assert.DoesNotContain("hush", fault.Message);
    }

    [Theory]
    [InlineData("""{ "EnvironmentVariables": [ { "SchemaName": "buy_TakenBackMinutes", "Value": "60" } ] }""", "buy_ClosingWithoutOutcome is missing")]
    [InlineData("""{ "EnvironmentVariables": [ { "SchemaName": "buy_TakenBackMinute", "Value": "60" } ] }""", "did you mean 'buy_TakenBackMinutes'?")]
    [InlineData("""{ "EnvironmentVariables": [ { "SchemaName": "buy_TakenBackMinutes", "Value": "soon" } ] }""", "buy_TakenBackMinutes is \"soon\": give a whole number from 0 to 1440")]
    [InlineData("{ }", "is not a file of deployment settings")]
    public void Settings_that_do_not_fit_are_refused_before_anything_is_asked(string json, string fault)
    {
        var file = Path.Combine(pac.Folder, "settings.json");
        File.WriteAllText(file, json);

        var refusal = Assert.Throws<AdminException>(() => DeploymentSettings.Read(file, SolutionPackage.Read(zip)));

        Assert.Contains(fault, refusal.Message);
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("test")]
    [InlineData("prod")]
    public void The_settings_that_ship_fit_the_packed_solution(string name)
    {
        var package = SolutionPackage.Read(Repository.PathOf("artifacts/solution/BuyerPath_managed.zip"));

        Assert.Equal(package.Variables.Order(StringComparer.Ordinal), DeploymentSettings.Read(DeploymentSettings.FileFor(name), package).Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("contoso")]
    [InlineData("http://contoso.crm4.dynamics.com")]
    public void An_environment_is_named_by_its_https_address(string environment) =>
        Assert.Contains("is not the address of an environment", Assert.Throws<AdminException>(() => Target.Of(new Arguments([environment]))).Message);

    private void Import(params string[] options) => ImportSolution.Perform(Typed(options), () => pac.Pac, pac.Desk());

    private Arguments Typed(params string[] options) => new([RecordingPac.Environment + "/", "--zip", zip, .. options]);

    private void WriteZip(bool managed)
    {
        File.Delete(zip);
        using var archive = ZipFile.Open(zip, ZipArchiveMode.Create);
        using (var manifest = new StreamWriter(archive.CreateEntry("solution.xml").Open()))
            manifest.Write($"<ImportExportXml><SolutionManifest><UniqueName>BuyerPath</UniqueName><Version>0.2.0.0</Version><Managed>{(managed ? 1 : 0)}</Managed></SolutionManifest></ImportExportXml>");
        foreach (var variable in new DirectoryInfo(Repository.PathOf("solution/src/environmentvariabledefinitions")).GetDirectories())
            archive.CreateEntry($"environmentvariabledefinitions/{variable.Name}/environmentvariabledefinition.xml");
    }
}
