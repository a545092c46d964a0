using BuyerPath.Plugins.Api;
using BuyerPath.Plugins.Schema;
using BuyerPath.Toolbox.Admin;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Live;

/// <summary>One opportunity from its first answer to its outcome, through the plugins of the environment; at the end it is deleted, whatever happened.</summary>
internal sealed class ThrowAwayDeal
{
    private readonly IOrganizationService service;
    private readonly Action<string> say;
    private readonly EntityReference opportunity;

    private ThrowAwayDeal(IOrganizationService service, Action<string> say)
    {
        (this.service, this.say) = (service, say);
        opportunity = new EntityReference(OpportunityTable.LogicalName, service.Create(new Entity(OpportunityTable.LogicalName)
        {
            [OpportunityTable.Name] = $"BuyerPath live check {Guid.NewGuid():N}, may be deleted",
        }));
    }

    /// <summary>Plays it.</summary>
    /// <param name="service">The environment, as somebody who may write opportunities and answers.</param>
    /// <param name="say">Told every step that went well.</param>
    /// <exception cref="AdminException">Something is not as it should be; the sentence names it.</exception>
    public static void Play(IOrganizationService service, Action<string> say)
    {
        var deal = new ThrowAwayDeal(service, say);
        try
        {
            deal.Play();
        }
        finally
        {
            service.Delete(deal.opportunity.LogicalName, deal.opportunity.Id); // its answers, steps and history go with it
            say("The opportunity was deleted.");
        }
    }

    private void Play()
    {
        var row = Row();
        var process = row.GetAttributeValue<EntityReference>(OpportunityTable.ProcessId)
            ?? throw new AdminException("A new opportunity got no buying process.", "bring the processes (seed.cs), and see buy_DefaultProcess.");
        Require("begins at the first stage", OrderOf(row) == 1);
        Require("has a journey from the start", row.GetAttributeValue<string>(OpportunityTable.Journey) is { Length: > 0 });

        Record(ExitFactOfFirstStage(process));
        Require("moves on when the customer's exit fact is confirmed", OrderOf(Row()) > 1);

        service.Create(new Entity(StepTable.LogicalName)
        {
            [StepTable.OpportunityId] = opportunity,
            [StepTable.Name] = "Live check",
            [StepTable.Party] = Option(PartyChoice.Customer),
            [StepTable.DueOn] = DateTime.UtcNow.Date.AddDays(7),
        });
        Require("says whose move it is", Row().GetAttributeValue<OptionSetValue>(OpportunityTable.WhoseTurn)?.Value == Option(PartyChoice.Customer).Value);

        Win();
        Require("keeps its outcome when it is won", Row().GetAttributeValue<OptionSetValue>(OpportunityTable.Outcome)?.Value == Option(OutcomeChoice.Go).Value);
    }

    private void Record(EntityReference question)
    {
        var answer = new Entity(AnswerTable.LogicalName)
        {
            [AnswerTable.QuestionId] = question,
            [AnswerTable.Value] = Option(AnswerValueChoice.Yes),
            [AnswerTable.Grade] = Option(EvidenceGradeChoice.Confirmed),
        };
        var recorded = service.Execute(new OrganizationRequest(RecordAnswers.Name)
        {
            ["Target"] = opportunity,
            ["Answers"] = new EntityCollection([answer]) { EntityName = AnswerTable.LogicalName },
        });
        Require("gets its new journey from the Custom API", (string)recorded["Journey"] == Row().GetAttributeValue<string>(OpportunityTable.Journey));
    }

    private void Win() => service.Execute(new OrganizationRequest("WinOpportunity")
    {
        ["OpportunityClose"] = new Entity("opportunityclose") { ["opportunityid"] = opportunity },
        ["Status"] = new OptionSetValue(3), // won
    });

    private EntityReference ExitFactOfFirstStage(EntityReference process)
    {
        var query = new QueryExpression(QuestionTable.LogicalName) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(QuestionTable.Kind, ConditionOperator.Equal, Option(QuestionKindChoice.ExitFact).Value);
        var stage = query.AddLink(StageTable.LogicalName, QuestionTable.StageId, StageTable.StageId);
        stage.LinkCriteria.AddCondition(StageTable.ProcessId, ConditionOperator.Equal, process.Id);
        stage.LinkCriteria.AddCondition(StageTable.Order, ConditionOperator.Equal, 1);
        return service.RetrieveMultiple(query).Entities.Select(question => question.ToEntityReference()).FirstOrDefault()
            ?? throw new AdminException("The first stage of the default process has no exit fact.", "run doctor.cs.");
    }

    private int? OrderOf(Entity row) => row.GetAttributeValue<EntityReference>(OpportunityTable.StageId) is { } stage
        ? service.Retrieve(stage.LogicalName, stage.Id, new ColumnSet(StageTable.Order)).GetAttributeValue<int>(StageTable.Order)
        : null;

    private Entity Row() => service.Retrieve(opportunity.LogicalName, opportunity.Id, new ColumnSet(
        OpportunityTable.ProcessId, OpportunityTable.StageId, OpportunityTable.Journey, OpportunityTable.WhoseTurn, OpportunityTable.Outcome));

    private void Require(string what, bool holds)
    {
        if (!holds) throw new AdminException($"It is not so that a new opportunity {what}.", "see the plug-in trace log, then run doctor.cs.");

        say($"A new opportunity {what}.");
    }

    private static OptionSetValue Option<T>(T choice) where T : struct, Enum => new(Convert.ToInt32(choice, provider: null));
}
