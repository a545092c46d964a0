namespace BuyerPath.Sandbox.Model;

/// <summary>A model-driven app: what it brings together, and the way through it.</summary>
public sealed record App
{
    /// <summary>Unique name, which its site map bears, too.</summary>
    public required string UniqueName { get; init; }

    /// <summary>What people see.</summary>
    public required Labels Name { get; init; }

    /// <summary>What it is for.</summary>
    public required Labels Description { get; init; }

    /// <summary>The web resource that is its icon; null for the stock icon.</summary>
    public WebResource? Icon { get; init; }

    /// <summary>Logical names of its tables.</summary>
    public required IReadOnlySet<string> Tables { get; init; }

    /// <summary>Ids of the forms, views, charts and dashboards it lists. Of a table with a listed form it shows only the listed ones; views and charts alike.</summary>
    public required IReadOnlySet<Guid> Listed { get; init; }

    /// <summary>Ids of the roles whose members see the app.</summary>
    public required IReadOnlyList<Guid> Roles { get; init; }

    /// <summary>Its navigation, from the first area to the last.</summary>
    public required IReadOnlyList<SiteMapArea> Areas { get; init; }
}

/// <summary>An area of the navigation.</summary>
public sealed record SiteMapArea(string Id, Labels Title, IReadOnlyList<SiteMapGroup> Groups);

/// <summary>A group of an area.</summary>
public sealed record SiteMapGroup(string Id, Labels Title, IReadOnlyList<SiteMapEntry> Entries);

/// <summary>An entry of a group. It leads to a table or to a dashboard; the other one is null.</summary>
/// <param name="Id">Its id in the site map.</param>
/// <param name="Title">Its own title; <see cref="Labels.None"/> when it bears the name of its table.</param>
/// <param name="Table">Logical name of the table whose list opens.</param>
/// <param name="Dashboard">Id of the dashboard that opens.</param>
/// <param name="Needs">What a user must be allowed for the entry to show.</param>
public sealed record SiteMapEntry(string Id, Labels Title, string? Table, Guid? Dashboard, IReadOnlyList<NeededPrivilege> Needs);

/// <summary>A privilege, such as <c>Write</c>, on a table.</summary>
public sealed record NeededPrivilege(string Table, string Privilege);
