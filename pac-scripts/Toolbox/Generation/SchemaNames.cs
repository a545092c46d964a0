using System.Globalization;
using System.Xml.Linq;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Generation;

/// <summary>The names that code may use of the solution: tables, columns, choices and Custom APIs, in ordinal order of their logical names.</summary>
internal sealed record SchemaNames(IReadOnlyList<TableNames> Tables, IReadOnlyList<ChoiceNames> Choices, IReadOnlyList<ApiNames> Apis)
{
    private const int English = 1033;

    /// <summary>Columns that every table gets from the platform and that code has a use for.</summary>
    private static readonly IReadOnlyDictionary<string, string> PlatformColumns = new Dictionary<string, string>
    {
        ["createdon"] = "CreatedOn",
        ["modifiedon"] = "ModifiedOn",
        ["ownerid"] = "OwnerId",
        ["statecode"] = "StateCode",
        ["statuscode"] = "StatusCode",
    };

    /// <summary>What code uses of the tables that we extend: their source holds only our columns.</summary>
    private static readonly IReadOnlyDictionary<string, StandardTable> StandardTables = new Dictionary<string, StandardTable>
    {
        ["account"] = new("accounts", "A customer: the organisation that buys.",
        [
            new("AccountId", "accountid", null, "Id of the account."),
            new("Name", "name", null, "Name of the account."),
        ]),
        ["opportunity"] = new("opportunities", "A deal: what the seller hopes to sell to whom.",
        [
            new("OpportunityId", "opportunityid", null, "Id of the opportunity."),
            new("Name", "name", null, "Topic of the opportunity."),
            new("ParentAccountId", "parentaccountid", null, "The customer's account."),
            new("EstimatedValue", "estimatedvalue", null, "Estimated revenue."),
            new("SalesStage", "salesstage", null, "The seller's own stage."),
            new("StepName", "stepname", null, "The seller's stage in their business process flow, by name."),
            new("OwnerId", "ownerid", null, "The seller or team that owns it."),
            new("StateCode", "statecode", null, "Open, won or lost."),
            new("StatusCode", "statuscode", null, "Reason of the state."),
        ]),
    };

    /// <summary>Reads them from the unpacked solution.</summary>
    /// <exception cref="InvalidDataException">A part cannot be named in code; the message names it.</exception>
    public static SchemaNames Of(SolutionSource source)
    {
        var prefix = source.Manifest.Prefix + "_";
        return new SchemaNames(
            [.. source.Files("Entities/", "/Entity.xml").Select(file => TableOf(file, prefix)).OrderBy(table => table.LogicalName, StringComparer.Ordinal)],
            [.. source.Files("OptionSets/").Select(file => ChoiceOf(file, prefix))],
            [.. source.Files("customapis/", "/customapi.xml").Select(file => ApiOf(source, file, prefix))]);
    }

    private static TableNames TableOf(SourceFile file, string prefix)
    {
        var entity = file.Root.Element("EntityInfo")!.Element("entity")!;
        var schemaName = entity.Attribute("Name")!.Value;
        var logicalName = schemaName.ToLowerInvariant();
        var attributes = entity.Element("attributes")!.Elements().ToList();

        if (schemaName.StartsWith(prefix, StringComparison.Ordinal))
            return new TableNames(
                schemaName[prefix.Length..], logicalName, entity.Element("EntitySetName")!.Value, EnglishIn(entity.Element("Descriptions"), file),
                [.. Unambiguous(file, attributes.Select(attribute => ColumnOf(attribute, prefix, file)).OfType<ColumnNames>())]);

        if (!StandardTables.TryGetValue(logicalName, out var standard))
            throw new InvalidDataException($"{file.Path}: the schema does not know the standard table {logicalName}; add it to {nameof(StandardTables)}.");
        return new TableNames(
            schemaName, logicalName, standard.SetName, standard.Description,
            [.. Unambiguous(file, [.. standard.Columns, .. attributes.Select(attribute => ColumnOf(attribute, prefix, file)).OfType<ColumnNames>()])]);
    }

    /// <summary>Our columns, the id and <see cref="PlatformColumns"/>; null for the others, which are the platform's business.</summary>
    private static ColumnNames? ColumnOf(XElement attribute, string prefix, SourceFile file)
    {
        var schemaName = attribute.Attribute("PhysicalName")!.Value;
        var logicalName = attribute.Element("LogicalName")!.Value;
        var isLookup = attribute.Element("Type")!.Value == "lookup";

        if (schemaName.StartsWith(prefix, StringComparison.Ordinal))
            return new ColumnNames(schemaName[prefix.Length..], logicalName, isLookup ? schemaName : null, EnglishIn(attribute.Element("Descriptions"), file));
        return PlatformColumns.TryGetValue(logicalName, out var name)
            ? new ColumnNames(name, logicalName, null, EnglishIn(attribute.Element("Descriptions"), file))
            : null;
    }

    private static IEnumerable<ColumnNames> Unambiguous(SourceFile file, IEnumerable<ColumnNames> columns)
    {
        var named = new HashSet<string>(["LogicalName", "SetName"]);
        foreach (var column in columns)
            yield return named.Add(column.Name)
                ? column
                : throw new InvalidDataException($"{file.Path}: the name {column.Name} of {column.LogicalName} is taken in the generated code.");
    }

    private static ChoiceNames ChoiceOf(SourceFile file, string prefix)
    {
        var logicalName = file.Root.Attribute("Name")!.Value;
        var label = EnglishIn(file.Root.Element("displaynames"), file);
        var name = Identifier(label);
        if (prefix + name.ToLowerInvariant() != logicalName)
            throw new InvalidDataException($"{file.Path}: code gets the word boundaries of {logicalName} from its English label, but '{label}' does not spell it.");

        return new ChoiceNames(
            name, logicalName, EnglishIn(file.Root.Element("Descriptions"), file),
            [.. from option in file.Root.Element("options")!.Elements()
                let text = EnglishIn(option.Element("labels"), file)
                select new OptionName(Identifier(text), int.Parse(option.Attribute("value")!.Value, CultureInfo.InvariantCulture), text)]);
    }

    private static ApiNames ApiOf(SolutionSource source, SourceFile file, string prefix)
    {
        var uniqueName = file.Root.Attribute("uniquename")!.Value;
        var folder = file.Path[..^"customapi.xml".Length];
        var values = source.Files(folder).Where(part => part.Path != file.Path).Select(part => part.Root.Attribute("uniquename")!.Value);
        return new ApiNames(uniqueName[prefix.Length..], uniqueName, [.. values]);
    }

    private static string EnglishIn(XElement? labels, SourceFile file)
    {
        var text = labels?.Elements().FirstOrDefault(label => (int?)label.Attribute("languagecode") == English)?.Attribute("description")?.Value;
        return string.IsNullOrWhiteSpace(text)
            ? throw new InvalidDataException($"{file.Path}: {PathTo(labels)} has no text in English, which names and documents it in the code.")
            : text;
    }

    private static string PathTo(XElement? labels) =>
        labels is null ? "a label or description is missing; it" : string.Join('/', labels.AncestorsAndSelf().Reverse().Select(NameOf));

    private static string NameOf(XElement element) =>
        element.Attribute("PhysicalName")?.Value ?? element.Attribute("Name")?.Value ?? element.Name.LocalName;

    /// <summary>"Exit fact" becomes ExitFact.</summary>
    private static string Identifier(string label) =>
        string.Concat(
            from word in label.Split([' ', '-', '/'], StringSplitOptions.RemoveEmptyEntries)
            select char.ToUpperInvariant(word[0]) + string.Concat(word.Skip(1).Where(char.IsLetterOrDigit)));

    private sealed record StandardTable(string SetName, string Description, IReadOnlyList<ColumnNames> Columns);
}

/// <summary>A table in code.</summary>
internal sealed record TableNames(string Name, string LogicalName, string SetName, string Description, IReadOnlyList<ColumnNames> Columns);

/// <summary>A column in code. <paramref name="Navigation"/> is the name to bind a lookup by in the Web API.</summary>
internal sealed record ColumnNames(string Name, string LogicalName, string? Navigation, string Description);

/// <summary>A global choice in code.</summary>
internal sealed record ChoiceNames(string Name, string LogicalName, string Description, IReadOnlyList<OptionName> Options);

/// <summary>An option of a choice.</summary>
internal sealed record OptionName(string Name, int Value, string Label);

/// <summary>A Custom API in code, with its parameters and response properties.</summary>
internal sealed record ApiNames(string Name, string UniqueName, IReadOnlyList<string> Values);
