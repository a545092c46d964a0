using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Tables;

/// <summary>The columns of an alternate key exist.</summary>
internal sealed class KeysNameColumns : ICheck
{
    public IEnumerable<string> Findings(SolutionSource source) =>
        from table in source.Tables
        from key in table.Entity.Descendants("EntityKey")
        from column in key.Descendants("AttributeName")
        where !source.MayHave(table.LogicalName, column.Value)
        select $"{table.Path}: the key {key.Element("Name")?.Value} names {column.Value}, which {table.SchemaName} does not have.";
}
