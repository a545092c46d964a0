using System.Xml.Linq;
using BuyerPath.Sandbox.Model;

namespace BuyerPath.Sandbox.Loading;

/// <summary>Reads the <c>EntityRelationship</c> elements; lookups get their targets from here.</summary>
internal sealed class RelationshipReader
{
    private readonly ILookup<(string Table, string Lookup), string> _targets;

    public RelationshipReader(IEnumerable<XElement> elements)
    {
        var all = elements.ToList();
        OneToMany = [.. all.Where(element => TypeOf(element) == "OneToMany").Select(ReadOneToMany).OfType<OneToMany>()];
        ManyToMany = [.. all.Where(element => TypeOf(element) == "ManyToMany").Select(ReadManyToMany)];
        _targets = OneToMany.ToLookup(one => (one.ManyTable, one.Lookup), one => one.OneTable);
    }

    /// <summary>One-to-many relationships of the solution.</summary>
    public IReadOnlyList<OneToMany> OneToMany { get; }

    /// <summary>Many-to-many relationships of the solution.</summary>
    public IReadOnlyList<ManyToMany> ManyToMany { get; }

    /// <summary>The tables that a lookup may point at.</summary>
    public IReadOnlyList<string> TargetsOf(string table, string lookup) => [.. _targets[(table, lookup)]];

    private static string NameOf(XElement element) => element.RequiredAttribute("Name", "A relationship");

    private static string TypeOf(XElement element)
    {
        var where = $"Relationship '{NameOf(element)}'";
        var type = element.Required("EntityRelationshipType", where);
        return type is "OneToMany" or "ManyToMany" ? type : throw Unsupported.Feature($"relationships of type '{type}'", where);
    }

    /// <summary>Null for the relationship to the owner: "owner" is users and teams together, not a table of its own.</summary>
    private static OneToMany? ReadOneToMany(XElement element)
    {
        var name = NameOf(element);
        var where = $"Relationship '{name}'";
        var one = element.Required("ReferencedEntityName", where).ToLowerInvariant();
        if (one == "owner") return null;

        var lookup = element.Required("ReferencingAttributeName", where);
        return new OneToMany
        {
            SchemaName = name,
            OneTable = one,
            ManyTable = element.Required("ReferencingEntityName", where).ToLowerInvariant(),
            Lookup = lookup.ToLowerInvariant(),
            LookupNavigation = NavigationOf(element, "1") ?? lookup.ToLowerInvariant(), // system relationships have no roles
            CollectionNavigation = NavigationOf(element, "0") ?? name,
            OnDelete = CascadeOf(element, "CascadeDelete", where),
            OnAssign = CascadeOf(element, "CascadeAssign", where),
            OnShare = CascadeOf(element, "CascadeShare", where),
            OnReparent = CascadeOf(element, "CascadeReparent", where),
        };
    }

    private static ManyToMany ReadManyToMany(XElement element)
    {
        var name = NameOf(element);
        var where = $"Relationship '{name}'";
        var (first, second) = (element.Required("FirstEntityName", where).ToLowerInvariant(), element.Required("SecondEntityName", where).ToLowerInvariant());
        var intersect = element.Required("IntersectEntityName", where).ToLowerInvariant();
        if (first == second) throw Unsupported.Feature("many-to-many relationships of a table with itself", where);
        return new ManyToMany
        {
            SchemaName = name,
            IntersectTable = intersect,
            IntersectKey = intersect + "id",
            FirstTable = first,
            SecondTable = second,
            FirstColumn = IntersectTables.KeyOf(first),
            SecondColumn = IntersectTables.KeyOf(second),
            FirstNavigation = NavigationOf(element, "1", "AssociationRoleOrdinal") ?? name,
            SecondNavigation = NavigationOf(element, "2", "AssociationRoleOrdinal") ?? name,
        };
    }

    private static string? NavigationOf(XElement element, string role, string kind = "RelationshipRoleType") =>
        element.Element("EntityRelationshipRoles")?.Elements("EntityRelationshipRole")
            .FirstOrDefault(candidate => candidate.Optional(kind) == role)?
            .Optional("NavigationPropertyName");

    private static Cascade CascadeOf(XElement element, string child, string where) => element.Required(child, where) switch
    {
        "NoCascade" => Cascade.NoCascade,
        "Cascade" => Cascade.Cascade,
        "RemoveLink" => Cascade.RemoveLink,
        "Restrict" => Cascade.Restrict,
        var other => throw Unsupported.Feature($"the cascade '{other}'", $"{where}, <{child}>"),
    };
}
