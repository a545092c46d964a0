using BuyerPath.Domain.Positions;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Plugins.Rows;

/// <summary>An answer with the row that holds it.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Row">What it says.</param>
internal sealed record GivenAnswerRow(GivenAnswer Answer, Entity Row);

/// <summary>buy_answer rows as domain answers.</summary>
internal static class AnswerRows
{
    private const int ActiveStatus = 1;

    private static readonly string[] Said =
        [AnswerTable.Value, AnswerTable.Grade, AnswerTable.Detail, AnswerTable.SourceId, AnswerTable.AnsweredOn];

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

    /// <summary>Writes an answer in place of the one that is there; a withdrawn answer counts again.</summary>
    public static void Replace(this IOrganizationService data, Entity existing, AttributeCollection answer)
    {
        var row = new Entity(AnswerTable.LogicalName, existing.Id);
        row.Attributes.AddRange(answer);
        if (existing.GetAttributeValue<OptionSetValue>(AnswerTable.StateCode).Value != Reading.Active)
        {
            row[AnswerTable.StateCode] = new OptionSetValue(Reading.Active);
            row[AnswerTable.StatusCode] = new OptionSetValue(ActiveStatus);
        }
        data.Update(row);
    }

    /// <summary>All answers on these opportunities, withdrawn ones too, with the keys of their questions, by opportunity: one query.</summary>
    public static ILookup<Guid, GivenAnswerRow> GivenAnswersOn(this IOrganizationService data, IEnumerable<Guid> opportunityIds)
    {
        var query = Reading.Query(
            AnswerTable.LogicalName, AnswerTable.OpportunityId, opportunityIds,
            [AnswerTable.OpportunityId, AnswerTable.QuestionId, AnswerTable.OwnerId, AnswerTable.StateCode, AnswerTable.CreatedOn, .. Said]);
        var question = query.AddLink(QuestionTable.LogicalName, AnswerTable.QuestionId, QuestionTable.QuestionId);
        question.EntityAlias = QuestionTable.LogicalName;
        question.Columns = new ColumnSet(QuestionTable.Key);
        return data.All(query).ToLookup(row => row.IdOf(AnswerTable.OpportunityId), row => new GivenAnswerRow(ToGivenAnswer(row), row));
    }

    /// <summary>
    /// Lets these answers count in another process: copies, so that going back finds what was there. As many writes as answers,
    /// for a plugin makes no batch requests.
    /// </summary>
    public static void Keep(this IOrganizationService data, IEnumerable<GivenAnswerRow> given, IEnumerable<KeptAnswer> kept)
    {
        var rows = given.ToDictionary(each => each.Answer.Id, each => each.Row);
        foreach (var answer in kept)
        {
            var from = rows[answer.Answer.Id];
            var said = new AttributeCollection();
            said.AddRange(Said.Select(column => new KeyValuePair<string, object?>(column, from.GetAttributeValue<object>(column))));
            said[AnswerTable.AnsweredOn] = answer.Answer.AnsweredOn;

            if (answer.InPlaceOf is { } old) data.Replace(rows[old.Id], said);
            else data.Create(ToCopy(from, answer.QuestionId, said));
        }
    }

    private static Entity ToCopy(Entity from, Guid questionId, AttributeCollection said)
    {
        var copy = new Entity(AnswerTable.LogicalName)
        {
            [AnswerTable.OpportunityId] = from[AnswerTable.OpportunityId],
            [AnswerTable.QuestionId] = new EntityReference(QuestionTable.LogicalName, questionId),
            [AnswerTable.OwnerId] = from[AnswerTable.OwnerId],
        };
        copy.Attributes.AddRange(said);
        return copy;
    }

    private static GivenAnswer ToGivenAnswer(Entity row) => new(
        row.Id,
        row.IdOf(AnswerTable.QuestionId),
        (string?)row.GetAttributeValue<AliasedValue>($"{QuestionTable.LogicalName}.{QuestionTable.Key}")?.Value ?? "",
        AnsweredOn(row),
        row.GetAttributeValue<OptionSetValue>(AnswerTable.StateCode).Value != Reading.Active);

    private static Answer ToAnswer(Entity row) => new(
        row.IdOf(AnswerTable.QuestionId),
        row.OptionOf<AnswerValue>(AnswerTable.Value) ?? AnswerValue.Unknown,
        row.OptionOf<EvidenceGrade>(AnswerTable.Grade),
        AnsweredOn(row),
        row.OptionalIdOf(AnswerTable.SourceId));

    private static DateTime AnsweredOn(Entity row) =>
        row.GetAttributeValue<DateTime?>(AnswerTable.AnsweredOn) ?? row.GetAttributeValue<DateTime>(AnswerTable.CreatedOn);
}
