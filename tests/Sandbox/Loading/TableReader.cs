using System.Xml.Linq;
using BuyerPath.Sandbox.Model;

namespace BuyerPath.Sandbox.Loading;

/// <summary>Reads an <c>Entity</c> element: a table of the solution, or the columns it adds to a standard one.</summary>
internal sealed class TableReader(ColumnReader columns, RelationshipReader relationships)
{
    public Table Read(XElement entity)
    {
        var schemaName = entity.Required("Name", "An entity of customizations.xml");
        var logicalName = schemaName.ToLowerInvariant();
        var info = entity.Element("EntityInfo")?.Element("entity")
            ?? throw new InvalidDataException($"Table '{schemaName}' has no <EntityInfo><entity>.");
        var own = info.Element("attributes")?.Elements("attribute").Select(attribute => columns.Read(attribute, schemaName)) ?? [];

        return Platform.Instance.Tables.TryGetValue(logicalName, out var standIn)
            ? Extend(standIn, own, info)
            : Define(schemaName, [.. own], info);
    }

    private Table Extend(Table standIn, IEnumerable<Column> own, XElement info)
    {
        var extended = new Dictionary<string, Column>(standIn.Columns);
        foreach (var column in own)
        {
            if (!extended.TryAdd(column.LogicalName, WithTargets(column, standIn.LogicalName, system: null)))
                throw new InvalidDataException($"The solution brings the column '{column.LogicalName}', which '{standIn.LogicalName}' has already.");
        }
        return standIn with { Columns = extended, Keys = KeysOf(info, standIn.SchemaName, extended) };
    }

    private Table Define(string schemaName, IReadOnlyList<Column> own, XElement info)
    {
        var where = $"Table '{schemaName}'";
        RefuseUnknownKinds(info, where);
        var logicalName = schemaName.ToLowerInvariant();
        var ownership = info.Required("OwnershipTypeMask", where) switch
        {
            "UserOwned" => Ownership.User,
            "OrgOwned" => Ownership.Organization,
            var other => throw Unsupported.Feature($"the ownership '{other}'", where),
        };

        var system = Platform.Instance.SystemColumns(ownership, own.Any(column => column.Type == ColumnType.Money));
        var all = own.Unique(column => column.LogicalName, $"column of '{schemaName}'")
            .ToDictionary(pair => pair.Key, pair => WithTargets(pair.Value, logicalName, system));
        foreach (var (name, column) in system) all.TryAdd(name, column); // what exports leave out, as the version number

        return new Table
        {
            LogicalName = logicalName,
            SchemaName = schemaName,
            EntitySetName = info.Required("EntitySetName", where),
            PrimaryKey = The(own, column => column.Type == ColumnType.PrimaryKey, $"{where} must have exactly one primary key").LogicalName,
            PrimaryName = The(own, column => IsPrimaryName(column, info), $"{where} must have exactly one primary name column").LogicalName,
            Ownership = ownership,
            Columns = all,
            Keys = KeysOf(info, schemaName, all),
            DisplayName = info.Labels("LocalizedNames", where),
            CollectionName = info.Labels("LocalizedCollectionNames", where),
            Icon = info.Optional("IconVectorName"),
        };
    }

    private Column WithTargets(Column column, string table, IReadOnlyDictionary<string, Column>? system)
    {
        var isSystem = column.Type is ColumnType.PrimaryKey or ColumnType.State or ColumnType.Status || system?.ContainsKey(column.LogicalName) == true;
        if (column.Type is not (ColumnType.Lookup or ColumnType.Customer or ColumnType.Owner))
            return isSystem ? column with { IsSystem = true } : column;
        if (system?.GetValueOrDefault(column.LogicalName) is { } known)
            return column with { Targets = known.Targets, IsSystem = true };

        var targets = relationships.TargetsOf(table, column.LogicalName);
        return targets.Count > 0
            ? column with { Targets = targets }
            : throw new InvalidDataException($"The lookup '{table}.{column.LogicalName}' has no relationship, so nothing says what it points at.");
    }

    private static IReadOnlyList<AlternateKey> KeysOf(XElement info, string table, Dictionary<string, Column> columns)
    {
        var keys = info.Element("EntityKeys")?.Elements("EntityKey").Select(key =>
        {
            var name = key.Required("LogicalName", $"A key of '{table}'");
            var names = key.Element("EntityKeyAttributes")?.Elements("AttributeName").Select(column => column.Value.Trim()).ToList() ?? [];
            if (names.Count == 0) throw new InvalidDataException($"The key '{name}' of '{table}' names no column.");
            if (names.Find(column => !columns.ContainsKey(column)) is { } missing)
                throw new InvalidDataException($"The key '{name}' names the column '{missing}', which '{table}' does not have.");
            return new AlternateKey(name, names);
        });
        return [.. (keys ?? []).Unique(key => key.LogicalName, $"key of '{table}'").Values];
    }

    private static bool IsPrimaryName(Column column, XElement info) =>
        info.Element("attributes")!.Elements("attribute")
            .First(attribute => attribute.Optional("LogicalName") == column.LogicalName)
            .Optional("DisplayMask")?.Split('|').Contains("PrimaryName") == true;

    private static Column The(IEnumerable<Column> columns, Func<Column, bool> condition, string otherwise)
    {
        var found = columns.Where(condition).ToList();
        return found is [var one] ? one : throw new InvalidDataException($"{otherwise}; it has {found.Count}.");
    }

    private static void RefuseUnknownKinds(XElement info, string where)
    {
        if (info.Flag("IsActivity", where)) throw Unsupported.Feature("activity tables", where);
        if (info.Flag("IsBPFEntity", where)) throw Unsupported.Feature("business process flow tables", where);
        if (info.Optional("DataProviderId") is not null) throw Unsupported.Feature("virtual tables", where);
    }
}
