using System.ServiceModel;
using BuyerPath.Sandbox.Conversion;
using BuyerPath.Sandbox.Model;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Pipeline;

/// <summary>Runs the steps of a stage, and turns what a plugin throws into the fault that the caller gets.</summary>
internal static class StepRunner
{
    /// <summary>The stage in which the plugin of a custom API runs.</summary>
    public const int MainStage = 30;

    /// <summary>Runs the synchronous steps of a stage; <paramref name="afterEach"/> hears of every event whose step ran.</summary>
    public static void Run(Call call, int stage, IReadOnlyList<MessageEvent> events, Action<MessageEvent>? afterEach = null)
    {
        foreach (var (step, e) in StepsAt(call, stage, events).Where(item => !item.Step.IsAsynchronous))
        {
            Run(call, e, call.Kernel.Plugins.Of(step), step.Name, ContextOf(call, step, e, mode: 0));
            afterEach?.Invoke(e);
        }
    }

    /// <summary>Keeps the asynchronous steps of stage 40 for after the commit, with the parameters and images of now.</summary>
    public static void Defer(Call call, IReadOnlyList<MessageEvent> events)
    {
        foreach (var (step, e) in StepsAt(call, 40, events).Where(item => item.Step.IsAsynchronous))
        {
            var kept = new MessageEvent
            {
                Message = e.Message, Table = e.Table, PrimaryId = e.PrimaryId, Parent = e.Parent,
                Inputs = Wire.Copy(e.Inputs), Before = e.Before, After = e.After,
            };
            foreach (var (name, value) in e.Outputs) kept.Outputs[name] = Wire.Copy(value);
            foreach (var (name, value) in e.SharedVariables) kept.SharedVariables[name] = value;
            call.Transaction!.After(new BackgroundStep(call with { Transaction = null }, step, kept));
        }
    }

    /// <summary>Runs an asynchronous step. Its failure changes nothing but the trace.</summary>
    public static void Run(BackgroundStep background)
    {
        var (call, step, e) = background;
        try
        {
            Run(call, e, call.Kernel.Plugins.Of(step), step.Name, ContextOf(call, step, e, mode: 1));
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            call.Tell(TraceKind.AsynchronousFailure, e.Message, e.Table, $"{step.Name}: {fault.Message}");
        }
        catch (NotSupportedException refusal)
        {
            call.Note(refusal, e.Message);
        }
    }

    /// <summary>Runs the plugin of a custom API.</summary>
    public static void Run(Call call, MessageEvent e, CustomApi api) =>
        Run(call, e, call.Kernel.Plugins.Of(api), api.UniqueName, new PluginContext(call, e, MainStage));

    private static IEnumerable<(Step Step, MessageEvent Event)> StepsAt(Call call, int stage, IReadOnlyList<MessageEvent> events) =>
        call.SkipsSteps
            ? []
            : from step in call.Kernel.Steps.At(events.Select(e => e.Message).Distinct(), events[0].Table, stage)
              from e in events
              where e.Message == step.Message && e.Concerns(step)
              select (step, e);

    private static PluginContext ContextOf(Call call, Step step, MessageEvent e, int mode)
    {
        var (before, after) = (Images.Before(call, step, e), Images.After(call, step, e));
        return new PluginContext(call, e, step.Stage)
        {
            Mode = mode,
            UserId = step.RunAs ?? call.UserId,
            OwningExtension = new EntityReference("sdkmessageprocessingstep", step.Id) { Name = step.Name },
            PreEntityImagesCollection = before,
            PostEntityImagesCollection = after,
            PreEntityImages = e.IsMultiple ? [] : before.FirstOrDefault() ?? [],
            PostEntityImages = e.IsMultiple ? [] : after.FirstOrDefault() ?? [],
        };
    }

    private static void Run(Call call, MessageEvent e, IPlugin plugin, string name, PluginContext context)
    {
        var own = call with { UserId = context.UserId };
        own.Tell(TraceKind.Step, e.Message, e.Table, name);
        var services = new PluginServices(own, context);
        try
        {
            plugin.Execute(services);
        }
        catch (UnsupportedException)
        {
            throw;
        }
        catch (InvalidPluginExecutionException refusal)
        {
            throw Fault.Of(ErrorCode.PluginRefused, refusal.Message, InnerOf(refusal), services.Text);
        }
        catch (Exception failure)
        {
            throw Fault.Of(ErrorCode.PluginFailed, $"Unexpected exception from plug-in (Execute): {name}: {failure.GetType().Name}: {failure.Message}", InnerOf(failure), services.Text);
        }

        if (call.Transaction?.Doom is { } doom)
        {
            throw Fault.Of(ErrorCode.FaultSwallowed,
                $"{name} caught the fault of a request in its transaction and went on; that cannot be: \"{doom.Message}\"", doom.Detail, services.Text);
        }
    }

    private static OrganizationServiceFault? InnerOf(Exception failure) =>
        (failure as FaultException<OrganizationServiceFault> ?? failure.InnerException as FaultException<OrganizationServiceFault>)?.Detail;
}

/// <summary>An asynchronous step that waits for its transaction to commit.</summary>
internal sealed record BackgroundStep(Call Call, Step Step, MessageEvent Event);
