using System.IO.Compression;
using System.Xml.Linq;

namespace BuyerPath.Toolbox.Admin.Importing;

/// <summary>What a solution zip says of itself.</summary>
/// <param name="File">Where it lies.</param>
/// <param name="Name">Unique name.</param>
/// <param name="Version">Its version.</param>
/// <param name="IsManaged">Whether it is the managed one.</param>
/// <param name="Variables">Schema names of its environment variables.</param>
public sealed record SolutionPackage(string File, string Name, Version Version, bool IsManaged, IReadOnlyList<string> Variables)
{
    private const string VariableFolder = "environmentvariabledefinitions/";

    /// <summary>Reads the zip.</summary>
    /// <exception cref="AdminException">It is not there, or is no solution.</exception>
    public static SolutionPackage Read(string file)
    {
        if (!System.IO.File.Exists(file)) throw new AdminException($"There is no {file}.", "make it with 'dotnet pac-scripts/build.cs', or name another with --zip FILE.");

        using var zip = OpenZip(file);
        var manifest = zip.GetEntry("solution.xml") ?? throw NoSolution(file);
        using var stream = manifest.Open();
        var solution = XElement.Load(stream).Element("SolutionManifest") ?? throw NoSolution(file);
        return new SolutionPackage(
            file,
            solution.Element("UniqueName")!.Value,
            System.Version.Parse(solution.Element("Version")!.Value),
            solution.Element("Managed")!.Value == "1",
            [.. zip.Entries.Where(entry => entry.FullName.StartsWith(VariableFolder, StringComparison.Ordinal)).Select(entry => entry.FullName.Split('/')[1]).Distinct()]);
    }

    /// <summary>How people call it.</summary>
    public override string ToString() => $"{Name} {Version} ({(IsManaged ? "managed" : "unmanaged")})";

    private static ZipArchive OpenZip(string file)
    {
        try
        {
            return ZipFile.OpenRead(file);
        }
        catch (InvalidDataException)
        {
            throw NoSolution(file);
        }
    }

    private static AdminException NoSolution(string file) => new($"{file} is not a packed solution.", "make one with 'dotnet pac-scripts/build.cs'.");
}
