using System.Xml.Linq;

namespace BuyerPath.Toolbox.Source;

/// <summary>Where a form is used.</summary>
public enum FormKind
{
    /// <summary>The page of a row.</summary>
    Main,

    /// <summary>The panel that makes a row from anywhere.</summary>
    QuickCreate,

    /// <summary>A part of other tables' forms that shows the row a lookup points at.</summary>
    QuickView,
}

/// <summary>A form to be added. One that is ours is the same file managed and unmanaged.</summary>
/// <param name="Table">Name of the table, in any casing.</param>
/// <param name="Kind">Where it is used.</param>
/// <param name="Key">What makes its ids: short, in English, the same for ever.</param>
/// <param name="Name">What people see.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Tabs">Its tabs.</param>
public sealed record NewForm(string Table, FormKind Kind, string Key, Wording Name, Wording Description, IReadOnlyList<FormTab> Tabs)
{
    /// <summary>Place among the forms of the table, from 1; null where the platform decides. Order 0 is the stock form's.</summary>
    public int? Order { get; init; }

    /// <summary>Writes the form into the folder of its table.</summary>
    /// <exception cref="SourceException">There is one already, or a column of ours does not exist.</exception>
    public void AddTo(SolutionSource source)
    {
        var table = source.Table(Table);
        var ids = IdsOf(Table, Kind, Key);
        source.Add($"{table.Folder}/FormXml/{FolderOf(Kind)}/{ids.Form}.xml", ToXml(new FormScope(table, ids), source.Manifest.Version));
    }

    internal static FormIds IdsOf(string table, FormKind kind, string key) => new($"form {table.ToLowerInvariant()} {FolderOf(kind)} {key}");

    private static string FolderOf(FormKind kind) => kind switch
    {
        FormKind.Main => "main",
        FormKind.QuickCreate => "quickCreate",
        _ => "quick",
    };

    private XElement ToXml(FormScope scope, string introducedVersion)
    {
        var root = SourceXml.Root("forms");
        root.Add(new XElement("systemform",
            new XElement("formid", scope.Ids.Form),
            new XElement("IntroducedVersion", introducedVersion),
            new XElement("FormPresentation", 1),
            new XElement("FormActivationState", 1),
            new XElement("form",
                new XElement("tabs", Tabs.Select(tab => tab.ToXml(scope, isNamed: Kind != FormKind.QuickCreate))),
                ControlDescriptions(scope),
                Order is null ? null : new XElement("DisplayConditions", new XAttribute("FallbackForm", true), new XAttribute("Order", Order), new XElement("Everyone"))),
            new XElement("IsCustomizable", 1),
            new XElement("CanBeDeleted", 1),
            Name.Names(),
            Description.Descriptions()));
        return root;
    }

    private XElement? ControlDescriptions(FormScope scope)
    {
        var descriptions = Tabs.SelectMany(tab => tab.Fields).Select(field => field.ControlDescription(scope)).OfType<XElement>().ToList();
        return descriptions.Count == 0 ? null : new XElement("controlDescriptions", descriptions);
    }
}

/// <summary>The ids inside a form, made of the form's own key so that a rebuild is identical.</summary>
internal sealed record FormIds(string Key)
{
    public string Form => StableId.Of(Key).ToString("B");

    public string Of(string part) => StableId.Of($"{Key} {part}").ToString("B");
}

/// <summary>What the parts of a form must know of the whole.</summary>
internal sealed record FormScope(TableSource Table, FormIds Ids);
