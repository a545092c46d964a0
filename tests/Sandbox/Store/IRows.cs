namespace BuyerPath.Sandbox.Store;

/// <summary>Reads the rows of an organization as they stand inside the current transaction.</summary>
public interface IRows
{
    /// <summary>All rows of a table in the order in which they were created.</summary>
    IEnumerable<Row> All(string table);

    /// <summary>The row with that id, or null.</summary>
    Row? Find(string table, Guid id);

    /// <summary>The rows of <paramref name="table"/> whose column <paramref name="lookup"/>, a lookup or an id, points at <paramref name="to"/>, in the order in which they were created.</summary>
    IEnumerable<Row> Referring(string table, string lookup, Guid to);
}
