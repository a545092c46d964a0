using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Tables;

/// <summary>A choice column names a global choice of this solution, or has its own options called after table and column.</summary>
internal sealed class ChoicesExist : ICheck
{
    public IEnumerable<string> Findings(SolutionSource source)
    {
        foreach (var table in source.Tables)
            foreach (var column in table.Columns)
            {
                if (column.GlobalChoice is { } choice && !source.Has($"OptionSets/{choice}.xml"))
                    yield return $"{table.Path}: column {column.SchemaName} uses the global choice {choice}, which the solution does not have.";

                var local = column.Xml.Element("optionset")?.Attribute("Name")?.Value;
                if (local is not null && local != $"{table.LogicalName}_{column.LogicalName}")
                    yield return $"{table.Path}: the options of {column.SchemaName} are called {local}, not {table.LogicalName}_{column.LogicalName}.";
            }
    }
}
