using BuyerPath.Toolbox.Admin.Connections;

namespace BuyerPath.Toolbox.Admin.Exporting;

/// <summary>Brings what a maker changed in an environment into <c>solution/src</c>, without the noise of an export.</summary>
public static class ExportSource
{
    /// <summary>How to call it.</summary>
    public const string Usage = """
        Brings what you changed in an environment of makers into solution/src: exports, unpacks, and leaves out the noise.

          dotnet pac-scripts/export.cs URL [options]

        solution/src must have no uncommitted changes, so that 'git diff' afterwards shows what you changed there.
        """;

    private const string Solution = "BuyerPath";

    /// <summary>Exports both packages, unpacks them and takes over what people made.</summary>
    /// <param name="arguments">What was typed.</param>
    /// <param name="pac">Microsoft's command line.</param>
    /// <param name="desk">Where the administrator is asked.</param>
    /// <param name="source">The folder that is changed.</param>
    /// <exception cref="AdminException">It cannot be done.</exception>
    public static void Perform(Arguments arguments, Func<Pac> pac, Desk desk, string source)
    {
        var session = Session.Of(arguments, desk);
        arguments.RefuseOthers(1);
        RequireCommitted(source);

        var driver = pac();
        var folder = Directory.CreateTempSubdirectory("buyerpath-export").FullName;
        try
        {
            session.WithPac(driver, () => Export(session, driver, folder, source));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Export(Session session, Pac pac, string folder, string source)
    {
        var zip = Path.Combine(folder, $"{Solution}.zip");
        var unpacked = Path.Combine(folder, "src");
        session.Agree($"{Solution} of {session.Target.Url} is exported, and {source} takes over:", ["what people make: tables, columns, forms, views, charts, apps, texts", "not what scripts write: " + string.Join(", ", ExportedFiles.Generated)]);

        const string Again = "see whether the solution is there and unmanaged ('pac solution list'), then run this again; nothing was changed.";
        pac.Perform(Again, "solution", "publish", "--environment", session.Target.Url);
        pac.Perform(Again, "solution", "export", "--name", Solution, "--path", zip, "--environment", session.Target.Url, "--overwrite", "--async");
        pac.Perform(Again, "solution", "export", "--name", Solution, "--path", Path.Combine(folder, $"{Solution}_managed.zip"), "--environment", session.Target.Url, "--overwrite", "--async", "--managed");
        // The managed zip is found beside the other, by its name.
        pac.Perform(Again, "solution", "unpack", "--zipfile", zip, "--folder", unpacked, "--packagetype", "Both");

        var changes = ExportedFiles.TakeOver(unpacked, source);
        foreach (var change in changes)
            session.Desk.Say(change);
        session.Desk.Say(changes.Count == 0 ? "Nothing has changed." : $"{changes.Count} files. Next: 'dotnet pac-scripts/schema.cs', 'dotnet pac-scripts/check.cs', then look at 'git diff'.");
    }

    private static void RequireCommitted(string source)
    {
        var (exitCode, output) = Run.Quietly(source, "git", "status", "--porcelain", ".");
        if (exitCode != 0) throw new AdminException($"git does not know {source}: {output.Trim()}", "export into a clone of the repository.");
        if (output.Trim().Length > 0) throw new AdminException($"{source} has changes that are not committed.", "commit or stash them, so that 'git diff' shows what the environment brings.");
    }
}
