using System.Text.RegularExpressions;
using BuyerPath.Toolbox;
using BuyerPath.Toolbox.PowerBi;

namespace BuyerPath.PowerBi.Tests;

public sealed partial class SemanticModelTests
{
    private const string Remedy = "Run 'dotnet pac-scripts/powerbi.cs'.";

    /// <summary>What we read of tables that are not ours; the platform documents them.</summary>
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> PlatformColumns = new Dictionary<string, IReadOnlyList<string>>
    {
        ["opportunity"] = ["opportunityid", "name", "statecode", "estimatedvalue_base", "createdon", "actualclosedate", "ownerid", "parentaccountid"],
        ["account"] = ["accountid", "name", "address1_country"],
        ["systemuser"] = ["systemuserid", "fullname", "domainname", "parentsystemuserid"],
    };

    [Fact]
    public void The_model_is_what_its_sources_say()
    {
        var folder = Repository.PathOf(ModelFiles.Folder);
        var generated = ModelFiles.Of(SemanticModel.Source, SemanticModel.Shipped.Measures);
        var found = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText);

        Assert.Equal(generated.Keys.Order(), found.Keys.Order());
        Assert.All(generated, file => Assert.True(found[file.Key] == file.Value, $"{file.Key} is not what its sources say. {Remedy}"));
    }

    [Fact]
    public void The_model_keeps_every_rule() => Assert.Empty(ModelRules.Findings(SemanticModel.Shipped));

    [Fact]
    public void Every_table_and_column_that_is_read_exists_in_the_solution_or_on_the_platform() => Assert.Empty(
        from table in SemanticModel.Shipped.Star.Tables
        where table.Source is not null
        from column in table.Columns.Select(column => column.Source).Append(table.LoadedBy).OfType<string>()
        where !IsOurs(table.Source!, column) && !(PlatformColumns.GetValueOrDefault(table.Source!)?.Contains(column) ?? false)
        select $"{table.Source}.{column}");

    [Fact]
    public void Every_query_reads_only_columns_that_it_chose() => Assert.Empty(
        from table in SemanticModel.Shipped.Star.Tables
        where table.Source is not null
        let query = ModelFiles.Of(SemanticModel.Source, [])[$"definition/tables/{table.Name.English}.tmdl"]
        let chosen = ChosenColumns().Match(query).Groups[1].Value
        from Match read in SourceColumn().Matches(query)
        where !chosen.Contains($"\"{read.Groups[1].Value}\"", StringComparison.Ordinal)
        select $"{table.Name.English}: {read.Groups[1].Value}");

    [Fact]
    public void Facts_that_change_are_refreshed_in_all_months()
    {
        var star = SemanticModel.Shipped.Star;

        Assert.Equal(["Stage Visit", "Turn", "Snapshot"], star.Tables.Where(table => table.LoadedBy is not null).Select(table => table.Name.English));
        Assert.Equal(["Snapshot"], star.Tables.Where(table => table.IsImmutable).Select(table => table.Name.English));
    }

    public static TheoryData<string, string, string, string> BrokenMeasures => new()
    {
        // measure          what is written   what it becomes        what is said
        { "Go Rate",        "[Closed])",      "[Closed]",            "Go Rate: A ')' is missing." },
        { "Go Rate",        "DIVIDE(",        "DIVIDE((",            "Go Rate: A ')' is missing." },
        { "Go Rate",        "\"Go\"",         "\"Yes\"",             "Go Rate compares 'Opportunity'[Outcome Code] with \"Yes\", which is no option." },
        { "Go Rate",        "Outcome Code",   "Outcome",             "Go Rate compares 'Opportunity'[Outcome], which is translated; compare its code." },
        { "Go Rate",        "Outcome Code",   "Outcom Code",         "Go Rate names 'Opportunity'[Outcom Code], which does not exist." },
        { "Go Rate",        "[Closed]",       "[Shut]",              "Go Rate names [Shut], which does not exist." },
        { "Opportunities",  "'Opportunity'",  "'Deal'",              "Opportunities names 'Deal', which does not exist." },
        { "Opportunities",  "COUNTROWS('Opportunity')", "[Open Opportunities]", "Opportunities depends on itself." },
        { "As Of",          "MAX(",           "IFERROR(",            "As Of hides errors by IFERROR." },
        { "Calibration Gap", " - ",           " / ",                 "Calibration Gap divides by '/': use DIVIDE." },
        { "Calibration Gap", " - ",           " ; ",                 "Calibration Gap: DAX cannot be read at '; [Promised Go Rate]'." },
        { "Seller Ahead Share", "\"Behind\"", "\"Late\"",            "Seller Ahead Share compares 'Opportunity'[Alignment Code] with \"Late\", which is no option." },
    };

    [Theory]
    [MemberData(nameof(BrokenMeasures))]
    public void A_broken_measure_is_found(string measure, string from, string to, string finding) =>
        Assert.Contains(finding, ModelRules.Findings(SemanticModel.Shipped.With(measure, from, to)));

    public static TheoryData<string, string, string, string, string> BrokenRelationships => new()
    {
        { "Opportunity", "Current Stage Key", "Buying Stage", "Stage Key", "A filter on Buying Stage reaches Stage Visit in 2 ways." },
        { "Turn", "Opportunity Key", "Opportunity", "Opportunity Id", "The relationship from Turn to Opportunity names a column that does not exist." },
        { "Stakeholder", "Is Met", "Date", "Date", "The relationship from Stakeholder to Date joins boolean with dateTime." },
        { "Stakeholder", "Role Code", "Process", "Process", "Process[Process] is the one side of a relationship and not the key of its table." },
    };

    [Theory]
    [MemberData(nameof(BrokenRelationships))]
    public void A_broken_relationship_is_found(string fromTable, string fromColumn, string toTable, string toColumn, string finding)
    {
        var shipped = SemanticModel.Shipped;
        var star = shipped.Star with { Relationships = [.. shipped.Star.Relationships, new StarRelationship(fromTable, fromColumn, toTable, toColumn)] };

        Assert.Contains(finding, ModelRules.Findings(shipped with { Star = star }));
    }

    private static bool IsOurs(string table, string column) =>
        SemanticModel.Source.Tables.Any(each => each.LogicalName == table) && SemanticModel.Source.Table(table).Find(column) is not null;

    [GeneratedRegex(@"Chosen = Table\.SelectColumns\(\w+, \{([^}]*)\}")]
    private static partial Regex ChosenColumns();

    [GeneratedRegex(@"\[([a-z_0-9]+)\]")]
    private static partial Regex SourceColumn();
}
