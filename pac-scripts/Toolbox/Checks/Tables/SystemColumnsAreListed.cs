using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Tables;

/// <summary>Our tables list the columns that the platform gives them, as every export does; an extended table lists only ours.</summary>
internal sealed class SystemColumnsAreListed : ICheck
{
    public IEnumerable<string> Findings(SolutionSource source)
    {
        foreach (var table in source.Tables)
        {
            var expected = table.Ownership is { } ownership ? SystemColumns.NamesOf(table.SchemaName, ownership).ToList() : [];
            foreach (var name in expected.Where(name => table.Find(name) is null))
                yield return $"{table.Path}: the system column {name} is not listed.";
            foreach (var column in table.Columns.Where(column => !column.IsCustom && !expected.Contains(column.LogicalName)))
                yield return $"{table.Path}: {column.SchemaName} is no system column of such a table, and not one of ours.";
        }
    }
}
