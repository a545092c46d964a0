using System.Text.Json;

namespace BuyerPath.Toolbox.Admin.Connections;

/// <summary>Microsoft's command line for Power Platform, as people have it: on the PATH, or as a tool of this repository.</summary>
/// <param name="program">What is started.</param>
/// <param name="before">Arguments that go before each command.</param>
public sealed class Pac(string program, params string[] before)
{
    private const string HowToInstall =
        "install it once with 'dotnet tool install --global Microsoft.PowerApps.CLI.Tool', or for this repository with 'dotnet tool restore', or with the extension Power Platform Tools of Visual Studio Code.";

    /// <summary>The one on the PATH, else the one that the tool manifest brings.</summary>
    /// <exception cref="AdminException">There is none.</exception>
    public static Pac Installed()
    {
        if (Run.IsInstalled("pac")) return new Pac("pac");

        return Run.Quietly(Repository.Root, "dotnet", "pac", "help").ExitCode == 0
            ? new Pac("dotnet", "pac")
            : throw new AdminException("pac, the command line of Power Platform, is not installed.", HowToInstall);
    }

    /// <summary>Runs a command and shows its output as it comes.</summary>
    /// <param name="remedy">What the administrator can do when it fails; what pac said decides where it is known.</param>
    /// <param name="arguments">The command.</param>
    /// <exception cref="AdminException">It failed.</exception>
    public void Perform(string remedy, params string[] arguments)
    {
        var (exitCode, output) = Started(Run.Capturing, arguments);
        if (exitCode != 0) throw Failed(arguments, exitCode, "its output above says why", PacFault.RemedyFor(output) ?? remedy);
    }

    /// <summary>Runs a command that answers in JSON.</summary>
    /// <exception cref="AdminException">It failed, or answered something else.</exception>
    public JsonElement Ask(string remedy, params string[] arguments)
    {
        var (exitCode, output) = Started(Run.Quietly, [.. arguments, "--json"]);
        if (exitCode != 0) throw Failed(arguments, exitCode, output.Trim(), PacFault.RemedyFor(output) ?? remedy);

        // Before it, pac may say as whom it is connected.
        var lines = output.Split('\n');
        var json = string.Join('\n', lines.SkipWhile(line => line.TrimStart() is not ['{' or '[', ..]));
        try
        {
            return JsonDocument.Parse(json).RootElement;
        }
        catch (JsonException)
        {
            throw Failed(arguments, exitCode, $"did not answer in JSON but: {output.Trim()}", "bring pac up to date: 'pac install latest' or 'dotnet tool update --global Microsoft.PowerApps.CLI.Tool'.");
        }
    }

    private (int ExitCode, string Output) Started(Func<string, string, string[], (int, string)> run, string[] arguments)
    {
        try
        {
            return run(Repository.Root, program, [.. before, .. arguments]);
        }
        catch (FailedRunException)
        {
            throw new AdminException($"'{program}' could not be started.", HowToInstall); // not its message: that repeats the arguments, and one may be a secret
        }
    }

    // Only the command's name: an argument may be a secret.
    private static AdminException Failed(string[] arguments, int exitCode, string why, string remedy) =>
        new($"'pac {arguments[0]} {arguments[1]}' ended with {exitCode}: {why}.", remedy);
}
