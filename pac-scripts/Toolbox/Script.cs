using BuyerPath.Toolbox.Admin;
using BuyerPath.Toolbox.Admin.Connections;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox;

/// <summary>The frame of every script: an error that its user can do something about is one sentence and exit code 1.</summary>
public static class Script
{
    /// <summary>Runs the script's verb and gives its exit code.</summary>
    public static int Run(Action verb)
    {
        try
        {
            verb();
            return Environment.ExitCode; // a verb that found something wrong, but has more to say, sets it
        }
        catch (Exception refusal) when (refusal is InvalidDataException or SourceException or AdminException or WebApiException or FailedRunException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            Console.Error.WriteLine(refusal.Message);
            return 1;
        }
    }

    /// <summary>Saves the solution's source where it was loaded from, deletes the files that it no longer needs, and tells which.</summary>
    /// <returns>How many files were written or deleted.</returns>
    public static int Save(SolutionSource source, string folder, IReadOnlyCollection<string> obsolete)
    {
        source.Save(folder);
        foreach (var path in obsolete)
        {
            File.Delete(Path.Combine(folder, path));
            Console.WriteLine($"deleted {path}");
        }
        foreach (var path in source.Changed)
            Console.WriteLine($"wrote   {path}");
        return source.Changed.Count + obsolete.Count;
    }
}
