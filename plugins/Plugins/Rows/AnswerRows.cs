using BuyerPath.Domain.Positions;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Plugins.Rows;

/// <summary>buy_answer rows as domain answers.</summary>
internal static class AnswerRows
{
    private const int Active = 0;

    /// <summary>The active answers on these opportunities, by opportunity: one query.</summary>
    public static ILookup<Guid, Answer> AnswersOn(this IOrganizationService data, IEnumerable<Guid> opportunityIds)
    {
        var query = Reading.Query(
            AnswerTable.LogicalName, AnswerTable.OpportunityId, opportunityIds,
            AnswerTable.OpportunityId, AnswerTable.QuestionId, AnswerTable.Value, AnswerTable.Grade,
            AnswerTable.AnsweredOn, AnswerTable.SourceId, AnswerTable.CreatedOn);
        query.Criteria.AddCondition(AnswerTable.StateCode, ConditionOperator.Equal, Active);
        return data.All(query).ToLookup(row => row.IdOf(AnswerTable.OpportunityId), ToAnswer);
    }

    /// <summary>The ids of all answers on the opportunity, inactive ones too, by question.</summary>
    public static IReadOnlyDictionary<Guid, Guid> AnswerIdsByQuestion(this IOrganizationService data, Guid opportunityId) =>
        data.All(Reading.Query(AnswerTable.LogicalName, AnswerTable.OpportunityId, [opportunityId], AnswerTable.QuestionId))
            .ToDictionary(row => row.IdOf(AnswerTable.QuestionId), row => row.Id);

    private static Answer ToAnswer(Entity row) => new(
        row.IdOf(AnswerTable.QuestionId),
        row.OptionOf<AnswerValue>(AnswerTable.Value) ?? AnswerValue.Unknown,
        row.OptionOf<EvidenceGrade>(AnswerTable.Grade),
        row.GetAttributeValue<DateTime?>(AnswerTable.AnsweredOn) ?? row.GetAttributeValue<DateTime>(AnswerTable.CreatedOn),
        row.OptionalIdOf(AnswerTable.SourceId));
}
