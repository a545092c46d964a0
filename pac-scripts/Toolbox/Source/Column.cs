using System.Xml.Linq;

namespace BuyerPath.Toolbox.Source;

/// <summary>
/// A column as an export describes it. The defaults are those of an ordinary new column; <see cref="Columns"/> and
/// <see cref="SystemColumns"/> make the kinds there are.
/// </summary>
public sealed record Column
{
    /// <summary>Shown and searched everywhere.</summary>
    public const string Everywhere = "ValidForAdvancedFind|ValidForForm|ValidForGrid";

    /// <summary>Name with its casing; the logical name is the same in lower case.</summary>
    public required string SchemaName { get; init; }

    /// <summary>Type as exports call it: nvarchar, ntext, int, decimal, datetime, bit, picklist, lookup ...</summary>
    public required string Type { get; init; }

    /// <summary>What people see.</summary>
    public required Wording Label { get; init; }

    /// <summary>What it means, with its unit.</summary>
    public required Wording Description { get; init; }

    /// <summary>none, recommended, required or systemrequired.</summary>
    public string Required { get; init; } = "none";

    /// <summary>Where it is offered; null for columns that are never shown.</summary>
    public string? DisplayMask { get; init; } = Everywhere;

    /// <summary>Input method editor mode; null where exports have none.</summary>
    public string? InputMethod { get; init; } = "auto";

    /// <summary>May be set on an existing row.</summary>
    public bool IsUpdatable { get; init; } = true;

    /// <summary>May be set on a new row.</summary>
    public bool IsCreatable { get; init; } = true;

    /// <summary>False for the columns that the platform gives to every table.</summary>
    public bool IsCustom { get; init; } = true;

    /// <summary>Changes are audited.</summary>
    public bool IsAudited { get; init; } = true;

    /// <summary>Stored elsewhere than in the row.</summary>
    public bool IsLogical { get; init; }

    /// <summary>An admin may change whether it is required.</summary>
    public bool MayChangeRequirement { get; init; } = true;

    /// <summary>Pattern of a running number, empty for none.</summary>
    public string AutoNumber { get; init; } = "";

    /// <summary>Found by search, as exports mark name columns.</summary>
    public bool IsSearchable { get; init; }

    /// <summary>Filtered on by the platform, as exports mark some system columns.</summary>
    public bool IsFilterable { get; init; }

    /// <summary>Retrieved by the platform, as exports mark name columns.</summary>
    public bool IsRetrievable { get; init; }

    /// <summary>Power Fx that gives the value whenever it is read; null for a column that is stored.</summary>
    public string? Formula { get; init; }

    /// <summary>What only this type of column has; stands between the common elements and the labels.</summary>
    public IReadOnlyList<XElement> OwnElements { get; init; } = [];

    /// <summary>Its <c>attribute</c> element in a table of that name, children in the order of the exports.</summary>
    public XElement ToXml(string introducedVersion, string? formulaFile = null)
    {
        var attribute = ToXml();
        if (formulaFile is not null) attribute.Add(new XElement("FormulaDefinitionFileName", formulaFile));
        foreach (var version in attribute.Descendants("IntroducedVersion")) // its own, and that of a choice inside
            version.Value = introducedVersion;
        return attribute;
    }

    private XElement ToXml()
    {
        var logicalName = SchemaName.ToLowerInvariant();
        return new XElement("attribute", new XAttribute("PhysicalName", SchemaName),
            new XElement("Type", Type),
            new XElement("Name", logicalName),
            new XElement("LogicalName", logicalName),
            new XElement("RequiredLevel", Required),
            DisplayMask is null ? null : new XElement("DisplayMask", DisplayMask),
            InputMethod is null ? null : new XElement("ImeMode", InputMethod),
            Flag("ValidForUpdateApi", IsUpdatable),
            Flag("ValidForReadApi", true),
            Flag("ValidForCreateApi", IsCreatable),
            Flag("IsCustomField", IsCustom),
            Flag("IsAuditEnabled", IsAudited),
            IsLogical ? Flag("IsLogical", true) : null,
            Flag("IsSecured", false),
            new XElement("IntroducedVersion"),
            Flag("IsCustomizable", true),
            Flag("IsRenameable", true),
            Flag("CanModifySearchSettings", true),
            Flag("CanModifyRequirementLevelSettings", MayChangeRequirement),
            Flag("CanModifyAdditionalSettings", true),
            new XElement("SourceType", Formula is null ? 0 : 3),
            Flag("IsGlobalFilterEnabled", false),
            Flag("IsSortableEnabled", false),
            Flag("CanModifyGlobalFilterSettings", true),
            Flag("CanModifyIsSortableSettings", true),
            Flag("IsDataSourceSecret", false),
            new XElement("AutoNumberFormat", AutoNumber),
            Flag("IsSearchable", IsSearchable),
            Flag("IsFilterable", IsFilterable),
            Flag("IsRetrievable", IsRetrievable),
            Flag("IsLocalizable", false),
            OwnElements,
            Label.DisplayNames(),
            Description.Descriptions());
    }

    private static XElement Flag(string name, bool value) => new(name, value ? 1 : 0);
}
