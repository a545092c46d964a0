using BuyerPath.Sandbox.Loading;
using BuyerPath.Sandbox.Model;

namespace BuyerPath.Sandbox.Tests.Loading;

/// <summary>The stand-ins are written by hand, so what is easily forgotten is tested.</summary>
public sealed class PlatformTests
{
    private static readonly IEnumerable<Table> Tables = Platform.Instance.Tables.Values;

    [Fact]
    public void Every_table_and_column_has_a_label_in_both_languages() =>
        Assert.Empty(
            from table in Tables
            from labels in table.Columns.Values.Select(column => (column.LogicalName, Labels: column.DisplayName)).Append((LogicalName: "", Labels: table.DisplayName))
            where !labels.Labels.ByLanguage.Keys.Order().SequenceEqual([1033, 1035]) || labels.Labels.ByLanguage.Values.Any(string.IsNullOrWhiteSpace)
            select $"{table.LogicalName} {labels.LogicalName}");

    [Fact]
    public void Every_text_has_a_length_and_every_lookup_a_target() =>
        Assert.Empty(
            from table in Tables
            from column in table.Columns.Values
            where column.Type is ColumnType.Text or ColumnType.Memo ? column.MaxLength is null
                : column.Type is ColumnType.Lookup or ColumnType.Customer or ColumnType.Owner && (column.Targets.Count == 0 || column.Targets.Any(target => !Platform.Instance.Tables.ContainsKey(target)))
            select $"{table.LogicalName}.{column.LogicalName}");

    [Fact]
    public void Every_lookup_of_a_stand_in_names_one_relationship_per_target() =>
        Assert.Empty(
            from table in Tables
            from column in table.Columns.Values
            where !column.IsSystem && column.Type is ColumnType.Lookup or ColumnType.Customer
            where !column.IsSystem && Platform.Instance.Relationships.Count(one => one.ManyTable == table.LogicalName && one.Lookup == column.LogicalName) != column.Targets.Count
            select $"{table.LogicalName}.{column.LogicalName}");

    [Fact]
    public void Every_primary_name_is_a_column() =>
        Assert.All(Tables.Where(table => table.PrimaryName is not null), table => Assert.NotNull(table.Find(table.PrimaryName!)));

    [Fact]
    public void An_opportunity_can_be_open_won_or_lost()
    {
        var opportunity = Platform.Instance.Tables["opportunity"];

        Assert.Equal([0, 1, 2], opportunity.Columns["statecode"].Choice!.Options.Select(option => option.Value));
        Assert.Equal([(1, 0), (2, 0), (3, 1), (4, 2), (5, 2)], opportunity.Columns["statuscode"].Choice!.Options.Select(option => (option.Value, option.State!.Value)));
        Assert.Equal(DateBehavior.DateOnly, opportunity.Columns["estimatedclosedate"].Behavior);
    }
}
