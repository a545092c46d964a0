using BuyerPath.Domain.Positions;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Plugins.Rows;

/// <summary>Copies of buy_process, buy_stage and buy_question rows.</summary>
internal static class ProcessCopies
{
    private static readonly string[] OfProcess =
    [
        ProcessTable.Name, ProcessTable.Description, ProcessTable.Key, ProcessTable.Mode, ProcessTable.PriorBits,
        ProcessTable.StatementHalfLifeDays, ProcessTable.DeedHalfLifeDays,
    ];

    private static readonly string[] OfStage =
    [
        StageTable.Name, StageTable.Key, StageTable.Order, StageTable.Objective, StageTable.Concern, StageTable.Decision,
        StageTable.BackSign, StageTable.UsualParty, StageTable.SellerStages,
    ];

    private static readonly string[] OfQuestion =
    [
        QuestionTable.Text, QuestionTable.Key, QuestionTable.Order, QuestionTable.Proof, QuestionTable.Weight,
        QuestionTable.Kind, QuestionTable.IsNegative,
    ];

    /// <summary>
    /// A draft that is the newest version of this process, with its stages and active questions: four reads, and a write for
    /// each row.
    /// </summary>
    /// <returns>The id of the draft.</returns>
    public static Guid CloneProcess(this IOrganizationService data, Guid processId)
    {
        var process = data.Retrieve(ProcessTable.LogicalName, processId, new ColumnSet(OfProcess));
        var stages = data.All(Reading.Query(StageTable.LogicalName, StageTable.ProcessId, [processId], OfStage)).ToList();
        var questions = data.All(ProcessRows.QuestionsOf([processId], [QuestionTable.StageId, .. OfQuestion])).ToLookup(row => row.IdOf(QuestionTable.StageId));

        var draft = Copy(process, OfProcess);
        draft[ProcessTable.Lifecycle] = Lifecycle.Draft.ToOption();
        draft[ProcessTable.Version] = data.HighestVersionOf(process.GetAttributeValue<string>(ProcessTable.Key)) + 1;
        var draftId = data.Create(draft);
        foreach (var stage in stages)
        {
            var copy = data.Create(Copy(stage, OfStage, StageTable.ProcessId, new EntityReference(ProcessTable.LogicalName, draftId)));
            foreach (var question in questions[stage.Id])
                data.Create(Copy(question, OfQuestion, QuestionTable.StageId, new EntityReference(StageTable.LogicalName, copy)));
        }
        return draftId;
    }

    private static int HighestVersionOf(this IOrganizationService data, string key)
    {
        var query = new QueryExpression(ProcessTable.LogicalName) { ColumnSet = new ColumnSet(ProcessTable.Version), TopCount = 1 };
        query.Criteria.AddCondition(ProcessTable.Key, ConditionOperator.Equal, key);
        query.AddOrder(ProcessTable.Version, OrderType.Descending);
        return data.RetrieveMultiple(query).Entities.Single().GetAttributeValue<int>(ProcessTable.Version);
    }

    private static Entity Copy(Entity from, IEnumerable<string> columns, string lookup, EntityReference owner)
    {
        var copy = Copy(from, columns);
        copy[lookup] = owner;
        return copy;
    }

    private static Entity Copy(Entity from, IEnumerable<string> columns)
    {
        var copy = new Entity(from.LogicalName);
        copy.Attributes.AddRange(from.Attributes.Where(column => columns.Contains(column.Key)));
        return copy;
    }
}
