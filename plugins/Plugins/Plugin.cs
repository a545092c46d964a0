using System.ServiceModel;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins;

/// <summary>
/// The shell around every plugin: it looks up the services, and it is the only place that catches. A refusal reaches
/// the user as written; anything else becomes a sentence with a number, and only the trace log keeps the stack.
/// Dataverse keeps one instance for many calls, so a plugin has no state.
/// </summary>
public abstract class Plugin : IPlugin
{
    /// <inheritdoc />
    public void Execute(IServiceProvider serviceProvider)
    {
        var change = new Change(serviceProvider);
        try
        {
            Run(change);
        }
        catch (Refusal refusal)
        {
            throw new InvalidPluginExecutionException(string.Join("\n", refusal.Decision.ReasonsIn(change.Language)));
        }
        catch (InvalidPluginExecutionException)
        {
            throw; // of another plugin: its message was written for the user
        }
        catch (FaultException<OrganizationServiceFault> refusal)
        {
            change.Trace(refusal.ToString());
            throw new InvalidPluginExecutionException(OperationStatus.Failed, refusal.Detail.ErrorCode, refusal.Detail.Message);
        }
        catch (Exception fault)
        {
            change.Trace(fault.ToString());
            // In both languages, since after a fault nothing more may be asked of the platform.
            throw new InvalidPluginExecutionException(
                $"{GetType().Name} failed. Please give your administrator this number: {change.CorrelationId}\n"
                + $"{GetType().Name} epäonnistui. Anna tämä numero järjestelmänvalvojalle: {change.CorrelationId}",
                fault);
        }
    }

    /// <summary>What the plugin does: read, decide, write.</summary>
    protected abstract void Run(Change change);
}
