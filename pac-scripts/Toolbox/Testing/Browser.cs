namespace BuyerPath.Toolbox.Testing;

/// <summary>The browser that the browser tests drive: Chrome, Edge or Chromium as installed on this machine.</summary>
public static class Browser
{
    /// <summary>Variable by which a user names a browser that is elsewhere.</summary>
    public const string Variable = "BUYERPATH_BROWSER";

    /// <summary>Absolute path of the browser; null when none is installed.</summary>
    public static string? Find() => Candidates().FirstOrDefault(File.Exists);

    /// <summary>Finds a browser; on Debian as root installs Chromium when there is none. Sets <see cref="Variable"/> for the tests.</summary>
    /// <exception cref="FailedRunException">There is none and it cannot be installed here; the message says what to install.</exception>
    public static void Ensure()
    {
        if (Find() is null && File.Exists("/etc/debian_version") && Environment.UserName == "root")
        {
            Run.In(Repository.Root, "apt-get", "update", "-qq");
            Run.In(Repository.Root, "apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-dejavu-core");
        }
        Environment.SetEnvironmentVariable(Variable, Find() ?? throw new FailedRunException(
            $"The browser tests need Chrome, Edge or Chromium, and none was found. Install one of them, or set {Variable} to the path of its program."));
    }

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named) yield return named;
        foreach (var name in new[] { "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge" })
            foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
                yield return Path.Combine(folder, name);
        foreach (var root in new[] { "ProgramFiles", "ProgramFiles(x86)", "LocalAppData" })
            if (Environment.GetEnvironmentVariable(root) is { Length: > 0 } folder)
            {
                yield return Path.Combine(folder, "Google", "Chrome", "Application", "chrome.exe");
                yield return Path.Combine(folder, "Microsoft", "Edge", "Application", "msedge.exe");
            }
        yield return "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
        yield return "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge";
        yield return "/Applications/Chromium.app/Contents/MacOS/Chromium";
    }
}
