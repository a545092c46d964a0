using System.Xml.Linq;

namespace BuyerPath.Toolbox.Source;

/// <summary>The kinds of columns that our tables are made of.</summary>
public static class Columns
{
    private const string PrimaryNameMask = "PrimaryName|" + Column.Everywhere + "|RequiredForForm";
    private const string NumberedNameMask = "PrimaryName|ReadOnlyInUI|" + Column.Everywhere + "|RequiredForForm";

    /// <summary>A text of at most 4000 characters; <paramref name="format"/> <c>text</c> is one line, <c>textarea</c> several, <c>url</c> a web address.</summary>
    public static Column Text(string schemaName, Wording label, Wording description, int maxLength, string format = "text") => new()
    {
        SchemaName = schemaName, Type = "nvarchar", Label = label, Description = description,
        OwnElements = [new("Format", format), new("MaxLength", maxLength), new("Length", 2 * maxLength)],
    };

    /// <summary>The column that names a row.</summary>
    public static Column PrimaryName(string schemaName, Wording label, Wording description, int maxLength) =>
        Text(schemaName, label, description, maxLength) with
        {
            DisplayMask = PrimaryNameMask, Required = "required", IsSearchable = true, IsRetrievable = true,
        };

    /// <summary>The column that names a row by a running number, as <c>A-{SEQNUM:6}</c>. The platform fills it, so it is required of nobody.</summary>
    public static Column PrimaryNumber(string schemaName, Wording label, Wording description, string pattern) =>
        PrimaryName(schemaName, label, description, maxLength: 100) with
        {
            DisplayMask = NumberedNameMask, Required = "none", AutoNumber = pattern,
        };

    /// <summary>A long text, not offered in advanced find.</summary>
    public static Column Memo(string schemaName, Wording label, Wording description, int maxLength) => new()
    {
        SchemaName = schemaName, Type = "ntext", Label = label, Description = description,
        DisplayMask = "ValidForForm|ValidForGrid",
        OwnElements = [new("Format", "textarea"), new("MaxLength", maxLength)],
    };

    /// <summary>A whole number within these limits.</summary>
    public static Column WholeNumber(string schemaName, Wording label, Wording description, int minimum, int maximum) => new()
    {
        SchemaName = schemaName, Type = "int", Label = label, Description = description, InputMethod = "disabled",
        OwnElements = [new("Format", "none"), new("MinValue", minimum), new("MaxValue", maximum)],
    };

    /// <summary>A decimal number with so many <paramref name="digits"/> after the point (0 to 10).</summary>
    public static Column Decimal(string schemaName, Wording label, Wording description, decimal minimum, decimal maximum, int digits) => new()
    {
        SchemaName = schemaName, Type = "decimal", Label = label, Description = description,
        OwnElements = [new("MinValue", minimum), new("MaxValue", maximum), new("Accuracy", digits)],
    };

    /// <summary>A moment, shown in the time zone of whoever looks.</summary>
    public static Column DateTime(string schemaName, Wording label, Wording description) => Date(schemaName, label, description, "datetime", behavior: 1);

    /// <summary>A day without time, the same everywhere.</summary>
    public static Column DateOnly(string schemaName, Wording label, Wording description) => Date(schemaName, label, description, "date", behavior: 2);

    /// <summary>Yes or no; without an answer it is <paramref name="byDefault"/>.</summary>
    public static Column YesNo(string table, string schemaName, Wording label, Wording description, bool byDefault) => new()
    {
        SchemaName = schemaName, Type = "bit", Label = label, Description = description,
        OwnElements =
        [
            new("AppDefaultValue", byDefault ? 1 : 0),
            new("optionset", new XAttribute("Name", $"{table}_{schemaName}".ToLowerInvariant()),
                new XElement("OptionSetType", "bit"),
                new XElement("IntroducedVersion"),
                new XElement("IsCustomizable", 1),
                new XElement("ExternalTypeName", ""),
                label.DisplayNames(),
                description.Descriptions(),
                new XElement("options", NewChoice.Option(1, new("Yes", "Kyllä")), NewChoice.Option(0, new("No", "Ei")))),
        ],
    };

    /// <summary>One option of a global choice; none is chosen by default.</summary>
    public static Column Choice(string schemaName, Wording label, Wording description, string globalChoice) => new()
    {
        SchemaName = schemaName, Type = "picklist", Label = label, Description = description,
        OwnElements = [new("AppDefaultValue", -1), new("OptionSetName", globalChoice)],
    };

    /// <summary>A column whose value Power Fx gives whenever it is read: a decimal number or yes/no. Nobody can write it.</summary>
    public static Column Computed(Column column, string formula) => column with
    {
        Formula = formula, IsCreatable = false, IsUpdatable = false, IsAudited = false,
        OwnElements = [.. column.OwnElements.Select(WithoutExternalType)],
    };

    /// <summary>A reference to a row; to which table says the relationship (<see cref="NewLookup"/>).</summary>
    public static Column Lookup(string schemaName, Wording label, Wording description) => new()
    {
        SchemaName = schemaName, Type = "lookup", Label = label, Description = description, InputMethod = null, IsAudited = false,
        OwnElements = [new("LookupStyle", "single"), new("LookupTypes")],
    };

    /// <summary>Exports say of no computed choice what external type it stands for.</summary>
    private static XElement WithoutExternalType(XElement element)
    {
        var copy = new XElement(element);
        copy.Elements("ExternalTypeName").Remove();
        return copy;
    }

    private static Column Date(string schemaName, Wording label, Wording description, string format, int behavior) => new()
    {
        SchemaName = schemaName, Type = "datetime", Label = label, Description = description,
        OwnElements = [new("Format", format), new("CanChangeDateTimeBehavior", 1), new("Behavior", behavior)],
    };
}
