using System.Xml.Linq;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Files;

/// <summary>Where the packer puts files there is an empty element for them; without it the packer drops them silently.</summary>
internal sealed class PlaceholdersArePresent : ICheck
{
    private const string Customizations = "Other/Customizations.xml";

    private static readonly string[] TableFolders = ["FormXml", "SavedQueries", "Visualizations"];

    public IEnumerable<string> Findings(SolutionSource source)
    {
        var root = source.Xml(Customizations);
        var needed = ComponentKind.All.Where(kind => kind.In(source).Any()).Select(kind => kind.Placeholder).ToList();
        if (source.Relationships.Any() || source.ManyToMany.Any()) needed.Add("EntityRelationships");
        if (source.Has("Other/FieldSecurityProfiles.xml")) needed.Add("FieldSecurityProfiles");
        foreach (var name in needed.Where(name => root.Element(name) is null))
            yield return $"{Customizations}: <{name} /> is missing; the packer would drop what belongs there.";

        foreach (var code in Wording.Languages.Where(code => !Languages(root).Contains(code)))
            yield return $"{Customizations}: language {code} is missing from <Languages>; its labels would be lost.";

        foreach (var table in source.Tables)
        {
            if (table.Root.Element("RibbonDiffXml") is null)
                yield return $"{table.Path}: <RibbonDiffXml /> is missing; the packer fails on it.";
            foreach (var name in TableFolders.Where(name => source.Files($"{table.Folder}/{name}/").Any() && table.Root.Element(name) is null))
                yield return $"{table.Path}: <{name} /> is missing; the packer would drop the folder {name}.";
        }
    }

    private static IEnumerable<int> Languages(XElement root) =>
        root.Element("Languages")?.Elements("Language").Select(language => (int)language) ?? [];
}
