namespace BuyerPath.Toolbox;

/// <summary>Where things are in this repository, from wherever a script or test was started.</summary>
public static class Repository
{
    /// <summary>Absolute path of the folder that holds <c>BuyerPath.slnx</c>.</summary>
    /// <exception cref="DirectoryNotFoundException">Neither the working folder nor the program lies inside the repository.</exception>
    public static string Root { get; } =
        RootAbove(Directory.GetCurrentDirectory())
        ?? RootAbove(AppContext.BaseDirectory)
        ?? throw new DirectoryNotFoundException(
            $"No folder above {Directory.GetCurrentDirectory()} holds BuyerPath.slnx. Start the script inside the repository.");

    /// <summary>Absolute path of a file or folder given from the root, with <c>/</c> between the parts.</summary>
    public static string PathOf(string fromRoot) =>
        Path.Combine(Root, fromRoot.Replace('/', Path.DirectorySeparatorChar));

    private static string? RootAbove(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "BuyerPath.slnx")))
                return at.FullName;
        return null;
    }
}
