using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.PowerBi;

/// <summary>
/// The queries (M) that read tables from Dataverse: rows and columns are chosen first, so that Dataverse does it; names, days, shares and
/// labels are made afterwards. Choices come as numbers, because their names are translated and an unpublished one is blank.
/// </summary>
internal static class TableQuery
{
    /// <summary>Name of the parameter that holds the host.</summary>
    public const string Host = "EnvironmentHost";

    /// <summary>Name of the query that gives the label of a choice's value.</summary>
    public const string LabelFunction = "LabelOf";

    private const string CodeFunction = "CodeOf";

    /// <summary>The query of a table that comes from Dataverse.</summary>
    public static string Of(StarTable table)
    {
        var loaded = table.Columns.Where(column => column.Source is not null).ToList();
        var sources = loaded.Select(column => column.Source!).Concat(table.LoadedBy is { } by ? [by] : []).Distinct().ToList();
        List<(string Name, string Expression)> steps =
        [
            ("Source", $"CommonDataService.Database({Host}, [CreateNavigationProperties = false])"),
            ("Rows", $"Source{{[Schema = \"dbo\", Item = \"{table.Source}\"]}}[Data]"),
        ];
        if (table.LoadedBy is { } moment) steps.Add(("Period", $"Table.SelectRows(Rows, each [{moment}] >= RangeStart and [{moment}] < RangeEnd)"));
        steps.Add(("Chosen", $"Table.SelectColumns({steps[^1].Name}, {{{string.Join(", ", sources.Select(Quoted))}}})"));
        foreach (var column in loaded)
            steps.Add(($"With{steps.Count}", $"Table.AddColumn({steps[^1].Name}, {Quoted(column.Name.English)}, each {ValueOf(column)}, {TypeOf(column)})"));
        steps.Add(("Result", $"Table.SelectColumns({steps[^1].Name}, {{{string.Join(", ", loaded.Select(column => Quoted(column.Name.English)))}}})"));

        return $"let\n{string.Join(",\n", steps.Select(step => $"\t{step.Name} = {step.Expression}"))}\nin\n\tResult";
    }

    /// <summary>The labels of all choices as one record: of each value its English and its Finnish label.</summary>
    public static string Labels(IEnumerable<StarChoice> choices)
    {
        var lines = choices.Select(choice =>
            $"\t{choice.Name} = [{string.Join(", ", choice.Options.OrderBy(option => option.Key).Select(option => $"{Field(option.Key)} = {{{Quoted(option.Value.English)}, {Quoted(option.Value.Finnish)}}}"))}]");
        return $"[\n{string.Join(",\n", lines)}\n]";
    }

    /// <summary>The functions that look up a code and a label. A value without a label is shown as its number, never left out.</summary>
    public static IEnumerable<(string Name, string Expression, string Description)> Functions =>
    [
        (CodeFunction, Lookup("0"), "The English label of a choice's value: what measures compare with."),
        (LabelFunction, Lookup("if Language = \"fi\" then 1 else 0"), "The label of a choice's value in the language of the readers."),
    ];

    private static string Lookup(string place) =>
        $"(choice as text, value as nullable number) as nullable text =>\n\tif value = null then null else Record.FieldOrDefault(Record.Field(ChoiceLabels, choice), \"v\" & Text.From(value), {{Text.From(value), Text.From(value)}}){{{place}}}";

    private static string Field(int value) => $"v{value}";

    private static string ValueOf(StarColumn column) => column.Kind switch
    {
        ColumnKind.Key => $"Text.From([{column.Source}])",
        ColumnKind.Fraction => $"[{column.Source}] / 100",
        ColumnKind.Date => $"Date.From([{column.Source}])",
        ColumnKind.Code => $"{CodeFunction}(\"{column.Choice!.Name}\", [{column.Source}])",
        ColumnKind.Label => $"{LabelFunction}(\"{column.Choice!.Name}\", [{column.Source}])",
        _ => $"[{column.Source}]",
    };

    private static string TypeOf(StarColumn column) => column.Kind switch
    {
        ColumnKind.WholeNumber => "Int64.Type",
        ColumnKind.Amount or ColumnKind.Fraction => "type number",
        ColumnKind.Moment => "type datetime",
        ColumnKind.Date => "type date",
        ColumnKind.Flag => "type logical",
        _ => "type text",
    };

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
