using BuyerPath.Domain.Positions;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Plugins.Rows;

/// <summary>buy_answer rows as domain answers.</summary>
internal static class AnswerRows
{
    private const int Active = 0;
    private const int ActiveStatus = 1;

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

    /// <summary>The rows of all answers on the opportunity, inactive ones too, by question; only their state is read.</summary>
    public static IReadOnlyDictionary<Guid, Entity> AnswerRowsByQuestion(this IOrganizationService data, Guid opportunityId) =>
        data.All(Reading.Query(
                AnswerTable.LogicalName, AnswerTable.OpportunityId, [opportunityId],
                AnswerTable.QuestionId, AnswerTable.StateCode))
            .ToDictionary(row => row.IdOf(AnswerTable.QuestionId));

    /// <summary>Writes an answer in place of the one that is there; a withdrawn answer counts again.</summary>
    public static void Replace(this IOrganizationService data, Entity existing, AttributeCollection answer)
    {
        var row = new Entity(AnswerTable.LogicalName, existing.Id);
        row.Attributes.AddRange(answer);
        if (existing.GetAttributeValue<OptionSetValue>(AnswerTable.StateCode).Value != Active)
        {
            row[AnswerTable.StateCode] = new OptionSetValue(Active);
            row[AnswerTable.StatusCode] = new OptionSetValue(ActiveStatus);
        }
        data.Update(row);
    }

    private static Answer ToAnswer(Entity row) => new(
        row.IdOf(AnswerTable.QuestionId),
        row.OptionOf<AnswerValue>(AnswerTable.Value) ?? AnswerValue.Unknown,
        row.OptionOf<EvidenceGrade>(AnswerTable.Grade),
        row.GetAttributeValue<DateTime?>(AnswerTable.AnsweredOn) ?? row.GetAttributeValue<DateTime>(AnswerTable.CreatedOn),
        row.OptionalIdOf(AnswerTable.SourceId));
}
