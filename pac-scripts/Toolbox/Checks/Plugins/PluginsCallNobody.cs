namespace BuyerPath.Toolbox.Checks.Plugins;

/// <summary>Nothing outside the organisation is called, so that there is neither a connection to keep alive nor a time-out to forget (the solution checker's <c>il-turn-off-keepalive</c>).</summary>
internal sealed class PluginsCallNobody() : ForbiddenUse(
    "a plugin talks to its organisation only",
    use => use.StartsWith("System.Net.", StringComparison.Ordinal));
