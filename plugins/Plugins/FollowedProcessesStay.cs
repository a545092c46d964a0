using BuyerPath.Plugins.Api;
using BuyerPath.Plugins.Registration;
using BuyerPath.Plugins.Rows;
using BuyerPath.Plugins.Schema;

namespace BuyerPath.Plugins;

/// <summary>Keeps a process as it was chosen, once an opportunity follows it: what its positions are calculated from does not change.</summary>
[Step(Message.UpdateMultiple, ProcessTable.LogicalName, Pipeline.PreOperation,
    When =
    [
        ProcessTable.Key, ProcessTable.Version, ProcessTable.Mode, ProcessTable.PriorBits,
        ProcessTable.StatementHalfLifeDays, ProcessTable.DeedHalfLifeDays,
    ],
    Before =
    [
        ProcessTable.Key, ProcessTable.Version, ProcessTable.Mode, ProcessTable.PriorBits,
        ProcessTable.StatementHalfLifeDays, ProcessTable.DeedHalfLifeDays,
    ])]
[Step(Message.CreateMultiple, StageTable.LogicalName, Pipeline.PreOperation)]
[Step(Message.UpdateMultiple, StageTable.LogicalName, Pipeline.PreOperation,
    When = [StageTable.ProcessId, StageTable.Key, StageTable.Order],
    Before = [StageTable.ProcessId, StageTable.Key, StageTable.Order])]
[Step(Message.Delete, StageTable.LogicalName, Pipeline.PreOperation, Before = [StageTable.ProcessId])]
[Step(Message.CreateMultiple, QuestionTable.LogicalName, Pipeline.PreOperation)]
[Step(Message.UpdateMultiple, QuestionTable.LogicalName, Pipeline.PreOperation,
    When =
    [
        QuestionTable.StageId, QuestionTable.Key, QuestionTable.Order, QuestionTable.Weight, QuestionTable.Kind,
        QuestionTable.IsNegative, QuestionTable.StateCode,
    ],
    Before =
    [
        QuestionTable.StageId, QuestionTable.Key, QuestionTable.Order, QuestionTable.Weight, QuestionTable.Kind,
        QuestionTable.IsNegative, QuestionTable.StateCode,
    ])]
[Step(Message.Delete, QuestionTable.LogicalName, Pipeline.PreOperation, Before = [QuestionTable.StageId])]
public sealed class FollowedProcessesStay : FollowedVersionsStay
{
    /// <summary>Name of the Custom API that writes a draft.</summary>
    private protected override string WritesDrafts => CloneProcess.Name;

    /// <summary>The process of a process or a stage, the stage of a question.</summary>
    private protected override string? Lookup(string table) => table switch
    {
        StageTable.LogicalName => StageTable.ProcessId,
        QuestionTable.LogicalName => QuestionTable.StageId,
        _ => null,
    };

    private protected override IReadOnlyDictionary<Guid, string> Followed(Change change, IEnumerable<Guid> owners) =>
        change.Table == QuestionTable.LogicalName
            ? change.AllData.StagesFollowedOf(owners)
            : change.AllData.FollowedOf(VersionTable.Processes, owners);
}
