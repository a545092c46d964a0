using BuyerPath.Sandbox.Model;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Query;

/// <summary>The sources of a query, by the names that conditions, orders and columns call them.</summary>
internal sealed class Scope
{
    private readonly List<Source> _sources = [];
    private readonly List<Join> _joins = [];
    private readonly Dictionary<LinkEntity, Source> _byLink = new(ReferenceEqualityComparer.Instance);

    /// <param name="root">Table of the root.</param>
    /// <param name="alias">What the root is called; by default, like its table.</param>
    /// <param name="isAnswered">False inside a filter on related rows, of which nothing but their existence is answered.</param>
    public Scope(Table root, string? alias = null, bool isAnswered = true)
    {
        _sources.Add(new Source(0, root, string.IsNullOrEmpty(alias) ? root.LogicalName : alias));
        IsAnswered = isAnswered;
    }

    /// <summary>True when columns and orders of the sources can be asked for.</summary>
    public bool IsAnswered { get; }

    public Source Root => _sources[0];

    public IReadOnlyList<Source> Sources => _sources;

    public IReadOnlyList<Join> Joins => _joins;

    /// <summary>Adds what a link leads to. Without an alias of its own it is called by <paramref name="defaultAlias"/>.</summary>
    public Source Add(Table table, LinkEntity link, string defaultAlias)
    {
        var source = new Source(_sources.Count, table, string.IsNullOrEmpty(link.EntityAlias) ? defaultAlias : link.EntityAlias);
        if (_sources.Skip(1).Any(other => PlainValues.Text.Equals(other.Alias, source.Alias)))
            throw QueryFault.Alias($"The alias '{source.Alias}' is used by two links.");
        if (!_byLink.TryAdd(link, source)) throw QueryFault.Join($"The link '{source.Alias}' is part of the query twice.");

        _sources.Add(source);
        return source;
    }

    public void Add(Join join) => _joins.Add(join);

    /// <summary>The source of that link; the root for null.</summary>
    public Source SourceOf(LinkEntity? link) =>
        link is null ? Root
        : _byLink.TryGetValue(link, out var source) ? source
        : throw QueryFault.Join($"The link {link.JoinOperator} to {link.LinkToEntityName} adds no rows, so it has no columns to ask for.");

    /// <summary>The source of that alias, or else the only source of the table of that name.</summary>
    public Source Named(string name)
    {
        var found = _sources.Skip(1).FirstOrDefault(source => PlainValues.Text.Equals(source.Alias, name));
        if (found is not null) return found;
        if (PlainValues.Text.Equals(Root.Alias, name) || Root.Table.LogicalName == name) return Root;

        var ofTable = _sources.Where(source => source.Table.LogicalName == name).ToList();
        return ofTable.Count switch
        {
            0 => throw QueryFault.UnknownAlias(name),
            1 => ofTable[0],
            _ => throw QueryFault.Alias($"'{name}' names {ofTable.Count} links; give them aliases."),
        };
    }
}
