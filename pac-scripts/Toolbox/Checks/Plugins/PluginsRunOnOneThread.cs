namespace BuyerPath.Toolbox.Checks.Plugins;

/// <summary>No threads and no locks (the solution checker's <c>il-avoid-parallel-plugin</c> and <c>il-avoid-lock-plugin</c>).</summary>
internal sealed class PluginsRunOnOneThread() : ForbiddenUse(
    "a plugin has one thread and one transaction",
    use => use is "System.Threading.Tasks.Parallel" or "System.Threading.Tasks.Task" or "System.Threading.Thread" or "System.Threading.ThreadPool" or "System.Threading.Monitor");
