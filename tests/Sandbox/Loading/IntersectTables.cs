using BuyerPath.Sandbox.Model;

namespace BuyerPath.Sandbox.Loading;

/// <summary>Makes the tables behind many-to-many relationships: a key of their own, and the ids of the two rows.</summary>
internal static class IntersectTables
{
    public static Table Of(ManyToMany relationship) => new()
    {
        LogicalName = relationship.IntersectTable,
        SchemaName = relationship.IntersectTable,
        EntitySetName = relationship.IntersectTable + "set",
        PrimaryKey = relationship.IntersectKey,
        Ownership = Ownership.None,
        Columns = new[]
        {
            Id(relationship.IntersectKey, ColumnType.PrimaryKey),
            Id(relationship.FirstColumn, ColumnType.UniqueIdentifier),
            Id(relationship.SecondColumn, ColumnType.UniqueIdentifier),
        }.Concat(Platform.Instance.SystemColumns(Ownership.None, hasMoney: false).Values).ToDictionary(column => column.LogicalName),
        DisplayName = Called(relationship.SchemaName),
        CollectionName = Called(relationship.SchemaName),
        IsStandIn = Platform.Instance.ManyToMany.Contains(relationship),
    };

    /// <summary>The primary key of a table of a solution or of a stand-in; intersect tables call their columns like it.</summary>
    public static string KeyOf(string table) =>
        Platform.Instance.Tables.TryGetValue(table, out var standIn) ? standIn.PrimaryKey : table + "id";

    private static Column Id(string name, ColumnType type) => new()
    {
        LogicalName = name,
        SchemaName = name,
        Type = type,
        IsSystem = true,
        ValidForCreate = false,
        ValidForUpdate = false,
        DisplayName = Called(name),
    };

    /// <summary>Nobody has written labels for these: they are called by their names.</summary>
    private static Labels Called(string name) => new(new Dictionary<int, string> { [1033] = name });
}
