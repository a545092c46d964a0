using System.Xml.Linq;
using BuyerPath.Sandbox.Model;

namespace BuyerPath.Sandbox.Loading;

/// <summary>Turns a packed solution zip into a model. Contradictions and unknown things end the reading by name.</summary>
internal static class SolutionReader
{
    /// <exception cref="InvalidDataException">The zip is not a solution, is damaged, or contradicts itself.</exception>
    /// <exception cref="NotSupportedException">It uses something that the sandbox does not know.</exception>
    public static SolutionModel Read(Stream stream)
    {
        var zip = Zip.Read(stream);
        var manifest = zip.Xml("solution.xml").Element("SolutionManifest")
            ?? throw new InvalidDataException("solution.xml has no <SolutionManifest>.");
        var customizations = zip.Xml("customizations.xml");

        var components = ComponentReader.Read(customizations, manifest, zip);
        var assemblies = new AssemblyReader(customizations, zip);
        var relationships = new RelationshipReader(customizations.Element("EntityRelationships")?.Elements() ?? []);
        var entities = customizations.Element("Entities")?.Elements("Entity").ToList() ?? [];
        var manyToMany = relationships.ManyToMany.Concat(Platform.Instance.ManyToMany).Unique(many => many.SchemaName, "relationship");
        var tables = Tables(customizations, entities, relationships);
        CheckEnds(manyToMany.Values, tables);
        foreach (var (name, table) in manyToMany.Values.Select(IntersectTables.Of).Unique(table => table.LogicalName, "intersect table"))
        {
            if (!tables.TryAdd(name, table)) throw new InvalidDataException($"The intersect table '{name}' is called like another table.");
        }
        var oneToMany = OneToMany(tables, relationships);
        var webResources = (customizations.Element("WebResources")?.Elements("WebResource") ?? [])
            .Select(resource => WebResourceReader.Read(resource, zip))
            .Unique(resource => resource.Name, "web resource");

        var model = new SolutionModel
        {
            UniqueName = manifest.Required("UniqueName", "solution.xml"),
            Version = Version.TryParse(manifest.Optional("Version"), out var version)
                ? version
                : throw new InvalidDataException("solution.xml has no valid <Version>."),
            IsManaged = manifest.Flag("Managed", "solution.xml"),
            Tables = tables,
            OneToMany = oneToMany,
            ManyToMany = manyToMany,
            Roles = [.. (customizations.Element("Roles")?.Elements("Role").Select(RoleReader.Read) ?? []).Concat(Platform.Instance.Roles)
                .Unique(role => role.Id, "role").Values],
            Steps = [.. customizations.Element("SdkMessageProcessingSteps")?.Elements("SdkMessageProcessingStep")
                .Select(new StepReader(assemblies).Read) ?? []],
            CustomApis = new CustomApiReader(zip, assemblies).ReadAll().Unique(api => api.UniqueName, "custom API"),
            Assemblies = assemblies.Assemblies,
            Forms = [.. entities.SelectMany(FormReader.Forms)],
            Views = [.. entities.SelectMany(FormReader.Views)],
            Charts = [.. entities.SelectMany(ChartReader.Charts)],
            Dashboards = (customizations.Element("Dashboards")?.Elements("Dashboard") ?? [])
                .Select(DashboardReader.Read).Unique(dashboard => dashboard.Id, "dashboard"),
            Apps = [.. new AppReader(customizations, webResources).ReadAll()],
            WebResources = webResources,
            Buttons = [.. entities.SelectMany(WebResourceReader.Buttons)],
            CodeComponents = [.. CodeComponents(customizations, zip)],
            Components = components,
        };
        Check(model);
        return model;
    }

    private static Dictionary<string, Table> Tables(XElement customizations, List<XElement> entities, RelationshipReader relationships)
    {
        var choices = (customizations.Element("optionsets")?.Elements("optionset") ?? [])
            .Select(set => ChoiceReader.Read(set, isGlobal: true))
            .Unique(choice => choice.Name, "choice");
        var reader = new TableReader(new ColumnReader(choices), relationships);

        var tables = new Dictionary<string, Table>(Platform.Instance.Tables);
        foreach (var (name, table) in entities.Select(reader.Read).Unique(table => table.LogicalName, "table")) tables[name] = table;
        return tables;
    }

    private static Dictionary<string, OneToMany> OneToMany(Dictionary<string, Table> tables, RelationshipReader relationships)
    {
        var own = relationships.OneToMany;
        foreach (var one in own) CheckEnds(one, tables);

        var listed = own.Select(one => (one.ManyTable, one.Lookup, one.OneTable)).ToHashSet();
        var system = tables.Values.SelectMany(Platform.SystemRelationships)
            .Where(one => !listed.Contains((one.ManyTable, one.Lookup, one.OneTable)));
        return own.Concat(Platform.Instance.Relationships).Concat(system).Unique(one => one.SchemaName, "relationship");
    }

    private static void CheckEnds(OneToMany one, Dictionary<string, Table> tables)
    {
        var where = $"Relationship '{one.SchemaName}'";
        foreach (var end in new[] { one.OneTable, one.ManyTable })
        {
            if (!tables.ContainsKey(end)) throw Unsupported.Feature($"the table '{end}', for which there is no stand-in", where);
        }
        if (tables[one.ManyTable].Find(one.Lookup)?.Type is not (ColumnType.Lookup or ColumnType.Customer))
            throw new InvalidDataException($"{where} names the lookup '{one.Lookup}', which '{one.ManyTable}' does not have.");
    }

    private static void Check(SolutionModel model)
    {
        var controls = model.CodeComponents.Select(control => control.Name).ToHashSet();
        foreach (var form in model.Forms) FormReader.Check(form, model.Tables[form.Table], controls);
        foreach (var view in model.Views) FormReader.Check(view, model);
        foreach (var chart in model.Charts) ChartReader.Check(chart, model);
        foreach (var dashboard in model.Dashboards.Values) DashboardReader.Check(dashboard, model);
        foreach (var app in model.Apps) AppReader.Check(app, model);
        foreach (var button in model.Buttons) WebResourceReader.Check(button, model);
        foreach (var step in model.Steps) StepReader.Check(step, model);
        foreach (var api in model.CustomApis.Values) CustomApiReader.Check(api, model);
    }

    private static void CheckEnds(IEnumerable<ManyToMany> relationships, Dictionary<string, Table> tables)
    {
        foreach (var many in relationships)
        {
            var ends = new[] { many.FirstTable, many.SecondTable };
            if (ends.FirstOrDefault(end => !tables.ContainsKey(end)) is { } missing)
                throw Unsupported.Feature($"the table '{missing}', for which there is no stand-in", $"Relationship '{many.SchemaName}'");
        }
    }

    private static IEnumerable<CodeComponent> CodeComponents(XElement customizations, Zip zip)
    {
        foreach (var control in customizations.Element("CustomControls")?.Elements("CustomControl") ?? [])
        {
            var name = control.Required("Name", "A code component");
            var manifest = control.Required("FileName", $"Code component '{name}'").TrimStart('/');
            if (zip.Find(manifest) is null) throw new InvalidDataException($"Code component '{name}': the zip has no '{manifest}'.");
            var folder = manifest[..(manifest.LastIndexOf('/') + 1)];
            yield return new CodeComponent(name, zip.Paths
                .Where(path => path.StartsWith(folder, StringComparison.OrdinalIgnoreCase))
                .ToDictionary(path => path[folder.Length..], path => zip.Find(path)!));
        }
    }
}
