using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Pipeline;
using BuyerPath.Sandbox.Store;

namespace BuyerPath.Sandbox.Messages;

/// <summary>The rows behind many-to-many relationships. They come and go with Associate and Disassociate, and with the rows that they join; no steps run for them.</summary>
internal static class IntersectRows
{
    public static void Add(Kernel kernel, ManyToMany relationship, Guid first, Guid second)
    {
        if (Contain(kernel, relationship, first, second))
        {
            throw Fault.Of(ErrorCode.DuplicateId,
                $"Cannot insert duplicate key: {relationship.FirstTable} {first} and {relationship.SecondTable} {second} are associated by '{relationship.SchemaName}' already.");
        }
        var id = kernel.NewId();
        kernel.Rows.Write(relationship.IntersectTable, id, new()
        {
            [relationship.IntersectKey] = id, [relationship.FirstColumn] = first, [relationship.SecondColumn] = second,
        });
    }

    /// <summary>Whether two rows are associated.</summary>
    public static bool Contain(Kernel kernel, ManyToMany relationship, Guid first, Guid second) =>
        Find(kernel, relationship, first, second) is not null;

    /// <summary>Parts two rows; nothing happens when they are not associated.</summary>
    public static void Remove(Kernel kernel, ManyToMany relationship, Guid first, Guid second)
    {
        if (Find(kernel, relationship, first, second) is { } row) kernel.Rows.Remove(row.Table, row.Id);
    }

    /// <summary>Parts a row, which is about to be deleted, from all that it is associated with.</summary>
    public static void RemoveAll(Kernel kernel, Row deleted)
    {
        var gone = from relationship in kernel.Model.ManyToMany.Values
                   let column = relationship.ColumnOf(deleted.Table)
                   where column is not null
                   from row in kernel.Rows.Referring(relationship.IntersectTable, column, deleted.Id)
                   select row;
        foreach (var row in gone.ToList()) kernel.Rows.Remove(row.Table, row.Id);
    }

    private static Row? Find(Kernel kernel, ManyToMany relationship, Guid first, Guid second) =>
        kernel.Rows.Referring(relationship.IntersectTable, relationship.FirstColumn, first)
            .FirstOrDefault(row => Equals(row[relationship.SecondColumn], second));
}
