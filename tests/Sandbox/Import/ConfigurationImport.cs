using System.ServiceModel;
using BuyerPath.Sandbox.Messages;
using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Pipeline;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Import;

/// <summary>
/// Writes configuration data through the pipeline, in one transaction. A record waits until the records that it points at
/// are there; records that wait for each other are written without those lookups first. States come after all rows, and what is associated comes last.
/// </summary>
internal sealed class ConfigurationImport(Call call, ConfigurationData data)
{
    private readonly Dictionary<(string Table, Guid Id), Guid> _rowOf = [];

    /// <returns>Rows per table.</returns>
    public IReadOnlyDictionary<string, int> Run()
    {
        var pending = data.Tables.SelectMany(table => table.Records.Select(record => Prepare(table, record))).ToList();
        var all = pending.ToList();
        return Transaction.Run(call, inner =>
        {
            while (pending.Count > 0)
            {
                var waiting = pending.Select(item => item.Key).ToHashSet();
                var ready = pending.Where(item => !Lookups(item).Any(lookup => IsAwaited(lookup, waiting))).ToList();
                if (ready.Count == 0) ready = [pending[0]]; // a circle: begin somewhere, and complete it below
                foreach (var item in ready) Upsert(inner, item, waiting);
                pending.RemoveAll(ready.Contains);
            }
            foreach (var item in all) Complete(inner, item);
            foreach (var table in data.Tables)
                foreach (var link in table.Links) Associate(inner, table, link);
            return data.Tables.ToDictionary(table => table.Name, table => table.Records.Count);
        });
    }

    /// <summary>A record with its values; what could not be written at first is kept in <see cref="Later"/>.</summary>
    private sealed record Item(ConfigurationTable Source, Table Table, Guid Id, IReadOnlyDictionary<string, object> Values)
    {
        public Dictionary<string, object> Later { get; } = [];

        public (string Table, Guid Id) Key => (Table.LogicalName, Id);

        public string Where => $"{Table.LogicalName} {Id}";
    }

    private Item Prepare(ConfigurationTable source, ConfigurationRecord record)
    {
        if (!call.Kernel.Model.Tables.TryGetValue(source.Name, out var table))
            throw new InvalidDataException($"The data holds the table '{source.Name}', which does not exist.");
        if (source.ComparedFields.FirstOrDefault(name => table.Find(name) is null) is { } missing)
            throw new InvalidDataException($"data_schema.xml compares rows of '{source.Name}' by '{missing}', which is no column of it.");

        var values = new Dictionary<string, object>();
        foreach (var field in record.Fields)
        {
            var where = $"{source.Name} {record.Id}, field '{field.Name}'";
            var column = table.Find(field.Name) ?? throw new InvalidDataException($"{where}: the table has no such column.");
            var value = FieldValues.Read(column, field, where);
            if (column.Type != ColumnType.PrimaryKey) values[field.Name] = value;
            else if (!Equals(value, record.Id)) throw new InvalidDataException($"{where}: the id differs from that of the record.");
        }
        return new Item(source, table, record.Id, values);
    }

    private void Upsert(Call inner, Item item, HashSet<(string Table, Guid Id)> waiting)
    {
        var target = new Entity(item.Table.LogicalName, ExistingId(inner, item) ?? item.Id);
        foreach (var (name, value) in item.Values)
        {
            var isLater = name is "statecode" or "statuscode" || (value is EntityReference lookup && IsAwaited(lookup, waiting));
            if (isLater) item.Later[name] = value;
            else target[name] = value is EntityReference reference ? Mapped(reference) : value;
        }
        _rowOf[item.Key] = target.Id;
        Execute(inner, item, new OrganizationRequest("Upsert") { ["Target"] = target });
    }

    private void Complete(Call inner, Item item)
    {
        if (item.Later.Count == 0) return;
        var id = _rowOf[item.Key];
        var row = inner.Kernel.Rows.Find(item.Table.LogicalName, id)!;
        var target = new Entity(item.Table.LogicalName, id);
        foreach (var (name, value) in item.Later)
        {
            if (value is OptionSetValue option && Equals(row[name], option.Value)) continue;
            target[name] = value is EntityReference reference ? Mapped(reference) : value;
        }
        if (target.Attributes.Count > 0) Execute(inner, item, new OrganizationRequest("Update") { ["Target"] = target });
    }

    /// <summary>What is associated already stays as it is.</summary>
    private void Associate(Call inner, ConfigurationTable table, ConfigurationLink link)
    {
        var where = $"{table.Name} {link.Source}, relationship '{link.Relationship}'";
        if (!inner.Kernel.Model.ManyToMany.TryGetValue(link.Relationship, out var relationship))
            throw new InvalidDataException($"{where}: there is no such many-to-many relationship.");

        var source = Mapped(new EntityReference(table.Name, link.Source));
        var target = Mapped(new EntityReference(link.TargetTable, link.Target));
        var (first, second) = relationship.FirstTable == table.Name ? (source, target) : (target, source);
        if (IntersectRows.Contain(inner.Kernel, relationship, first.Id, second.Id)) return;
        Execute(inner, table, where, new OrganizationRequest("Associate")
        {
            ["Target"] = source,
            ["Relationship"] = new Relationship(relationship.SchemaName),
            ["RelatedEntities"] = new EntityReferenceCollection { target },
        });
    }

    private static void Execute(Call inner, Item item, OrganizationRequest request) => Execute(inner, item.Source, item.Where, request);

    private static void Execute(Call inner, ConfigurationTable source, string where, OrganizationRequest request)
    {
        try
        {
            Dispatcher.Execute(inner with { SkipsSteps = source.DisablesPlugins }, request);
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            throw new InvalidDataException($"{where}: {fault.Message}", fault);
        }
    }

    /// <summary>The row that the compared fields find; null when there are none, or no row is like that.</summary>
    private Guid? ExistingId(Call inner, Item item)
    {
        if (item.Source.ComparedFields.Count == 0) return null;
        var wanted = item.Source.ComparedFields.ToDictionary(name => name, name => Stored(inner, item, name));
        return inner.Kernel.Rows.All(item.Table.LogicalName).FirstOrDefault(row => wanted.All(pair => Equals(row[pair.Key], pair.Value)))?.Id;
    }

    private object? Stored(Call inner, Item item, string name)
    {
        if (!item.Values.TryGetValue(name, out var value)) return null;
        return inner.Kernel.RowValues.Stored(item.Table, item.Table.Columns[name], value is EntityReference reference ? Mapped(reference) : value);
    }

    /// <summary>A lookup to a record of the data points at the row that the record became.</summary>
    private EntityReference Mapped(EntityReference reference) =>
        _rowOf.TryGetValue((reference.LogicalName, reference.Id), out var id) ? new EntityReference(reference.LogicalName, id) : reference;

    private static IEnumerable<EntityReference> Lookups(Item item) => item.Values.Values.OfType<EntityReference>();

    private static bool IsAwaited(EntityReference lookup, HashSet<(string Table, Guid Id)> waiting) =>
        waiting.Contains((lookup.LogicalName, lookup.Id));
}
