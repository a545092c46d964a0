namespace BuyerPath.Toolbox.Checks.Plugins;

/// <summary>No request that holds others (the solution checker's <c>il-avoid-batch-plugin</c>).</summary>
internal sealed class PluginsMakeNoBatchRequests() : ForbiddenUse(
    "a plugin is in a transaction already, and a batch in it waits longer than the pipeline may",
    use => use is "Microsoft.Xrm.Sdk.Messages.ExecuteMultipleRequest" or "Microsoft.Xrm.Sdk.Messages.ExecuteTransactionRequest");
