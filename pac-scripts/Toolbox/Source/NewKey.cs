using System.Xml.Linq;

namespace BuyerPath.Toolbox.Source;

/// <summary>An alternate key to be added: values of these columns together occur once in the table.</summary>
/// <param name="Table">Name of the table, in any casing.</param>
/// <param name="SchemaName">Name of the key with its casing.</param>
/// <param name="Label">What admins see.</param>
/// <param name="Columns">Names of its columns, in any casing.</param>
public sealed record NewKey(string Table, string SchemaName, Wording Label, IReadOnlyList<string> Columns)
{
    private static readonly string[] UsableTypes = ["nvarchar", "int", "decimal", "datetime", "lookup", "picklist"];

    /// <summary>Writes the key.</summary>
    /// <exception cref="SourceException">The table or a column does not exist, a column's type cannot be in a key, or the name is taken.</exception>
    public void AddTo(SolutionSource source)
    {
        var table = source.Table(Table);
        Names.RequireOurs(source, SchemaName);
        if (Columns.Count == 0) throw new SourceException($"The key {SchemaName} needs at least one column.");
        var columns = Columns.Select(name => UsableColumn(table, name)).ToList();

        source.Edit(table.Path);
        if (table.Entity.Element("EntityKeys") is not { } keys)
            table.Entity.Element("attributes")!.AddAfterSelf(keys = new XElement("EntityKeys"));
        if (keys.Elements().Any(key => SchemaName.Equals(key.Element("Name")?.Value, StringComparison.OrdinalIgnoreCase)))
            throw new SourceException($"{table.SchemaName} has a key {SchemaName} already.");

        keys.AddSorted(ToXml(source.Manifest.Version, columns), key => key.Element("Name")!.Value);
    }

    private static string UsableColumn(TableSource table, string name)
    {
        var column = table.Find(name) ?? throw new SourceException($"{table.SchemaName} has no column {name}.");
        return UsableTypes.Contains(column.Type)
            ? column.LogicalName
            : throw new SourceException($"{column.SchemaName} is of type {column.Type}; a key takes {string.Join(", ", UsableTypes)}.");
    }

    private XElement ToXml(string introducedVersion, List<string> columns) => new("EntityKey",
        new XElement("Name", SchemaName),
        new XElement("LogicalName", SchemaName.ToLowerInvariant()),
        new XElement("IntroducedVersion", introducedVersion),
        new XElement("IsCustomizable", 0),
        new XElement("EntityKeyAttributes", columns.Select(column => new XElement("AttributeName", column))),
        Label.DisplayNames());
}
