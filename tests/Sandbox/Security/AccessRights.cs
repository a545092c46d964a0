using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Security;

/// <summary>
/// What can be done with a row, numbered as in Dataverse. It stands in for the type of the same name in
/// Microsoft.Crm.Sdk.Messages, which is not in the assembly that plugins are compiled against.
/// </summary>
[Flags]
public enum AccessRights
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>See it.</summary>
    ReadAccess = 1,

    /// <summary>Change it.</summary>
    WriteAccess = 2,

    /// <summary>Let it point at other rows.</summary>
    AppendAccess = 4,

    /// <summary>Let other rows point at it.</summary>
    AppendToAccess = 16,

    /// <summary>Create it.</summary>
    CreateAccess = 32,

    /// <summary>Delete it.</summary>
    DeleteAccess = 65536,

    /// <summary>Share it.</summary>
    ShareAccess = 262144,

    /// <summary>Give it to another owner.</summary>
    AssignAccess = 524288,
}

/// <summary>A user or team and what they may do with a row. Stands in like <see cref="AccessRights"/>.</summary>
/// <param name="Principal">A systemuser or team.</param>
/// <param name="AccessMask">What they may do.</param>
public sealed record PrincipalAccess(EntityReference Principal, AccessRights AccessMask);
