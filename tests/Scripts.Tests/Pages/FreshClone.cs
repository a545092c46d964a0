using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using BuyerPath.Toolbox;

namespace BuyerPath.Scripts.Tests.Pages;

/// <summary>What somebody has who just cloned the repository as it is now: its files, committed, and nothing that was built.</summary>
internal sealed partial class FreshClone
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    // Always the same folder: 'dotnet FILE.cs' keeps what it compiled by the file's path, and would keep it for ever for a random one.
    public FreshClone()
    {
        Folder = Repository.PathOf("artifacts/fresh-clone");
        if (Directory.Exists(Folder)) Delete(Folder);
        foreach (var path in Files())
        {
            var copy = Path.Combine(Folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Repository.PathOf(path), copy);
        }
        Git("init", "--quiet");
        Git("add", ".");
        Git("-c", "user.name=Reader", "-c", "user.email=reader@contoso.com", "-c", "commit.gpgsign=false", "commit", "--quiet", "--message", "Begin");
    }

    public string Folder { get; }

    /// <summary>Files that differ from those that were cloned, without what git is told to ignore.</summary>
    public IReadOnlyList<string> Changed => [.. Git("status", "--porcelain").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[3..].Trim())];

    /// <summary>Types a command and what it asks for, and waits until it ends.</summary>
    /// <param name="command">As on a page; <c>cd FOLDER &amp;&amp;</c> may stand before it.</param>
    /// <param name="typed">What is answered to its questions.</param>
    /// <param name="programs">A folder whose programs are found before others.</param>
    /// <returns>The exit code, and what was printed.</returns>
    public (int ExitCode, string Output) Type(string command, string typed = "", string? programs = null)
    {
        var output = new StringBuilder();
        using var process = Start(command, programs, line => { lock (output) output.AppendLine(line); });
        process.StandardInput.Write(typed);
        process.StandardInput.Close();
        // Not for the end of its output: servers of the build that it started live on and hold it open.
        if (process.WaitForExit(Patience))
        {
            lock (output) return (process.ExitCode, output.ToString());
        }
        process.Kill(entireProcessTree: true);
        lock (output) return (-1, $"{output}It did not end within {Patience.TotalMinutes} minutes.");
    }

    /// <summary>Types a command that does not end by itself, waits until it has printed a line that matches, does something, and ends it.</summary>
    public async Task WhileRunning(string command, Regex line, Func<Match, Task> work)
    {
        var output = new StringBuilder();
        var found = new TaskCompletionSource<Match>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var process = Start(command, programs: null, text =>
        {
            lock (output) output.AppendLine(text);
            if (line.Match(text) is { Success: true } match) found.TrySetResult(match);
        });
        try
        {
            var first = await Task.WhenAny(found.Task, process.WaitForExitAsync(), Task.Delay(Patience));
            if (first != found.Task) throw new InvalidOperationException($"It never printed {line}:\n{output}");
            await work(await found.Task);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private Process Start(string command, string? programs, Action<string> print)
    {
        var (folder, words) = Words(command);
        var start = new ProcessStartInfo(words[0], words[1..])
        {
            WorkingDirectory = Path.Combine(Folder, folder),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        if (programs is not null)
        {
            start.Environment["PATH"] = programs + Path.PathSeparator + start.Environment["PATH"];
            if (File.Exists(Path.Combine(programs, words[0]))) start.FileName = Path.Combine(programs, words[0]);
        }
        foreach (var secret in new[] { "AZURE_TENANT_ID", "AZURE_CLIENT_ID", "AZURE_CLIENT_SECRET" }) start.Environment.Remove(secret);
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => print(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => print(line.Data ?? "");
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static (string Folder, string[] Words) Words(string command)
    {
        var inFolder = InFolder().Match(command);
        var words = Word().Matches(command[inFolder.Length..]).Select(word => word.Groups[1].Success ? word.Groups[1].Value : word.Value);
        return (inFolder.Groups[1].Value, [.. words]);
    }

    private string Git(params string[] arguments)
    {
        var (exitCode, output) = Run.Quietly(Folder, "git", arguments);
        return exitCode == 0 ? output : throw new InvalidOperationException(output);
    }

    // What git tracks and what is about to be added, as far as it is there.
    private static IEnumerable<string> Files()
    {
        var (exitCode, output) = Run.Quietly(Repository.Root, "git", "-c", "core.quotepath=off", "ls-files", "--cached", "--others", "--exclude-standard");
        return exitCode == 0
            ? output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().Where(path => File.Exists(Repository.PathOf(path)))
            : throw new InvalidOperationException($"These tests clone the repository with git, which says: {output}");
    }

    private static void Delete(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)) File.SetAttributes(file, FileAttributes.Normal); // git protects its own
        Directory.Delete(folder, recursive: true);
    }

    [GeneratedRegex(@"^cd (\S+) && ")]
    private static partial Regex InFolder();

    [GeneratedRegex("\"([^\"]*)\"|\\S+")]
    private static partial Regex Word();
}
