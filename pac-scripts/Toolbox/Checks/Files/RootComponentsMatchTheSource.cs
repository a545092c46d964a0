using System.Xml.Linq;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Files;

/// <summary>The manifest lists every component of the source once, and none that is not there; tables of our own with all their parts, tables of others with ours alone (the solution checker's <c>meta-include-unmanaged-entity-assets</c> and <c>meta-avoid-managed-entity-assets</c>).</summary>
internal sealed class RootComponentsMatchTheSource : ICheck
{
    public IEnumerable<string> Findings(SolutionSource source)
    {
        var listed = source.Manifest.RootComponents.Select(KeyOf).ToList();
        var present = (
            from kind in ComponentKind.All
            from file in kind.In(source)
            select (kind.RootType.ToString(provider: null), Identity: kind.IdentityOf(file) ?? "", file.Path)).ToList();

        foreach (var (type, identity, path) in present.Where(component => !listed.Contains((component.Item1, component.Identity))))
            yield return $"{Manifest.Path}: has no root component of type {type} for {identity}, which {path} describes.";

        foreach (var (type, identity) in listed.Except(present.Select(component => (component.Item1, component.Identity))))
            yield return $"{Manifest.Path}: lists a root component of type {type} '{identity}' that no file describes.";

        foreach (var twice in listed.GroupBy(key => key).Where(group => group.Count() > 1))
            yield return $"{Manifest.Path}: lists the root component of type {twice.Key.Type} '{twice.Key.Identity}' {twice.Count()} times.";

        foreach (var table in source.Tables)
        {
            var behavior = source.Manifest.RootComponents.FirstOrDefault(root => KeyOf(root) == ("1", table.LogicalName))?.Attribute("behavior")?.Value;
            var expected = table.IsExtended ? "2" : "0";
            if (behavior is not null && behavior != expected)
                yield return $"{Manifest.Path}: the root component of {table.LogicalName} needs behavior {expected}, not {behavior}.";
        }
    }

    private static (string Type, string Identity) KeyOf(XElement root) => (
        root.Attribute("type")?.Value ?? "",
        root.Attribute("id")?.Value ?? root.Attribute("schemaName")?.Value ?? "");
}
