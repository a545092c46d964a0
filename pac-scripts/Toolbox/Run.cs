using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace BuyerPath.Toolbox;

/// <summary>Starts other programs, the same on Windows and Linux; their output goes straight to the console.</summary>
public static class Run
{
    /// <summary>Runs a program to its end.</summary>
    /// <param name="folder">The working folder, absolute.</param>
    /// <param name="program">Its name as on Linux, such as <c>npm</c>.</param>
    /// <param name="arguments">One argument each; nothing is split or quoted by a shell.</param>
    /// <exception cref="FailedRunException">It is not installed or did not end with 0; the message says which and where.</exception>
    public static void In(string folder, string program, params string[] arguments)
    {
        var line = string.Join(' ', [program, .. arguments]);
        try
        {
            using var process = Process.Start(Started(folder, program, arguments))!;
            process.WaitForExit();
            if (process.ExitCode != 0) throw new FailedRunException($"'{line}' in {folder} ended with {process.ExitCode}; its output above says why.");
        }
        catch (Win32Exception)
        {
            throw Missing(program, arguments);
        }
    }

    /// <summary>Runs a program to its end, shows its output as it comes, and keeps it.</summary>
    /// <returns>The exit code, whatever it is, and all that was printed.</returns>
    /// <exception cref="FailedRunException">It is not installed.</exception>
    public static (int ExitCode, string Output) Capturing(string folder, string program, params string[] arguments) =>
        Captured(folder, program, arguments, shows: true);

    /// <summary>Runs a program to its end and keeps its output, which is for the script and not for its user.</summary>
    /// <returns>The exit code, whatever it is, and all that was printed.</returns>
    /// <exception cref="FailedRunException">It is not installed.</exception>
    public static (int ExitCode, string Output) Quietly(string folder, string program, params string[] arguments) =>
        Captured(folder, program, arguments, shows: false);

    /// <summary>True when a program of that name is on the PATH.</summary>
    public static bool IsInstalled(string program) => Found(program, OperatingSystem.IsWindows() ? WindowsEndings : [""]).Any();

    private static (int ExitCode, string Output) Captured(string folder, string program, string[] arguments, bool shows)
    {
        var output = new StringBuilder();
        void Keep(TextWriter console, string? line)
        {
            if (line is null) return;
            if (shows) console.WriteLine(line);
            lock (output) output.AppendLine(line);
        }

        using var process = new Process { StartInfo = Started(folder, program, arguments) };
        process.StartInfo.RedirectStandardOutput = process.StartInfo.RedirectStandardError = true;
        process.OutputDataReceived += (_, line) => Keep(Console.Out, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(Console.Error, line.Data);
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            throw Missing(program, arguments);
        }
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
        return (process.ExitCode, output.ToString());
    }

    private static ProcessStartInfo Started(string folder, string program, string[] arguments) =>
        new(OperatingSystem.IsWindows() ? WithEnding(program) : program, arguments) { WorkingDirectory = folder, UseShellExecute = false };

    private static FailedRunException Missing(string program, string[] arguments) =>
        new($"'{program}' is not installed, or not on the PATH. It is needed for '{string.Join(' ', [program, .. arguments])}'.");

    /// <summary>npm and sometimes pac are batch files on Windows, which are started only with their ending.</summary>
    private static string WithEnding(string program) => Found(program, WindowsEndings).FirstOrDefault(program);

    private static readonly string[] WindowsEndings = [".exe", ".cmd"];

    private static IEnumerable<string> Found(string program, string[] endings) =>
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        from ending in endings
        let file = Path.Combine(folder, program + ending)
        where File.Exists(file)
        select file;
}

/// <summary>A program that a script started could not do its part.</summary>
public sealed class FailedRunException(string message) : Exception(message);
