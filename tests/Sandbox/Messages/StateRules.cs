using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Store;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Messages;

/// <summary>State and status belong together: every status is of one state, every state has a default status.</summary>
internal static class StateRules
{
    private const int DefaultOfState = -1; // what callers may send as a status

    /// <summary>What a create takes of the target. A state other than the first is ignored, as the platform does, and its status with it.</summary>
    public static IEnumerable<KeyValuePair<string, object>> WithoutForeignState(Table table, Entity target)
    {
        var isForeign = FirstState(table) is { } first
            && target.Attributes.TryGetValue("statecode", out var state) && state is OptionSetValue { Value: var value } && value != first;
        return isForeign ? target.Attributes.Where(attribute => attribute.Key is not ("statecode" or "statuscode")) : target.Attributes;
    }

    /// <summary>Fills in state and status, and refuses a status of another state.</summary>
    public static void Complete(Table table, Dictionary<string, object> values, Row? before)
    {
        if (table.Find("statecode")?.Choice is not { } states || table.Find("statuscode")?.Choice is not { } statuses) return;

        var state = (int)(values.GetValueOrDefault("statecode") ?? before?["statecode"] ?? FirstState(table)!);
        var status = values.GetValueOrDefault("statuscode") as int? ?? states.Find(state)!.DefaultStatus!.Value;
        if (statuses.Find(status)!.State != state)
        {
            throw Fault.Of(ErrorCode.StatusNotOfState,
                $"{status} is not a valid status of {table.LogicalName} in the state {state}; valid are {string.Join(", ", statuses.Options.Where(option => option.State == state).Select(option => option.Value))}.");
        }
        (values["statecode"], values["statuscode"]) = (state, status);
    }

    /// <summary>The status that a caller means for a state: the one given, or the default for nothing and for −1.</summary>
    public static int StatusFor(Table table, int state, OptionSetValue? given) =>
        given is null or { Value: DefaultOfState } ? table.Columns["statecode"].Choice!.Find(state)!.DefaultStatus!.Value : given.Value;

    private static int? FirstState(Table table) => table.Find("statecode")?.Choice?.Options[0].Value;
}
