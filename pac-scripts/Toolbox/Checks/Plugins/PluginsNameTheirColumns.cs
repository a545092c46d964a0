namespace BuyerPath.Toolbox.Checks.Plugins;

/// <summary>Queries name their columns (the solution checker's <c>il-specify-column</c>).</summary>
internal sealed class PluginsNameTheirColumns() : ForbiddenUse(
    "a plugin names the columns that it reads",
    use => use is "Microsoft.Xrm.Sdk.Query.ColumnSet..ctor(bool)" or "Microsoft.Xrm.Sdk.Query.ColumnSet.set_AllColumns");
