using System.Xml.Linq;

namespace BuyerPath.Toolbox.Source;

/// <summary>The frame around a table's description.</summary>
internal static class EntityXml
{
    /// <summary><c>Entity.xml</c>. The empty elements are where the packer puts forms, views and ribbon; without them it drops those files.</summary>
    public static XElement Of(string schemaName, Wording label, XElement entity)
    {
        var root = SourceXml.Root("Entity");
        root.Add(
            new XElement("Name", new XAttribute("LocalizedName", label.English), new XAttribute("OriginalName", label.English), schemaName),
            new XElement("EntityInfo", entity),
            new XElement("FormXml"),
            new XElement("SavedQueries"),
            new XElement("RibbonDiffXml"));
        return root;
    }

    /// <summary><c>RibbonDiff.xml</c> of a table whose commands nobody changed.</summary>
    public static XElement EmptyRibbon()
    {
        var root = SourceXml.Root("RibbonDiffXml");
        root.Add(
            new XElement("CustomActions"),
            new XElement("Templates", new XElement("RibbonTemplates", new XAttribute("Id", "Mscrm.Templates"))),
            new XElement("CommandDefinitions"),
            new XElement("RuleDefinitions", new XElement("TabDisplayRules"), new XElement("DisplayRules"), new XElement("EnableRules")),
            new XElement("LocLabels"));
        return root;
    }
}
