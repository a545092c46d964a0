using BuyerPath.Domain.Journeys;
using BuyerPath.Domain.Positions;
using BuyerPath.Plugins.Registration;
using BuyerPath.Plugins.Rows;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins.Api;

/// <summary>
/// Records answers on an opportunity in one request and returns its new journey. An answer to a question that has one
/// replaces it. The answers are written with the caller's rights; the journey is recalculated once.
/// </summary>
[CustomApi(Name, BoundTo = OpportunityTable.LogicalName,
    English = "Record answers",
    Finnish = "Kirjaa vastaukset",
    EnglishDescription = "Records answers to questions of the buying process on an opportunity and returns its new journey.",
    FinnishDescription = "Kirjaa myyntimahdollisuudelle vastauksia ostoprosessin kysymyksiin ja palauttaa uuden ostopolun.")]
[ApiParameter(Answers, ParameterType.EntityCollection, Table = AnswerTable.LogicalName,
    English = "Answers: question, value, evidence grade, and where known detail, source person and date.",
    Finnish = "Vastaukset: kysymys, arvo, näytön aste sekä mahdollisuuksien mukaan tarkenne, lähdehenkilö ja päivä.")]
[ApiProperty(Journey, ParameterType.String,
    English = "The opportunity's new journey as JSON, the same as its column buy_journey.",
    Finnish = "Myyntimahdollisuuden uusi ostopolku JSON-muodossa, sama kuin sarakkeessa buy_journey.")]
public sealed class RecordAnswers : Plugin
{
    /// <summary>Name of the Custom API.</summary>
    public const string Name = "buy_RecordAnswers";

    private const string Answers = "Answers";
    private const string Journey = "Journey";

    /// <inheritdoc />
    protected override void Run(Change change)
    {
        var opportunity = change.Input<EntityReference>("Target");
        var answers = change.Input<EntityCollection>(Answers).Entities;
        Change.Require(AnswerRules.AreDistinct([.. answers.Select(answer => answer.OptionalIdOf(AnswerTable.QuestionId))]));

        change.AllData.Lock([opportunity.Id], change.Now);
        var existing = change.AllData.AnswerRowsByQuestion(opportunity.Id);
        foreach (var answer in answers)
            Save(change.Data, opportunity, answer, existing);

        var cause = answers.All(answer => existing.ContainsKey(answer.IdOf(AnswerTable.QuestionId))) ? MoveCause.ChangedAnswer : MoveCause.NewAnswer;
        var calculated = change.RecalculateLocked([opportunity.Id], cause)[opportunity.Id];
        Change.Require(AnswerRules.MayBeRecorded(calculated.IsClosed));
        foreach (var answer in answers)
            Change.Require(AnswerRules.BelongsTo(calculated.Process, answer.IdOf(AnswerTable.QuestionId)));

        change.Answer(Journey, JourneyJson.Write(calculated.Journey!));
    }

    private static void Save(IOrganizationService data, EntityReference opportunity, Entity answer, IReadOnlyDictionary<Guid, Entity> existing)
    {
        if (existing.TryGetValue(answer.IdOf(AnswerTable.QuestionId), out var there))
        {
            data.Replace(there, answer.Attributes);
            return;
        }

        var row = new Entity(AnswerTable.LogicalName) { [AnswerTable.OpportunityId] = opportunity };
        row.Attributes.AddRange(answer.Attributes.Where(column => column.Key != AnswerTable.OpportunityId));
        data.Create(row);
    }
}
