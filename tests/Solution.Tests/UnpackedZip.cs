using System.IO.Compression;
using System.Xml.Linq;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Solution.Tests;

/// <summary>
/// The files that unpacking a zip gives, as Microsoft's packer lays them out: what a maker finds in the folder after
/// exporting. It goes by what is in the zip alone.
/// </summary>
internal sealed class UnpackedZip
{
    /// <summary>Components of one element each: where they stand in customizations.xml, and the file that each becomes.</summary>
    private static readonly IReadOnlyList<(string Placeholder, Func<XElement, string> PathOf)> Flat =
    [
        ("optionsets", choice => $"OptionSets/{Attribute(choice, "Name")}.xml"),
        ("Roles", role => $"Roles/{Attribute(role, "name")}.xml"),
        ("Dashboards", dashboard => $"Dashboards/{Child(dashboard, "FormId")}.xml"),
        ("WebResources", resource => $"WebResources/{Child(resource, "Name")}.data.xml"),
        ("CustomControls", control => $"{Child(control, "FileName").TrimStart('/')}.data.xml"),
        ("SolutionPluginAssemblies", assembly => $"{Child(assembly, "FileName").TrimStart('/')}.data.xml"),
        ("SdkMessageProcessingSteps", step => $"SdkMessageProcessingSteps/{Attribute(step, "SdkMessageProcessingStepId")}.xml"),
        ("AppModuleSiteMaps", map => $"AppModuleSiteMaps/{Child(map, "SiteMapUniqueName")}/AppModuleSiteMap.xml"),
        ("AppModules", app => $"AppModules/{Child(app, "UniqueName")}/AppModule.xml"),
    ];

    private readonly SortedDictionary<string, byte[]> _entries = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    private UnpackedZip(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        foreach (var entry in archive.Entries)
        {
            using var content = entry.Open();
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            _entries.Add(entry.FullName, bytes.ToArray());
        }
    }

    /// <summary>Path and content of every file.</summary>
    public static IReadOnlyDictionary<string, byte[]> Files(byte[] zip)
    {
        var unpacked = new UnpackedZip(zip);
        unpacked.Unpack();
        return unpacked._files;
    }

    private void Unpack()
    {
        var manifest = Take("solution.xml");
        manifest.Descendants("Managed").Single().Value = "2"; // the source of both
        Write("Other/Solution.xml", manifest);

        var customizations = Take("customizations.xml");
        UnpackTables(customizations.Element("Entities")!);
        UnpackRelationships(customizations.Element("EntityRelationships")!);
        foreach (var (placeholder, pathOf) in Flat)
            foreach (var component in TakeAll(customizations.Element(placeholder)!))
            {
                if (placeholder == "WebResources") MoveContent(Child(component, "FileName").TrimStart('/'), $"WebResources/{Child(component, "Name")}");
                Write(pathOf(component), component);
            }
        Write("Other/Customizations.xml", customizations);

        _entries.Remove("[Content_Types].xml");
        foreach (var (path, bytes) in _entries) _files.Add(path, bytes); // they lie where they lay
    }

    private void UnpackTables(XElement tables)
    {
        foreach (var table in TakeAll(tables))
        {
            var folder = $"Entities/{Child(table, "Name")}";
            foreach (var kind in TakeAll(table.Element("FormXml")!))
                foreach (var form in kind.Elements().ToList())
                    Write($"{folder}/FormXml/{Attribute(kind, "type")}/{Child(form, "formid")}.xml", SourceXml.Root("forms"), form);
            foreach (var view in table.Elements("SavedQueries").SelectMany(TakeAll).SelectMany(views => views.Elements()).ToList())
                Write($"{folder}/SavedQueries/{Child(view, "savedqueryid")}.xml", SourceXml.Root("savedqueries"), view);
            foreach (var chart in table.Elements("Visualizations").SelectMany(TakeAll).ToList())
                Write($"{folder}/Visualizations/{Child(chart, "savedqueryvisualizationid")}.xml", chart);

            var buttons = table.Element("RibbonDiffXml")!;
            Write($"{folder}/RibbonDiff.xml", new XElement(buttons));
            buttons.ReplaceWith(new XElement("RibbonDiffXml"));
            foreach (var formulas in table.Descendants("FormulaDefinitionFileName").Select(name => name.Value.TrimStart('/')).Distinct())
                MoveContent(formulas, $"{folder}/{formulas}");
            Write($"{folder}/Entity.xml", table);
        }
    }

    /// <summary>One file for each table on the one side, and an index of all.</summary>
    private void UnpackRelationships(XElement relationships)
    {
        var all = TakeAll(relationships);
        foreach (var file in all.GroupBy(relationship => relationship.Element("ReferencedEntityName")?.Value ?? Child(relationship, "FirstEntityName")))
            Write($"Other/Relationships/{file.Key}.xml", SourceXml.Root("EntityRelationships"), [.. file]);
        Write("Other/Relationships.xml", SourceXml.Root("EntityRelationships"),
            [.. all.Select(relationship => relationship.Attribute("Name")!.Value).Order(StringComparer.OrdinalIgnoreCase).Select(name => new XElement("EntityRelationship", new XAttribute("Name", name)))]);
    }

    private XElement Take(string entry)
    {
        _entries.Remove(entry, out var bytes);
        return SourceXml.Read(entry, bytes!);
    }

    /// <summary>What a placeholder holds, which stays behind empty.</summary>
    private static List<XElement> TakeAll(XElement placeholder)
    {
        var all = placeholder.Elements().ToList();
        placeholder.ReplaceWith(new XElement(placeholder.Name, placeholder.Attributes()));
        return all;
    }

    private void MoveContent(string entry, string path)
    {
        _entries.Remove(entry, out var bytes);
        _files.Add(path, bytes!);
    }

    private void Write(string path, XElement root, params XElement[] content)
    {
        root.Add(content);
        root.Attributes().Where(attribute => attribute.IsNamespaceDeclaration).Remove();
        if (!path.StartsWith("AppModules/", StringComparison.Ordinal)) root = new XElement(root.Name, root.Attributes(), SourceXml.Root("any").Attributes(), root.Nodes());
        _files.Add(path, SourceXml.Write(path, root));
    }

    private static string Attribute(XElement element, string name) => element.Attribute(name)!.Value;

    private static string Child(XElement element, string name) => element.Element(name)!.Value;
}
