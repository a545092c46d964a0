using BuyerPath.Sandbox;

namespace BuyerPath.Plugins.Tests;

/// <summary>The service calls that plugins make: what a save costs, measured alike on every machine.</summary>
internal sealed record ServiceCalls(int Reads, int Writes)
{
    /// <summary>Runs it and counts.</summary>
    public static ServiceCalls Of(Scene scene, Action save)
    {
        scene.Organization.Trace.Clear();
        save();
        var made = scene.Organization.Trace.Entries.Where(entry => entry.Kind == TraceKind.PluginCall).ToList();
        return new ServiceCalls(
            made.Count(call => call.Message.StartsWith("Retrieve", StringComparison.Ordinal)),
            made.Count(call => !call.Message.StartsWith("Retrieve", StringComparison.Ordinal)));
    }
}
