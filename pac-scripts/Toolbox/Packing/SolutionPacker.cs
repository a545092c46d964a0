using System.Xml.Linq;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Packing;

/// <summary>Which of the two zips.</summary>
public enum PackageType
{
    /// <summary>For development: everything can be changed after the import.</summary>
    Unmanaged = 0,

    /// <summary>For customers: can be upgraded and uninstalled as a whole.</summary>
    Managed = 1,
}

/// <summary>A packed solution.</summary>
/// <param name="Zip">The bytes of the zip; the same for the same source.</param>
/// <param name="Components">How many of each kind are in it.</param>
public sealed record PackedSolution(byte[] Zip, IReadOnlyDictionary<string, int> Components);

/// <summary>
/// Makes the zip that Microsoft's packer makes of the same source. Where that one leaves something out without a word
/// or overlooks a gap, this one refuses and names the file: every file of the source must find its place.
/// </summary>
public static class SolutionPacker
{
    private static readonly IReadOnlyList<IPart> Parts =
    [
        new TablePart(),
        new RelationshipPart(),
        new FieldSecurityPart(),
        new ImagePart(),
        .. FlatPart.All,
        .. FrameworkPart.All,
    ];

    /// <summary>Packs the staged source: the unpacked solution with the built files in their places.</summary>
    /// <exception cref="InvalidDataException">Something would be missing or wrong in the zip. The message lists all that was found, a line each.</exception>
    public static PackedSolution Pack(SolutionSource source, PackageType type)
    {
        var package = new Package(source, type);
        foreach (var part in Parts)
            part.PackInto(package);
        package.Claim(Manifest.Path);
        package.Claim(Package.CustomizationsPath);

        var findings = package.Findings.Concat(RootFindings(package)).Concat(LeftOver(package)).ToList();
        if (findings.Count > 0) throw new InvalidDataException(string.Join('\n', findings));

        package.Put("solution.xml", SolutionZip.Xml(ManifestFor(source, type)));
        package.Put("customizations.xml", SolutionZip.Xml(package.Customizations));
        return new PackedSolution(SolutionZip.Write(package.Entries), package.Counts);
    }

    /// <summary>The manifest says 2, source for both; each zip says which it is.</summary>
    private static XElement ManifestFor(SolutionSource source, PackageType type)
    {
        var manifest = new XElement(source.Xml(Manifest.Path));
        manifest.Element("SolutionManifest")!.Element("Managed")!.Value = $"{(int)type}";
        return manifest;
    }

    private static IEnumerable<string> RootFindings(Package package)
    {
        var manifest = package.Source.Xml(Manifest.Path).Element("SolutionManifest")!;
        if (manifest.Element("Managed")?.Value != "2")
            yield return $"{Manifest.Path}: <Managed> must be 2, which allows both zips to be packed.";

        var listed = package.Source.Manifest.RootComponents.Select(Root.Of).ToList();
        foreach (var twice in listed.GroupBy(root => root).Where(group => group.Count() > 1))
            yield return $"{Manifest.Path} lists {twice.Key} more than once.";
        foreach (var root in listed.Except(package.Roots.Keys))
            yield return $"{Manifest.Path} lists {root}, but the source has no such component.";
        foreach (var (root, path) in package.Roots.Where(present => !listed.Contains(present.Key)))
            yield return $"{path} is not listed in {Manifest.Path}: {root} is missing.";
    }

    private static IEnumerable<string> LeftOver(Package package) =>
        from path in package.Source.Paths
        where !package.IsClaimed(path)
        select path.EndsWith(Package.ManagedEnding, StringComparison.Ordinal)
            ? $"{path} has no plain file beside it, so the unmanaged zip would lack the component."
            : $"{path} would not be in the zip: the packer knows no component that lies there.";
}
