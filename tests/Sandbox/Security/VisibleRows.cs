using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Store;

namespace BuyerPath.Sandbox.Security;

/// <summary>The rows that somebody may read: a query sees no others, and says nothing of them.</summary>
internal sealed class VisibleRows(IRows rows, SolutionModel model, Rights rights) : IRows
{
    public IEnumerable<Row> All(string table) => Visible(table, rows.All(table));

    public Row? Find(string table, Guid id) => rows.Find(table, id) is { } row && rights.Allows(AccessRights.ReadAccess, row) ? row : null;

    public IEnumerable<Row> Referring(string table, string lookup, Guid to) => Visible(table, rows.Referring(table, lookup, to));

    private IEnumerable<Row> Visible(string table, IEnumerable<Row> found) =>
        rights.ReadsAll(model.Tables[table]) ? found : found.Where(row => rights.Allows(AccessRights.ReadAccess, row));
}
