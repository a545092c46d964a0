using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Files;

/// <summary>No component says that it came with a later version than the solution has.</summary>
internal sealed class VersionsAreNotAhead : ICheck
{
    public IEnumerable<string> Findings(SolutionSource source)
    {
        var present = Version.Parse(source.Manifest.Version);
        return
            from file in source.Files(under: "")
            from introduced in file.Root.Descendants().Where(element => element.Name.LocalName is "IntroducedVersion" or "introducedversion")
            where !Version.TryParse(introduced.Value, out var version) || version > present
            select $"{file.Path}: came with version {introduced.Value}; the solution has {present}.";
    }
}
