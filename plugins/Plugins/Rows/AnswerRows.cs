using BuyerPath.Domain.Positions;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Plugins.Rows;

/// <summary>buy_answer rows as domain answers.</summary>
internal static class AnswerRows
{
    /// <summary>Answers, as they go along to another process.</summary>
    public static readonly EvidenceTable Evidence = new(
        AnswerTable.LogicalName,
        AnswerTable.OpportunityId,
        AnswerTable.QuestionId,
        QuestionTable.LogicalName,
        QuestionTable.QuestionId,
        QuestionTable.Key,
        AnswerTable.AnsweredOn,
        [AnswerTable.Value, AnswerTable.Grade, AnswerTable.Detail, AnswerTable.SourceId]);

    /// <summary>The active answers on these opportunities, by opportunity: one query.</summary>
    public static ILookup<Guid, Answer> AnswersOn(this IOrganizationService data, IEnumerable<Guid> opportunityIds)
    {
        var query = Reading.Query(
            AnswerTable.LogicalName, AnswerTable.OpportunityId, opportunityIds,
            AnswerTable.OpportunityId, AnswerTable.QuestionId, AnswerTable.Value, AnswerTable.Grade,
            AnswerTable.AnsweredOn, AnswerTable.SourceId, AnswerTable.CreatedOn);
        return data.All(query.OnlyActive()).ToLookup(row => row.IdOf(AnswerTable.OpportunityId), ToAnswer);
    }

    /// <summary>The rows of all answers on the opportunity, inactive ones too, by question; only their state is read.</summary>
    public static IReadOnlyDictionary<Guid, Entity> AnswerRowsByQuestion(this IOrganizationService data, Guid opportunityId) =>
        data.All(Reading.Query(
                AnswerTable.LogicalName, AnswerTable.OpportunityId, [opportunityId],
                AnswerTable.QuestionId, AnswerTable.StateCode))
            .ToDictionary(row => row.IdOf(AnswerTable.QuestionId));

    private static Answer ToAnswer(Entity row) => new(
        row.IdOf(AnswerTable.QuestionId),
        row.OptionOf<AnswerValue>(AnswerTable.Value) ?? AnswerValue.Unknown,
        row.OptionOf<EvidenceGrade>(AnswerTable.Grade),
        row.GetAttributeValue<DateTime?>(AnswerTable.AnsweredOn) ?? row.GetAttributeValue<DateTime>(AnswerTable.CreatedOn),
        row.OptionalIdOf(AnswerTable.SourceId));
}
