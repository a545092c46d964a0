using System.Xml.Linq;
using BuyerPath.Sandbox.Conversion;
using BuyerPath.Sandbox.Model;

namespace BuyerPath.Sandbox.Loading;

/// <summary>Reads an <c>attribute</c> element. Targets of lookups come later, from the relationships.</summary>
internal sealed class ColumnReader(IReadOnlyDictionary<string, Choice> globalChoices)
{
    public Column Read(XElement attribute, string table)
    {
        var schemaName = attribute.RequiredAttribute("PhysicalName", $"Table '{table}'");
        var where = $"Column '{table}.{schemaName}'";
        var type = TypeOf(attribute.Required("Type", where), where);
        var formulaFile = FormulaFileOf(attribute, where);

        var column = new Column
        {
            LogicalName = attribute.Required("LogicalName", where),
            SchemaName = schemaName,
            Type = type,
            DisplayName = attribute.Labels("displaynames", where),
            Description = attribute.Labels("Descriptions", where),
            IsBusinessRequired = attribute.Optional("RequiredLevel") == "required",
            IsSystemRequired = attribute.Optional("RequiredLevel") == "systemrequired",
            ValidForCreate = attribute.Flag("ValidForCreateApi", where),
            ValidForUpdate = attribute.Flag("ValidForUpdateApi", where),
            MaxLength = attribute.WholeNumber("MaxLength", where),
            Minimum = attribute.Decimal("MinValue", where),
            Maximum = attribute.Decimal("MaxValue", where),
            Precision = attribute.WholeNumber("Accuracy", where),
            Behavior = type == ColumnType.DateTime ? BehaviorOf(attribute, where) : null,
            Format = attribute.Optional("Format"),
            Choice = ChoiceOf(attribute, type, where),
            DefaultValue = formulaFile is null && attribute.WholeNumber("AppDefaultValue", where) is { } value and not -1 ? value : null,
            AutoNumberFormat = attribute.Optional("AutoNumberFormat"),
            FormulaFile = formulaFile,
            BaseOf = attribute.Optional("CalculationOf")?.ToLowerInvariant(),
        };
        if (column.LogicalName != schemaName.ToLowerInvariant())
            throw new InvalidDataException($"{where} has the logical name '{column.LogicalName}'; it must be the same in lower case.");
        if (column.AutoNumberFormat is { } format) _ = AutoNumber.Next(format, DateTime.UnixEpoch, () => 0); // refuses what it does not know
        if (column is { DefaultValue: { } chosen, Choice: { } choice } && choice.Find(chosen) is null)
            throw new InvalidDataException($"{where} has the default {chosen}, which is no option of '{choice.Name}'.");
        return column;
    }

    private Choice? ChoiceOf(XElement attribute, ColumnType type, string where)
    {
        var isChoice = type is ColumnType.Choice or ColumnType.Choices or ColumnType.YesNo or ColumnType.State or ColumnType.Status;
        if (!isChoice) return null;
        if (attribute.Element("optionset") is { } local) return ChoiceReader.Read(local, isGlobal: false);

        var name = attribute.Required("OptionSetName", where);
        return globalChoices.GetValueOrDefault(name)
            ?? throw new InvalidDataException($"{where} uses the choice '{name}', which the solution does not have.");
    }

    /// <summary>Null for a stored column. Calculated (1) and rollup columns (2) are workflows inside, which the sandbox does not run.</summary>
    private static string? FormulaFileOf(XElement attribute, string where)
    {
        const int stored = 0, formula = 3;
        if (attribute.Flag("IsSecured", where)) throw Unsupported.Feature("column security", where);

        var source = attribute.WholeNumber("SourceType", where) ?? stored;
        if (source is not (stored or formula)) throw Unsupported.Feature($"calculated columns (source type {source})", where);
        var file = attribute.Optional("FormulaDefinitionFileName");
        if (source == formula != file is not null)
            throw new InvalidDataException($"{where} has the source type {source} and {(file is null ? "no formula" : "a formula")}.");
        return file;
    }

    private static DateBehavior BehaviorOf(XElement attribute, string where) => attribute.WholeNumber("Behavior", where) switch
    {
        null or 1 => DateBehavior.UserLocal,
        2 => DateBehavior.DateOnly,
        3 => DateBehavior.TimeZoneIndependent,
        var other => throw new InvalidDataException($"{where}: <Behavior> is {other}; it must be 1, 2 or 3."),
    };

    private static ColumnType TypeOf(string name, string where) => name switch
    {
        "nvarchar" => ColumnType.Text,
        "ntext" => ColumnType.Memo,
        "int" => ColumnType.WholeNumber,
        "bigint" => ColumnType.BigInteger,
        "decimal" => ColumnType.Decimal,
        "float" => ColumnType.Double,
        "money" => ColumnType.Money,
        "datetime" => ColumnType.DateTime,
        "bit" => ColumnType.YesNo,
        "picklist" => ColumnType.Choice,
        "multiselectpicklist" => ColumnType.Choices,
        "state" => ColumnType.State,
        "status" => ColumnType.Status,
        "lookup" => ColumnType.Lookup,
        "customer" => ColumnType.Customer,
        "owner" => ColumnType.Owner,
        "primarykey" => ColumnType.PrimaryKey,
        "uniqueidentifier" => ColumnType.UniqueIdentifier,
        _ => throw Unsupported.Feature($"columns of type '{name}'", where),
    };
}
