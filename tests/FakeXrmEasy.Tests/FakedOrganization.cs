using System.Reflection;
using BuyerPath.Plugins.Registration;
using FakeXrmEasy;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.FakeXrmEasy.Tests;

/// <summary>
/// Rows and queries of FakeXrmEasy. Of a pipeline it has one for single messages only, so the steps of our plugins are run here as
/// their attributes say: a save of one row is a bulk save of one.
/// </summary>
internal sealed class FakedOrganization
{
    /// <summary>Plugins that ask with a join "exists", which FakeXrmEasy refuses. They guard configuration that is followed; no scenario changes any.</summary>
    private static readonly Type[] Refused = [typeof(Plugins.FollowedProcessesStay), typeof(Plugins.FollowedModelsStay)];

    private static readonly IReadOnlyList<(StepAttribute Step, Type Plugin)> Steps =
        [.. from plugin in typeof(Plugins.Plugin).Assembly.GetTypes().Except(Refused)
            from step in plugin.GetCustomAttributes<StepAttribute>()
            orderby step.Rank
            select (step, plugin)];

    private static readonly Dictionary<string, string> Bulk = new(StringComparer.Ordinal)
    {
        [Message.Create] = Message.CreateMultiple, [Message.Update] = Message.UpdateMultiple,
    };

    private readonly IOrganizationService rows = new XrmFakedContext().GetOrganizationService();

    public FakedOrganization()
    {
        Service = new FakedService(this, parent: null);
        rows.Create(new Entity("usersettings", FakedExecution.Caller) { ["uilanguageid"] = 1033 }); // each user has such a row
    }

    /// <summary>The service of whoever calls from outside.</summary>
    public IOrganizationService Service { get; }

    /// <summary>The rows past the plugins.</summary>
    public IOrganizationService Rows => rows;

    /// <summary>Saves a row with its steps.</summary>
    public void Save(string message, Entity target, FakedExecution? parent)
    {
        var before = message == Message.Create ? null : rows.Retrieve(target.LogicalName, target.Id, new ColumnSet(true));
        Run(message, Pipeline.PreOperation, target, before, parent);
        Store(message, target);
        Run(message, Pipeline.PostOperation, target, before, parent);
    }

    private void Store(string message, Entity target)
    {
        switch (message)
        {
            case Message.Create:
                rows.Create(target);
                break;
            case Message.Update:
                rows.Update(target);
                break;
            default:
                rows.Delete(target.LogicalName, target.Id);
                break;
        }
    }

    private void Run(string message, Pipeline stage, Entity target, Entity? before, FakedExecution? parent)
    {
        var asBulk = Bulk.GetValueOrDefault(message, message);
        foreach (var (step, plugin) in Steps.Where(one => one.Step.Table == target.LogicalName && one.Step.Stage == stage && (one.Step.Message == message || one.Step.Message == asBulk)))
        {
            if (step.When.Length > 0 && !step.When.Any(target.Contains)) continue;

            var execution = new FakedExecution(this, step.Message, target, before, parent);
            ((IPlugin)Activator.CreateInstance(plugin)!).Execute(execution);
        }
    }
}
