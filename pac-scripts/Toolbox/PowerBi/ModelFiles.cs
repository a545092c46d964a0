using System.Globalization;
using BuyerPath.Toolbox.Data;
using BuyerPath.Toolbox.PowerBi.Reports;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.PowerBi;

/// <summary>The files of the semantic model, generated from the solution's tables, the star schema over them and the list of measures.</summary>
public static class ModelFiles
{
    /// <summary>The folder of the model.</summary>
    public const string Folder = "solution/powerbi/BuyerPath.SemanticModel";

    /// <summary>The list of measures.</summary>
    public const string Measures = "solution/powerbi/measures.yaml";

    /// <summary>The table that holds all measures.</summary>
    internal const string MeasureTable = "Measures";

    private const int YearsKept = 5;
    private const int MonthsThatMayChange = 2;
    private const int MonthsInYear = 12;

    /// <summary>Content of each file by its path from the model's folder.</summary>
    /// <exception cref="SourceException">The solution has no such table or column.</exception>
    public static IReadOnlyDictionary<string, string> Of(SolutionSource source, IReadOnlyList<Measure> measures)
    {
        var star = StarSchema.Of(source);
        var files = new Dictionary<string, string>
        {
            [".platform"] = Platform("SemanticModel", "semantic model"),
            ["definition.pbism"] = Settings(),
            ["definition/database.tmdl"] = "database\n\tcompatibilityLevel: 1600\n",
            ["definition/model.tmdl"] = Model(star),
            ["definition/expressions.tmdl"] = Expressions(star),
            ["definition/relationships.tmdl"] = Relationships(star),
            ["definition/roles/Own opportunities.tmdl"] = Role("Own opportunities", "'Seller'[User Name] = USERPRINCIPALNAME()"),
            ["definition/roles/Own and team opportunities.tmdl"] = Role("Own and team opportunities",
                "PATHCONTAINS('Seller'[Manager Path], LOOKUPVALUE('Seller'[Seller Key], 'Seller'[User Name], USERPRINCIPALNAME()))"),
            ["definition/cultures/en-US.tmdl"] = "cultureInfo en-US\n",
            ["definition/cultures/fi-FI.tmdl"] = Finnish(star, measures),
            [$"definition/tables/{MeasureTable}.tmdl"] = MeasuresOf(measures),
        };
        foreach (var table in star.Tables) files[$"definition/tables/{table.Name.English}.tmdl"] = TableOf(table);
        return files;
    }

    private static string TableOf(StarTable table)
    {
        var text = new Tmdl()
            .Description(0, table.Description.English)
            .Line(0, $"table {Tmdl.Name(table.Name.English)}")
            .LineIf(table.IsHidden, 1, "isHidden")
            .Line(1, $"lineageTag: {Tag(table.Name.English)}")
            .LineIf(table.IsCalendar, 1, "dataCategory: Time")
            .Gap();
        var query = table.Query ?? TableQuery.Of(table);
        if (table.LoadedBy is not null) AddRefreshPolicy(text, table, query);
        foreach (var column in table.Columns) AddColumn(text, table, column);
        return Partition(text, table.Name.English, query).Text;
    }

    private static void AddColumn(Tmdl text, StarTable table, StarColumn column)
    {
        text.Description(1, column.Description.English);
        var head = $"column {Tmdl.Name(column.Name.English)}";
        if (column.Formula is { } formula) text.Expression(1, head, formula);
        else text.Line(1, head);
        text.Line(2, $"dataType: {column.DataType}")
            .LineIf(column.IsHidden, 2, "isHidden")
            .LineIf(column.IsKey, 2, "isKey")
            .LineIf(column.FormatString is not null, 2, $"formatString: {column.FormatString}")
            .Line(2, $"lineageTag: {Tag($"{table.Name.English}/{column.Name.English}")}")
            .Line(2, "summarizeBy: none")
            .LineIf(column.Formula is null, 2, $"sourceColumn: {column.Name.English}")
            .LineIf(column.SortBy is not null, 2, $"sortByColumn: {Tmdl.Name(column.SortBy ?? "")}")
            .Gap();
    }

    /// <summary>A row that may still change is in a month that is refreshed: with rows that change, all months are.</summary>
    private static void AddRefreshPolicy(Tmdl text, StarTable table, string query) => text
        .Line(1, "refreshPolicy")
        .Line(2, "policyType: basic")
        .Line(2, "rollingWindowGranularity: year")
        .Line(2, $"rollingWindowPeriods: {YearsKept}")
        .Line(2, "incrementalGranularity: month")
        .Line(2, $"incrementalPeriods: {(table.IsImmutable ? MonthsThatMayChange : YearsKept * MonthsInYear)}")
        .Expression(2, "sourceExpression", query)
        .Gap();

    private static Tmdl Partition(Tmdl text, string table, string query) => text
        .Line(1, $"partition {Tmdl.Name(table)} = m")
        .Line(2, "mode: import")
        .Expression(2, "source", query)
        .Gap();

    private static string MeasuresOf(IReadOnlyList<Measure> measures)
    {
        var text = new Tmdl().Description(0, "All measures, each with its definition in words.").Line(0, $"table {MeasureTable}").Line(1, $"lineageTag: {Tag(MeasureTable)}").Gap();
        foreach (var measure in measures)
        {
            text.Description(1, measure.Description)
                .Expression(1, $"measure {Tmdl.Name(measure.EnglishName)}", measure.Dax)
                .Line(2, $"formatString: {measure.Format}")
                .Line(2, $"displayFolder: {measure.Folder[Language.English]}")
                .Line(2, $"lineageTag: {Tag($"measure {measure.EnglishName}")}")
                .Gap();
        }
        text.Description(1, "Holds the place of a column: a table needs one.").Line(1, "column Placeholder")
            .Line(2, "dataType: string").Line(2, "isHidden").Line(2, $"lineageTag: {Tag($"{MeasureTable}/Placeholder")}")
            .Line(2, "summarizeBy: none").Line(2, "sourceColumn: Placeholder").Gap();
        return Partition(text, MeasureTable, "let\n\tSource = #table(type table [Placeholder = text], {})\nin\n\tSource").Text;
    }

    private static string Model(StarSchema star)
    {
        var tables = star.Tables.Select(table => table.Name.English).Append(MeasureTable).ToList();
        var text = new Tmdl()
            .Line(0, "model Model").Line(1, "culture: en-US").Line(1, "defaultPowerBIDataSourceVersion: powerBI_V3").Line(1, "discourageImplicitMeasures")
            .Line(1, "sourceQueryCulture: en-US").Line(1, "dataAccessOptions").Line(2, "legacyRedirects").Line(2, "returnErrorValuesAsNull").Gap()
            .Line(0, "annotation __PBI_TimeIntelligenceEnabled = 0").Gap();
        foreach (var table in tables) text.Line(0, $"ref table {Tmdl.Name(table)}");
        return text.Gap()
            .Line(0, "ref role 'Own opportunities'").Line(0, "ref role 'Own and team opportunities'").Gap()
            .Line(0, "ref cultureInfo en-US").Line(0, "ref cultureInfo fi-FI").Text;
    }

    private static string Expressions(StarSchema star)
    {
        var text = new Tmdl();
        AddParameter(text, TableQuery.Host, "\"yourorg.crm4.dynamics.com\"", "Text", "Host name of the Dataverse environment, without https:// and without a slash.");
        AddParameter(text, "Language", "\"en\"", "Text", "Language of the labels of choices: en or fi.");
        AddParameter(text, "HistoryStart", "#date(2023, 1, 1)", "Date", "First day to report on.");
        AddParameter(text, "RangeStart", "#datetime(2000, 1, 1, 0, 0, 0)", "DateTime", "Begin of what is loaded. Power BI sets it at incremental refresh.");
        AddParameter(text, "RangeEnd", "#datetime(2100, 1, 1, 0, 0, 0)", "DateTime", "End of what is loaded. Power BI sets it at incremental refresh.");

        var choices = star.Tables.SelectMany(table => table.Columns).Select(column => column.Choice).OfType<StarChoice>()
            .DistinctBy(choice => choice.Name).OrderBy(choice => choice.Name, StringComparer.Ordinal);
        AddQuery(text, "ChoiceLabels", TableQuery.Labels(choices), "The labels of all choices, English and Finnish.");
        foreach (var (name, expression, description) in TableQuery.Functions) AddQuery(text, name, expression, description);
        return text.Text;
    }

    private static void AddParameter(Tmdl text, string name, string value, string type, string description) => text
        .Description(0, description)
        .Line(0, $"expression {name} = {value} meta [IsParameterQuery = true, Type = \"{type}\", IsParameterQueryRequired = true]")
        .Line(1, $"lineageTag: {Tag($"expression {name}")}")
        .Gap();

    private static void AddQuery(Tmdl text, string name, string query, string description) => text
        .Description(0, description)
        .Expression(0, $"expression {name}", query)
        .Line(1, $"lineageTag: {Tag($"expression {name}")}")
        .Gap();

    private static string Relationships(StarSchema star)
    {
        var text = new Tmdl();
        foreach (var (fromTable, fromColumn, toTable, toColumn) in star.Relationships)
        {
            text.Line(0, $"relationship {Tag($"{fromTable}/{fromColumn} to {toTable}")}")
                .Line(1, $"fromColumn: {Tmdl.Name(fromTable)}.{Tmdl.Name(fromColumn)}")
                .Line(1, $"toColumn: {Tmdl.Name(toTable)}.{Tmdl.Name(toColumn)}")
                .Gap();
        }
        return text.Text;
    }

    private static string Role(string name, string filter) => new Tmdl()
        .Line(0, $"role {Tmdl.Name(name)}").Line(1, "modelPermission: read").Gap()
        .Line(1, $"tablePermission Seller = {filter}").Text;

    private static string Finnish(StarSchema star, IReadOnlyList<Measure> measures)
    {
        var text = new Tmdl().Line(0, "cultureInfo fi-FI").Gap().Line(1, "translations").Line(2, "model Model").Gap();
        foreach (var table in star.Tables.Where(table => !table.IsHidden))
        {
            text.Line(3, $"table {Tmdl.Name(table.Name.English)}").Line(4, $"caption: {table.Name.Finnish}").Line(4, $"description: {table.Description.Finnish}").Gap();
            foreach (var column in table.Columns.Where(column => !column.IsHidden))
                text.Line(4, $"column {Tmdl.Name(column.Name.English)}").Line(5, $"caption: {column.Name.Finnish}").Line(5, $"description: {column.Description.Finnish}").Gap();
        }
        text.Line(3, $"table {MeasureTable}").Line(4, "caption: Mittarit").Gap();
        foreach (var measure in measures)
            text.Line(4, $"measure {Tmdl.Name(measure.EnglishName)}").Line(5, $"caption: {measure.Name[Language.Finnish]}").Line(5, $"displayFolder: {measure.Folder[Language.Finnish]}").Gap();
        return text.Text;
    }

    /// <summary>What the item is and by which id a workspace knows it.</summary>
    /// <param name="type">Type of the item.</param>
    /// <param name="key">Readable key of its id.</param>
    internal static string Platform(string type, string key) => Pbir.File("gitIntegration/platformProperties/2.0.0", new Dictionary<string, object>
    {
        ["metadata"] = new { type, displayName = "BuyerPath" },
        ["config"] = new { version = "2.0", logicalId = Tag(key) },
    });

    private static string Settings() => Pbir.File("item/semanticModel/definitionProperties/1.0.0", new Dictionary<string, object>
    {
        ["version"] = "4.2",
        ["settings"] = new { },
    });

    private static string Tag(string key) => StableId.Of($"power bi {key}").ToString("D", CultureInfo.InvariantCulture);
}
