namespace BuyerPath.Toolbox.Packing;

/// <summary>The packed solution that the build leaves, for the tests and programs that run what ships.</summary>
public static class BuiltSolution
{
    private const string Zip = "artifacts/solution/BuyerPath.zip";

    /// <summary>Absolute path of the zip, whether it is there or not.</summary>
    public static string Path => Repository.PathOf(Zip);

    /// <summary>Opens the zip for reading.</summary>
    /// <exception cref="FileNotFoundException">It has not been built.</exception>
    public static FileStream Open() => File.Exists(Path)
        ? File.OpenRead(Path)
        : throw new FileNotFoundException($"{Zip} is missing: run 'dotnet pac-scripts/build.cs'.");
}
