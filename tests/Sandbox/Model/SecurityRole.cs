namespace BuyerPath.Sandbox.Model;

/// <summary>How far a privilege reaches, from the holder outwards; each depth includes those before it.</summary>
public enum PrivilegeDepth
{
    /// <summary>Rows of the user and of their teams, and what is shared with them.</summary>
    Basic,

    /// <summary>Rows of the business unit as well.</summary>
    Local,

    /// <summary>Rows of the business units below it as well.</summary>
    Deep,

    /// <summary>All rows.</summary>
    Global,
}

/// <summary>A set of privileges that is given to users and teams. Roles come from the solution and from the platform, never from a request.</summary>
public sealed record SecurityRole
{
    /// <summary>Id of the role.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>True for System Administrator: every privilege there is, at depth Global.</summary>
    public bool HasAllPrivileges { get; init; }

    /// <summary>Depth by privilege (prvReadOpportunity ...), compared without case.</summary>
    public required IReadOnlyDictionary<string, PrivilegeDepth> Privileges { get; init; }

    /// <summary>How far it gives that privilege; null when it does not.</summary>
    public PrivilegeDepth? DepthOf(string privilege) =>
        HasAllPrivileges ? PrivilegeDepth.Global : Privileges.TryGetValue(privilege, out var depth) ? depth : null;
}
