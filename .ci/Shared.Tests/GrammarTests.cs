using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using BuyerPath.Toolbox;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Shared.Tests;

/// <summary>
/// Elements, attributes and their order in the solution against a grammar counted from real exports. What no
/// export has is listed here with its reason; anything else fails.
/// </summary>
public sealed class GrammarTests
{
    /// <summary>Kinds of parts, and which files are of the kind.</summary>
    private static readonly (string Kind, Regex Files)[] Kinds =
    [
        ("Entity", new("^Entities/[^/]+/Entity[.]xml$")), ("Form", new("^Entities/[^/]+/FormXml/")), ("View", new("^Entities/[^/]+/SavedQueries/")),
        ("Chart", new("^Entities/[^/]+/Visualizations/")), ("Ribbon", new("^Entities/[^/]+/RibbonDiff[.]xml$")), ("Dashboard", new("^Dashboards/")),
        ("OptionSet", new("^OptionSets/")), ("Relationship", new("^Other/Relationships/")), ("RelIndex", new("^Other/Relationships[.]xml$")),
        ("Role", new("^Roles/")), ("AppModule", new("^AppModules/")), ("SiteMap", new("^AppModuleSiteMaps/")), ("Assembly", new("[.]dll[.]data[.]xml$")),
        ("Step", new("^SdkMessageProcessingSteps/")), ("WebResource", new("^WebResources/.+[.]data[.]xml$")), ("ControlData", new("^Controls/[^/]+/ControlManifest[.]xml[.]data[.]xml$")),
        ("CustomApi", new("/customapi[.]xml$")), ("ApiParam", new("/customapirequestparameter[.]xml$")), ("ApiResp", new("/customapiresponseproperty[.]xml$")),
        ("EnvVar", new("/environmentvariabledefinition[.]xml$")), ("Solution", new("^Other/Solution[.]xml$")), ("Customizations", new("^Other/Customizations[.]xml$")),
    ];

    /// <summary>These kinds are recursive, so that an element is known by its name alone.</summary>
    private static readonly string[] ByNameAlone = ["Form", "Dashboard", "Ribbon", "SiteMap", "Chart", "View"];

    /// <summary>What no export of the grammar has, and why ours does.</summary>
    private static readonly IReadOnlyDictionary<string, string> Explained = new Dictionary<string, string>
    {
        ["<label> is repeated"] = "labels of Custom APIs and environment variables in two languages: those exports are all in one",
        ["<displayname> is repeated"] = "names of alternate keys in two languages: those exports are all in one",
        ["<EntityKey> is repeated"] = "two alternate keys of one table; the platform allows ten",
        ["<journey> is unknown"] = "the property of our own code component: exports have those of theirs",
        ["<logicalentityname> is unknown"] = "the table of a collection parameter, which is documented; no such parameter is exported there",
        ["entity[shell]/attributes/attribute[decimal] is unknown"] = "a decimal column on a standard table; on tables of their own exports have 306 of the same shape",
    };

    [Fact]
    public void Nothing_departs_from_real_exports_but_what_is_explained() =>
        Assert.Empty(Departures().Select(departure => departure.Says).Where(says => !Explained.Keys.Any(known => says.Contains(known, StringComparison.Ordinal))).Distinct());

    [Fact]
    public void Every_explained_departure_is_there() =>
        Assert.All(Explained.Keys, known => Assert.Contains(Departures(), departure => departure.Says.Contains(known, StringComparison.Ordinal)));

    [Fact]
    public void Every_file_of_the_source_is_of_a_known_kind() =>
        Assert.All(Source().Paths.Where(path => path.EndsWith(".xml", StringComparison.Ordinal)), path => Assert.NotNull(KindOf(path)));

    private static List<(string Path, string Says)> Departures()
    {
        using var grammar = JsonDocument.Parse(File.ReadAllBytes(Shared.PathOf("schemas/solution-grammar.json")));
        var source = Source();
        return
        [
            .. from path in source.Paths
               let kind = KindOf(path)
               where kind is not null
               from says in Walk(grammar.RootElement, kind, source.Xml(path), [])
               select (path, $"{kind}: {says}"),
        ];
    }

    private static SolutionSource Source() => SolutionSource.Load(Repository.PathOf("solution/src"));

    private static string? KindOf(string path) => Kinds.FirstOrDefault(kind => kind.Files.IsMatch(path)).Kind;

    private static IEnumerable<string> Walk(JsonElement grammar, string kind, XElement element, IReadOnlyList<string> above)
    {
        IReadOnlyList<string> path = [.. above, Refined(element)];
        var context = ByNameAlone.Contains(kind) ? path[^1] : string.Join('/', path.TakeLast(3));
        if (!grammar.TryGetProperty($"{kind}:{context}", out var known))
        {
            yield return ByNameAlone.Contains(kind) ? $"<{context}> is unknown." : $"{(path.Count > 1 && above[^1] != "attributes" ? $"<{path[^1]}>" : context)} is unknown.";
            yield break;
        }

        var children = known.GetProperty("kids");
        var names = element.Elements().Select(child => child.Name.LocalName).ToList();
        foreach (var name in names.Distinct())
        {
            if (!children.TryGetProperty(name, out _)) yield return $"<{name}> is unknown in {context}.";
            else if (names.Count(other => other == name) > 1 && !known.GetProperty("multi").TryGetProperty(name, out _)) yield return $"<{name}> is repeated in {context}.";
        }
        foreach (var attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration && attribute.Name.Namespace == XNamespace.None))
            if (!known.GetProperty("attrs").TryGetProperty(attribute.Name.LocalName, out _)) yield return $"@{attribute.Name} is unknown in {context}.";

        var count = known.GetProperty("n").GetInt32();
        foreach (var always in children.EnumerateObject().Where(child => count >= 10 && child.Value.GetInt32() == count && !names.Contains(child.Name)))
            yield return $"<{always.Name}> is missing in {context}; all {count} have it.";

        var order = known.GetProperty("order");
        var first = names.Distinct().ToList();
        for (var at = 1; at < first.Count; at++)
            for (var before = 0; before < at; before++)
                if (order.TryGetProperty($"{first[at]}>{first[before]}", out _)) yield return $"<{first[before]}> comes before <{first[at]}> in {context}; exports have it after.";

        foreach (var child in element.Elements())
            if (children.TryGetProperty(child.Name.LocalName, out _))
                foreach (var says in Walk(grammar, kind, child, path)) yield return says;
    }

    /// <summary>The name of an element, with its type where its shape depends on that, as the grammar calls it.</summary>
    private static string Refined(XElement element)
    {
        var name = element.Name.LocalName;
        return name switch
        {
            "attribute" when element.Element("Type") is { } type => $"attribute[{type.Value}{(element.Element("IsCustomField")?.Value == "0" ? ",sys" : "")}]",
            "EntityRelationship" when element.Element("EntityRelationshipType") is { } type => $"EntityRelationship[{type.Value}]",
            "entity" when element.Parent?.Name.LocalName == "EntityInfo" => element.Element("EntitySetName") is null ? "entity[shell]" : "entity[full]",
            "Entity" when element.Parent is null => element.Element("EntityInfo")?.Element("entity")?.Element("EntitySetName") is null ? "Entity[shell]" : "Entity[full]",
            "RootComponent" => $"RootComponent[{element.Attribute("type")?.Value}]",
            "optionset" when element.Element("OptionSetType") is { } type => $"optionset[{type.Value}]",
            _ => name,
        };
    }
}
