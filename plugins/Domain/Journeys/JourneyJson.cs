using BuyerPath.Domain.Positions;
using BuyerPath.Domain.Turns;

namespace BuyerPath.Domain.Journeys;

/// <summary>
/// The journey as the control reads it. Data only: numbers, codes, ids and the texts of the process; the control makes
/// the sentences. A change that an older control would misread needs a new <see cref="Version"/>.
/// </summary>
public static class JourneyJson
{
    /// <summary>Version of the shape written here.</summary>
    public const int Version = 1;

    /// <summary>Writes the journey. The same journey always gives the same text.</summary>
    public static string Write(Journey journey) => JsonText.Of(json =>
    {
        var position = journey.Position;
        var process = position.Process;

        json.Member("version", Version);
        json.Member("opportunity", journey.OpportunityId);
        json.Member("calculatedOn", position.On);
        json.Object("process", () =>
        {
            json.Member("id", process.Id);
            json.Member("name", process.Name);
            json.Member("mode", process.Mode);
            json.Member("priorBits", process.PriorBits);
        });
        Place(json, position);
        json.Member("furthest", journey.Furthest.Order);
        json.Objects("stages", process.Stages, stage => Stage(json, journey, stage));
        json.Objects("questions", QuestionsReferredTo(journey), question => Question(json, question));
        json.Objects("ask", journey.Ask, next =>
        {
            json.Member("question", next.Question.Id);
            json.Member("gainBits", next.GainBits);
            json.Member("lessDoubt", next.LessDoubt);
            json.Object("yes", () => Place(json, next.Yes));
            json.Object("no", () => Place(json, next.No));
            json.Member("times", next.Times);
            json.Member("stale", next.IsStale);
        });
        json.Ids("blindSpots", journey.BlindSpots.Select(question => question.Id));
        json.Objects("answers", position.Contributions, contribution => Answer(json, contribution));
        var stages = process.Stages.ToDictionary(stage => stage.Id); // visits to another process's stages stay in their rows
        json.Objects("visits", journey.Visits.All.Where(visit => stages.ContainsKey(visit.StageId)), visit =>
            Visit(json, stages[visit.StageId], visit));
        json.Optional("seller", journey.Seller, seller => Seller(json, seller));
        json.Optional("turn", journey.Turns?.Open, turn => PresentTurn(json, journey, turn));
        json.Objects("turns", journey.Turns?.All ?? [], turn => Turn(json, turn));
        Promises(json, journey);
        json.Optional("group", journey.Group, group => Group(json, group));
        Ending(json, journey);
        if (journey.Worth is { } worth) json.Object("worth", () => WorthJson.Write(json, worth));
    });

    private static void Place(JsonText json, Position position)
    {
        json.Member("stage", position.Stage.Order);
        json.Member("confidence", position.Confidence);
    }

    private static void Stage(JsonText json, Journey journey, BuyingStage stage)
    {
        json.Member("id", stage.Id);
        json.Member("order", stage.Order);
        json.Member("name", stage.Name);
        json.Member("objective", stage.Objective);
        json.Member("concern", stage.Concern);
        json.Member("decision", stage.Decision);
        if (journey.Position is JobsPosition jobs) json.Member("state", jobs.Jobs.Single(job => job.Stage == stage).State);
        json.Member("probability", journey.Position.ProbabilityOf(stage));
        json.Member("facts", journey.Position.FactsOf(stage));
        json.Member("allFacts", stage.Questions.Count);
        json.Member("blindSpots", journey.BlindSpots.Count(question => question.Stage == stage.Order));
    }

    /// <summary>Of all questions only those that another part of the journey names: the column is stored for every opportunity.</summary>
    private static IEnumerable<Question> QuestionsReferredTo(Journey journey)
    {
        var named = new HashSet<Question>(journey.BlindSpots);
        named.UnionWith(journey.Ask.Select(next => next.Question));
        named.UnionWith(journey.Position.Contributions.Select(contribution => contribution.Question));
        return journey.Position.Process.Questions.Where(named.Contains);
    }

    private static void Question(JsonText json, Question question)
    {
        json.Member("id", question.Id);
        json.Member("stage", question.Stage);
        json.Member("text", question.Text);
        json.Member("proof", question.Proof);
        json.Member("weight", question.Weight);
        json.Member("kind", question.Kind);
        json.Member("negative", question.IsNegative);
    }

    private static void Answer(JsonText json, Contribution contribution)
    {
        json.Member("question", contribution.Question.Id);
        json.Member("value", contribution.Answer.Value);
        json.Member("grade", contribution.Answer.Grade);
        json.Member("answeredOn", contribution.Answer.AnsweredOn);
        json.Member("multiplier", contribution.Multiplier);
        json.Member("stale", contribution.IsStale);
        json.Numbers("bits", contribution.Bits);
    }

    private static void Seller(JsonText json, SellerStage seller)
    {
        json.Member("stage", seller.Name);
        json.Member("at", seller.At);
        json.Member("alignment", seller.Alignment.Kind);
        json.Member("stages", Math.Abs(seller.Alignment.StagesAhead));
    }

    private static void PresentTurn(JsonText json, Journey journey, Turn turn)
    {
        var step = journey.Steps.FirstOrDefault(each => each.Id == turn.StepId);
        json.Member("party", turn.Holder);
        json.Member("since", journey.Turns!.Since);
        json.Member("isOverdue", turn.IsOverdue);
        json.Day("dueOn", step?.DueDay);
        json.Member("step", step?.Name);
    }

    private static void Turn(JsonText json, Turn turn)
    {
        json.Member("party", turn.Holder);
        json.Member("beganOn", turn.BeganOn);
        json.Member("endedOn", turn.EndedOn);
        json.Member("isOverdue", turn.IsOverdue);
    }

    /// <summary>Both sides, as soon as a promise of either has fallen due.</summary>
    private static void Promises(JsonText json, Journey journey)
    {
        if (journey.OurPromises.Decided + journey.TheirPromises.Decided == 0)
        {
            json.Null("promises");
            return;
        }
        json.Object("promises", () =>
        {
            json.Object("us", () => Kept(json, journey.OurPromises));
            json.Object("customer", () => Kept(json, journey.TheirPromises));
        });
    }

    private static void Kept(JsonText json, PromiseKeeping promises)
    {
        json.Member("kept", promises.Kept);
        json.Member("due", promises.Decided);
        json.Member("percent", (double?)promises.KeptPercent);
    }

    private static void Group(JsonText json, BuyingGroup group)
    {
        json.Member("stage", group.Stage?.Order);
        json.Member("gap", group.ConsensusGap);
        json.Objects("people", group.Members, member => Person(json, member));
        json.Codes("warnings", group.CoverageGaps.Select(gap => gap.Kind).Distinct());
    }

    private static void Person(JsonText json, Member member)
    {
        var person = member.Stakeholder;
        json.Member("id", person.Id);
        json.Member("name", person.Name);
        json.Member("role", person.Role);
        json.Member("influence", person.Influence);
        json.Member("attitude", person.Attitude);
        json.Member("veto", person.HasVeto);
        json.Member("met", person.IsMet);
        json.Member("stage", member.Position?.Stage.Order);
    }

    /// <summary>How it ended, or how a person should confirm that it has.</summary>
    private static void Ending(JsonText json, Journey journey)
    {
        if (journey.Closing == null && journey.Proposal == null)
        {
            json.Null("outcome");
            return;
        }
        json.Object("outcome", () =>
        {
            json.Member("value", journey.Closing?.Outcome);
            json.Member("approach", journey.Closing?.Approach);
            json.Member("isAssumed", journey.Closing is { IsMapped: true });
            json.Member("proposed", journey.Proposal?.Outcome);
            json.Member("reason", journey.Proposal?.Reason);
        });
    }

    private static void Visit(JsonText json, BuyingStage stage, StageVisit visit)
    {
        json.Member("stage", stage.Order);
        json.Member("enteredOn", visit.EnteredOn);
        json.Member("leftOn", visit.LeftOn);
        json.Member("cause", visit.Cause);
    }
}
