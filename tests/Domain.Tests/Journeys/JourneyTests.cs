using System.Text.Json.Nodes;
using BuyerPath.Domain.Journeys;
using BuyerPath.Domain.Outcomes;
using BuyerPath.Domain.Positions;
using BuyerPath.Domain.Qualifications;
using BuyerPath.Domain.Tests.Qualifications;
using BuyerPath.Domain.Turns;
using CsCheck;
using static BuyerPath.Domain.Positions.AnswerValue;
using static BuyerPath.Domain.Positions.EvidenceGrade;

namespace BuyerPath.Domain.Tests.Journeys;

public sealed class JourneyTests
{
    private static readonly Guid Opportunity = new("6f1c2f0e-0000-4000-8000-000000000001");

    [Fact]
    public void The_journeys_that_the_control_is_tested_with_are_what_the_rules_give()
    {
        var cases = new JsonArray(
            Case("a process just chosen: nothing is known", Of([], [])),
            Case("midway: evidence of every grade, some of it old, a way back in the history", Midway()),
            Case("at the last stage: what is left is the decision itself", AtTheEnd()),
            Case("all parts: seller ahead, our overdue turn, a group that is behind, a decision put off twice", WithEverything()),
            Case("closed: lost to nobody, assumed from the status reason", Closed()));
        var written = Path.Combine(AppContext.BaseDirectory, "journey.actual.json");
        File.WriteAllText(written, Cases.Indented(cases));

        Assert.True(File.ReadAllText(written) == Cases.Text("journey.json"),
            $"The journeys changed. Read {written}; if it is right, it is the new tests/cases/journey.json.");
    }

    [Fact]
    public void The_furthest_stage_stays_where_the_customer_has_once_been()
    {
        var journey = Of([], [Visit(stage: 4, daysAgo: 9, days: 4), Visit(stage: 2, daysAgo: 5, days: null)]);

        Assert.Equal(1, journey.Position.Stage.Order);
        Assert.Equal(4, journey.Furthest.Order);
        Assert.Equal(Given.Now, journey.StageEnteredOn);
    }

    [Fact]
    public void Visits_to_stages_of_another_process_are_kept_but_not_shown()
    {
        var elsewhere = new StageVisit(Guid.NewGuid(), Guid.NewGuid(), Given.Now.AddDays(-3), null, MoveCause.ProcessChosen);

        var journey = Of([], [elsewhere], MoveCause.OtherProcess);

        Assert.Equal(2, journey.Visits.All.Count);
        Assert.Equal(elsewhere with { LeftOn = Given.Now }, journey.Visits.Closed);
        Assert.Equal("otherProcess", Parse(journey)["visits"]!.AsArray().Single()!["cause"]!.GetValue<string>());
    }

    [Fact]
    public void Nothing_is_asked_once_it_has_ended()
    {
        Assert.NotEmpty(Of([], []).Ask);
        Assert.Empty(Closed().Ask);
    }

    [Fact]
    public void Deleting_an_answer_restores_everything_it_changed() =>
        Gen.Select(Histories.WithAnOpenQuestion(Histories.Any), Gen.Enum<AnswerValue>(), Gen.Enum<EvidenceGrade>(), Gen.Int[0, 59])
            .Sample((open, value, grade, minutes) =>
            {
                var (history, question) = open;
                var before = Journey.Of(Opportunity, history.Process, history.Answers, [], MoveCause.ProcessChosen, Given.Now.AddDays(-9));
                var later = Given.Now.AddMinutes(minutes);
                var answered = Journey.Of(Opportunity, history.Process,
                    history.Answers.Append(Given.Answer(question, value, grade)), Stored(before), MoveCause.NewAnswer, Given.Now);
                var deleted = Journey.Of(Opportunity, history.Process, history.Answers, Stored(answered), MoveCause.WithdrawnAnswer, later);
                var never = Journey.Of(Opportunity, history.Process, history.Answers, Stored(before), MoveCause.WithdrawnAnswer, later);

                // Evidence that fades in between may move the customer on its own; the answer must not be to blame.
                if (never.Position.Stage.Order == before.Position.Stage.Order)
                    Assert.Equal(JourneyJson.Write(never), JourneyJson.Write(deleted));
                Assert.Equal(never.Position.Probabilities, deleted.Position.Probabilities);
            });

    internal static Journey Of(
        IEnumerable<Answer> answers, IEnumerable<StageVisit> visits, MoveCause cause = MoveCause.ProcessChosen) =>
        Journey.Of(Opportunity, ClassicProcess.Process, answers, visits, cause, Given.Now);

    private static JsonNode Parse(Journey journey) => JsonNode.Parse(JourneyJson.Write(journey))!;

    private static JsonObject Case(string why, Journey journey) => new() { ["why"] = why, ["journey"] = Parse(journey) };

    private static Journey Midway() => Of(
        [
            ClassicProcess.Answer(1, 1, Yes, Confirmed, 52),
            ClassicProcess.Answer(1, 2, Yes, Did, 130),
            ClassicProcess.Answer(1, 3, Unknown, Believed, 50),
            ClassicProcess.Answer(2, 1, Yes, Did, 31),
            ClassicProcess.Answer(2, 2, Yes, Said, 75),
            ClassicProcess.Answer(3, 1, Yes, Did, 12),
            ClassicProcess.Answer(3, 3, Yes, Believed, 12),
            ClassicProcess.Answer(4, 3, No, Said, 3),
            ClassicProcess.Answer(5, 2, No, Did, 3),
        ],
        [
            Visit(stage: 1, daysAgo: 58, days: 6, MoveCause.ProcessChosen),
            Visit(stage: 2, daysAgo: 52, days: 17),
            Visit(stage: 3, daysAgo: 35, days: 4),
            Visit(stage: 2, daysAgo: 31, days: 8, MoveCause.WithdrawnAnswer),
            Visit(stage: 3, daysAgo: 23, days: 11, MoveCause.ChangedAnswer),
            Visit(stage: 4, daysAgo: 12, days: null),
        ],
        MoveCause.NewAnswer);

    private static Journey AtTheEnd() => Of(
        [
            ClassicProcess.Answer(1, 1, Yes, Confirmed, 140),
            ClassicProcess.Answer(2, 1, Yes, Confirmed, 101),
            ClassicProcess.Answer(3, 1, Yes, Confirmed, 80),
            ClassicProcess.Answer(3, 2, Yes, Did, 64),
            ClassicProcess.Answer(4, 1, Yes, Did, 40),
            ClassicProcess.Answer(5, 1, Yes, Confirmed, 9),
            ClassicProcess.Answer(5, 2, Yes, Did, 15),
            ClassicProcess.Answer(6, 2, Yes, Said, 2),
            ClassicProcess.Answer(6, 3, No, Said, 2),
        ],
        [
            Visit(stage: 1, daysAgo: 144, days: 40, MoveCause.ProcessChosen),
            Visit(stage: 3, daysAgo: 104, days: 64),
            Visit(stage: 5, daysAgo: 40, days: 31),
            Visit(stage: 6, daysAgo: 9, days: null),
        ],
        MoveCause.NewAnswer);

    private static Journey WithEverything()
    {
        var virtanen = new Guid("00000000-0000-4000-8000-000000000011");
        var proposal = Step(21, "Send the proposal with the agreed service levels", Party.Us, dueIn: -2);
        var decision = Step(22, "Decide in the steering group", Party.Customer, dueIn: 5) with
        {
            DependsOn = [proposal.Id], IsDecisionDate = true, FirstDueOn = PlanStep.EndOf(Given.Now.AddDays(-20)), DueMoves = 2,
        };
        var workshop = Step(23, "Hold a workshop together", Party.Both, dueIn: -30) with { DoneOn = Given.Now.AddDays(-31) };
        PlanStep[] steps = [proposal, decision, workshop];
        var nobodys = new Turn(Guid.NewGuid(), Party.Nobody, false, Given.Now.AddDays(-58), null, null);
        var ours = TurnHistory.After([nobodys], steps, Given.Now.AddDays(-10));
        return Journey.Of(
            Opportunity,
            SoldAs("Propose", stage: 5),
            [
                ClassicProcess.Answer(1, 1, Yes, Confirmed, 52) with { SourceId = virtanen },
                ClassicProcess.Answer(2, 1, Yes, Did, 31),
                ClassicProcess.Answer(3, 1, Yes, Did, 12),
            ],
            [Visit(stage: 1, daysAgo: 58, days: 27, MoveCause.ProcessChosen), Visit(stage: 3, daysAgo: 31, days: 19), Visit(stage: 4, daysAgo: 12, days: null)],
            MoveCause.NewAnswer,
            Given.Now,
            new Circumstances
            {
                Scoring = WithAlternatives(),
                SellerStages = ["3-Propose"],
                Steps = steps,
                Turns = TurnHistory.After(ours.All.Select(turn => turn with { Id = turn.Id ?? Guid.NewGuid() }), steps, Given.Now),
                Stakeholders =
                [
                    new Stakeholder(new Guid("00000000-0000-4000-8000-000000000001"), virtanen, StakeholderRole.Evaluates, HasVeto: true, IsMet: true)
                    {
                        Name = "A. Virtanen", Influence = Influence.High, Attitude = Attitude.Doubts,
                    },
                    new Stakeholder(new Guid("00000000-0000-4000-8000-000000000002"), null, null, HasVeto: true, IsMet: false) { Name = "Head of security" },
                ],
            });
    }

    /// <summary>Good for us; for them it depends on a criterion that could rule the deal out, and another is derived.</summary>
    private static Scoring WithAlternatives()
    {
        var ours = Models.Criterion(Side.Provider, 1, weight: 2);
        var theirs = Models.Criterion(Side.Customer, 1, weight: 3);
        var open = Models.Criterion(Side.Customer, 2, weight: 1, knockOut: RatingLevel.Disproved);
        var group = Models.Criterion(Side.Customer, 3, weight: 1) with
        {
            Source = CriterionSource.Derived, Derivation = Derivation.BuyingGroupCoverage, Question = "", Anchors = [],
        };
        return new Scoring(
            Models.Of(ours, theirs, open, group),
            [Models.Rate(ours, RatingLevel.Good) with { Id = new Guid("00000000-0000-4000-8000-000000000031") }, Models.Rate(theirs, RatingLevel.Good)],
            [
                new Alternative(new Guid("00000000-0000-4000-8000-000000000041"), AlternativeKind.DoNothing, [Models.Rate(theirs, RatingLevel.Doubtful)])
                {
                    Name = "Leave it as it is",
                },
                new Alternative(new Guid("00000000-0000-4000-8000-000000000042"), AlternativeKind.Build, []) { Name = "Build it" },
            ]);
    }

    private static Journey Closed()
    {
        var customers = new Turn(Guid.NewGuid(), Party.Customer, false, Given.Now.AddDays(-30), null, null);
        return Journey.Of(
            Opportunity,
            ClassicProcess.Process,
            [ClassicProcess.Answer(1, 1, Yes, Confirmed, 52)],
            [Visit(stage: 1, daysAgo: 58, days: 6, MoveCause.ProcessChosen), Visit(stage: 2, daysAgo: 52, days: null)],
            MoveCause.StaleEvidence,
            Given.Now,
            new Circumstances
            {
                Turns = TurnHistory.Ended([customers], Given.Now),
                Closing = Closing.Of(ClosedAs.Cancelled, outcome: null, approach: null),
            });
    }

    private static BuyingProcess SoldAs(string name, int stage) => ClassicProcess.Process with
    {
        Stages = [.. ClassicProcess.Process.Stages.Select(each => each.Order == stage ? each with { SellerStages = [name] } : each)],
    };

    private static PlanStep Step(int number, string name, Party party, int dueIn) =>
        new(new Guid(number, 0, 0, new byte[8]), party, PlanStep.EndOf(Given.Now.AddDays(dueIn)), null, []) { Name = name };

    private static StageVisit Visit(int stage, int daysAgo, int? days, MoveCause cause = MoveCause.NewAnswer) => new(
        Guid.NewGuid(), Given.StageId(stage), Given.Now.AddDays(-daysAgo), days is { } stay ? Given.Now.AddDays(stay - daysAgo) : null, cause);

    private static IEnumerable<StageVisit> Stored(Journey journey) =>
        journey.Visits.All.Select(visit => visit with { Id = visit.Id ?? Guid.NewGuid() });
}
