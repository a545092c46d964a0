namespace BuyerPath.Toolbox.Checks.Plugins;

/// <summary>State, owner and parent are columns of an update (the solution checker's <c>il-avoid-specialized-update-ops</c>).</summary>
internal sealed class PluginsUpdateByUpdate() : ForbiddenUse(
    "an update does the same with fewer steps",
    use => use is "Microsoft.Crm.Sdk.Messages.SetStateRequest" or "Microsoft.Crm.Sdk.Messages.AssignRequest" or "Microsoft.Crm.Sdk.Messages.SetBusinessUnitSystemUserRequest" or "Microsoft.Crm.Sdk.Messages.SetParentSystemUserRequest" or "Microsoft.Crm.Sdk.Messages.SetParentTeamRequest");
