using System.Xml.Linq;
using BuyerPath.Sandbox.Loading;

namespace BuyerPath.Sandbox.Import;

/// <summary>What a Configuration Migration zip holds: data_schema.xml says how, data.xml says what.</summary>
internal sealed record ConfigurationData(IReadOnlyList<ConfigurationTable> Tables)
{
    public static ConfigurationData Read(Stream stream)
    {
        var zip = Zip.Read(stream);
        var schema = zip.Xml("data_schema.xml");
        var records = zip.Xml("data.xml").Elements("entity").Unique(entity => entity.RequiredAttribute("name", "data.xml"), "table of data.xml");
        var tables = schema.Elements("entity").Unique(entity => entity.RequiredAttribute("name", "data_schema.xml"), "table of data_schema.xml");

        if (records.Keys.FirstOrDefault(name => !tables.ContainsKey(name)) is { } unknown)
            throw new InvalidDataException($"data.xml holds the table '{unknown}', which data_schema.xml does not describe.");
        return new ConfigurationData([.. InOrder(schema, records.Keys).Select(name => Read(tables[name], records[name]))]);
    }

    /// <summary>Tables in the order of the schema's import order, then as they come.</summary>
    private static IEnumerable<string> InOrder(XElement schema, IReadOnlyCollection<string> names)
    {
        var first = schema.Element("entityImportOrder")?.Elements("entityName").Select(name => name.Value.Trim()).ToList() ?? [];
        return first.Where(names.Contains).Concat(names.Except(first));
    }

    private static ConfigurationTable Read(XElement schema, XElement data)
    {
        var name = data.RequiredAttribute("name", "data.xml");
        var fields = schema.Element("fields")?.Elements("field").ToList() ?? [];
        var compared = fields.Where(field => field.Attribute("updateCompare")?.Value == "true").Select(field => field.RequiredAttribute("name", name)).ToList();
        var records = data.Element("records")?.Elements("record").Select(record => Read(name, record)) ?? [];
        return new ConfigurationTable(
            name, schema.Attribute("disableplugins")?.Value == "true", compared,
            [.. records.Unique(record => record.Id, $"record of '{name}'").Values],
            [.. data.Element("m2mrelationships")?.Elements("m2mrelationship").SelectMany(element => Links(name, element)) ?? []]);
    }

    private static IEnumerable<ConfigurationLink> Links(string table, XElement element)
    {
        var where = $"An m2mrelationship of '{table}'";
        var source = Xml.Id(element.RequiredAttribute("sourceid", where), $"The sourceid of an m2mrelationship of '{table}'");
        var relationship = element.RequiredAttribute("m2mrelationshipname", where);
        var targetTable = element.RequiredAttribute("targetentityname", where);
        return (element.Element("targetids")?.Elements("targetid") ?? []).Select(target =>
            new ConfigurationLink(source, relationship, targetTable, Xml.Id(target.Value.Trim(), $"A targetid of '{relationship}'")));
    }

    private static ConfigurationRecord Read(string table, XElement record)
    {
        var id = Xml.Id(record.RequiredAttribute("id", $"A record of '{table}'"), $"A record id of '{table}'");
        var where = $"{table} {id}";
        var fields = record.Elements("field").Unique(field => field.RequiredAttribute("name", where), $"field of {where}");
        return new ConfigurationRecord(id, [.. fields.Select(field => new ConfigurationField(
            field.Key, field.Value.RequiredAttribute("value", $"{where}, field '{field.Key}'"), field.Value.Attribute("lookupentity")?.Value))]);
    }
}

/// <summary>Records of a table and their links. <paramref name="ComparedFields"/> find the existing row in place of the id.</summary>
internal sealed record ConfigurationTable(
    string Name, bool DisablesPlugins, IReadOnlyList<string> ComparedFields,
    IReadOnlyList<ConfigurationRecord> Records, IReadOnlyList<ConfigurationLink> Links);

/// <summary>A record of the table is associated with a row of <paramref name="TargetTable"/> by a many-to-many relationship.</summary>
internal sealed record ConfigurationLink(Guid Source, string Relationship, string TargetTable, Guid Target);

/// <summary>One record.</summary>
internal sealed record ConfigurationRecord(Guid Id, IReadOnlyList<ConfigurationField> Fields);

/// <summary>One value; <paramref name="LookupTable"/> is the table that a lookup points at.</summary>
internal sealed record ConfigurationField(string Name, string Value, string? LookupTable);
