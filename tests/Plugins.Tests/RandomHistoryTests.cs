using BuyerPath.Domain.Positions;
using BuyerPath.Plugins.Schema;
using CsCheck;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins.Tests;

/// <summary>What people do to an opportunity, in any order and on every path.</summary>
public enum Deed
{
    AnswersByCall,
    AnswersByRow,
    WithdrawsAnswer,
    DeletesAnswer,
    MeetsSomebody,
    AgreesStep,
    DoesStep,
    DeletesStep,
    ChangesProcess,
    ClosesAndReopens,
    Rates,
    DeletesRating,
    RatesAlternative,
    ChangesModel,
    ChangesValue,
}

/// <summary>Whatever happened before, what is stored is what a calculation from scratch gives.</summary>
public sealed class RandomHistoryTests
{
    private const int Histories = 40;

    /// <summary>Deed, what it is done to, how, and how many hours after the one before.</summary>
    private static readonly Gen<(Deed Deed, int Which, int How, int Hours)[]> Any =
        Gen.Select(Gen.Enum<Deed>(), Gen.Int[0, 5], Gen.Int[0, 11], Gen.Int[0, 2000]).Array[1, 15];

    [Fact]
    public void What_is_stored_step_by_step_is_what_a_calculation_from_scratch_gives() => Any.Sample(
        history =>
        {
            var lived = new Life();
            foreach (var (deed, which, how, hours) in history)
            {
                lived.Scene.Clock.Advance(TimeSpan.FromHours(hours));
                if (!lived.Does(deed, which, how)) continue;
                Assert.Equal(lived.Scene.Journey(lived.Opportunity), lived.Scene.StoredJourney(lived.Opportunity));
                AssertLastSnapshotIsTheScore(lived);
            }
        },
        iter: Histories);

    [Fact]
    public void Visits_and_turns_follow_each_other_without_gap_or_overlap() => Any.Sample(
        history =>
        {
            var lived = Lived(history);
            var visits = lived.Scene.VisitsOf(lived.Opportunity)
                .Select(visit => (visit.GetAttributeValue<DateTime>(StageVisitTable.EnteredOn), visit.GetAttributeValue<DateTime?>(StageVisitTable.LeftOn)));
            var turns = lived.Scene.TurnsOf(lived.Opportunity).Select(turn => (turn.BeganOn, turn.EndedOn));

            Assert.All([InOrder(visits), InOrder(turns)], spells =>
            {
                Assert.Equal(spells.Skip(1).Select(spell => (DateTime?)spell.Item1), spells.SkipLast(1).Select(spell => spell.Item2));
                Assert.Null(spells[^1].Item2);
            });
        },
        iter: Histories);

    // What begins and ends at one instant comes before what begins then and lasts.
    private static List<(DateTime, DateTime?)> InOrder(IEnumerable<(DateTime From, DateTime? To)> spells) =>
        [.. spells.OrderBy(spell => spell.From).ThenBy(spell => spell.To ?? DateTime.MaxValue)];

    [Fact]
    public void Deleting_an_answer_restores_every_derived_column() => Any.Sample(
        history =>
        {
            var lived = Lived([.. history.Where(each => each.Deed != Deed.ChangesProcess)]);
            var scene = lived.Scene;
            scene.Clock.Advance(TimeSpan.FromHours(2));
            scene.Done(scene.Step(lived.Opportunity, PartyChoice.Us)); // as of now, whatever has faded or fallen due
            var question = lived.Questions.FirstOrDefault(each => scene.All(AnswerTable.LogicalName).All(answer => QuestionOf(answer) != each.Id));
            if (question is null) return;
            // An answer that takes back a move of this very moment takes its visit out of the records, and with it its cause.
            if (scene.Row(lived.Opportunity).GetAttributeValue<DateTime>(OpportunityTable.StageEnteredOn) == scene.Now) return;

            var (columns, journey) = (scene.DerivedOf(lived.Opportunity), scene.StoredJourney(lived.Opportunity));
            scene.Service.Delete(AnswerTable.LogicalName, scene.Answer(lived.Opportunity, question, AnswerValue.Yes, EvidenceGrade.Confirmed));

            Assert.Equal(columns, scene.DerivedOf(lived.Opportunity));
            Assert.Equal(journey, scene.StoredJourney(lived.Opportunity));
        },
        iter: Histories);

    /// <summary>Otherwise the tests above could pass by never doing what they are about.</summary>
    [Fact]
    public void Histories_move_customers_and_turns()
    {
        var lived = Any.Array[60].Single(_ => true, seed: "6-Eth6ew_vN2").Select(Lived).ToList();

        Assert.Contains(lived, life => life.Scene.VisitsOf(life.Opportunity).Count > 3);
        Assert.Contains(lived, life => life.Scene.TurnsOf(life.Opportunity).Count > 3);
        Assert.Contains(lived, life => life.Scene.All(AnswerTable.LogicalName).Count > 3);
        Assert.Contains(lived, life => life.Scored.SnapshotsOf(life.Opportunity).Count > 3);
    }

    private static void AssertLastSnapshotIsTheScore(Life lived)
    {
        var score = lived.Scored.ScoreOf(lived.Opportunity);
        var last = lived.Scored.SnapshotsOf(lived.Opportunity).Select(snapshot => (snapshot.Verdict, snapshot.Mutual)).LastOrDefault();
        Assert.Equal((score.Verdict, score.Mutual), last);
    }

    private static Life Lived(IEnumerable<(Deed Deed, int Which, int How, int Hours)> history)
    {
        var lived = new Life();
        foreach (var (deed, which, how, hours) in history)
        {
            lived.Scene.Clock.Advance(TimeSpan.FromHours(hours));
            lived.Does(deed, which, how);
        }
        return lived;
    }

    private static Guid QuestionOf(Entity answer) => answer.GetAttributeValue<EntityReference>(AnswerTable.QuestionId).Id;

    /// <summary>One opportunity, and what is done to it.</summary>
    private sealed class Life
    {
        private static readonly string[] Keys = ["p1", "p2", "c1", "c2"];

        private readonly List<EntityReference> _processes;
        private readonly List<IReadOnlyList<EntityReference>> _questions;
        private readonly EntityReference _value;
        private int _process;

        public Life()
        {
            Scored = new ScoredScene();
            _value = Scored.NewModel("value", LifecycleChoice.Draft);
            Scored.Add(ScoredScene.NewColumnCriterion(_value, "value", SideChoice.Provider, CriterionTableChoice.Opportunity, OpportunityTable.EstimatedValue));
            Scored.Add(ScoredScene.NewCriterion(_value, "c1", SideChoice.Customer, 1));
            Scored.Become(_value, LifecycleChoice.Active);
            Opportunity = Scored.Opportunity();
            Scored.Alternative(Opportunity, AlternativeKindChoice.DoNothing);
            _processes =
            [
                Scene.Row(Opportunity).GetAttributeValue<EntityReference>(OpportunityTable.ProcessId), Scene.Process("other", stages: 2),
            ];
            _questions =
            [
                [.. Enumerable.Range(1, 3).SelectMany(stage => new[] { Scene.Question(stage), Scene.ExitFact(stage) })],
                [.. Enumerable.Range(1, 2).SelectMany(stage => Scene.QuestionsOf("other", stage))],
            ];
        }

        public ScoredScene Scored { get; }

        public Scene Scene => Scored.Scene;

        public Guid Opportunity { get; }

        public IReadOnlyList<EntityReference> Questions => _questions[_process];

        /// <summary>Does it; false where there is nothing to do it to.</summary>
        public bool Does(Deed deed, int which, int how) => deed switch
        {
            Deed.AnswersByCall => Done(() => Scene.Record(Opportunity, NewAnswer(null, which, how))),
            Deed.AnswersByRow => AnswersByRow(which, how),
            Deed.WithdrawsAnswer => To(AnswerTable.LogicalName, which, id => Scene.Change(AnswerTable.LogicalName, id, AnswerTable.StateCode, new OptionSetValue(1))),
            Deed.DeletesAnswer => To(AnswerTable.LogicalName, which, id => Scene.Service.Delete(AnswerTable.LogicalName, id)),
            Deed.MeetsSomebody => Done(() => Scene.Stakeholder(Opportunity, veto: how % 2 == 0)),
            Deed.AgreesStep => Done(() => Scene.Step(Opportunity, (PartyChoice)((int)PartyChoice.Customer + (how % 4)), dueIn: how)),
            Deed.DoesStep => To(StepTable.LogicalName, which, Scene.Done),
            Deed.DeletesStep => To(StepTable.LogicalName, which, id => Scene.Service.Delete(StepTable.LogicalName, id)),
            Deed.ChangesProcess => Done(ChangeProcess),
            Deed.ClosesAndReopens => Done(CloseAndReopen),
            Deed.Rates => Rates(which, how),
            Deed.DeletesRating => To(RatingTable.LogicalName, which, id => Scene.Service.Delete(RatingTable.LogicalName, id)),
            Deed.RatesAlternative => RatesAlternative(which, how),
            Deed.ChangesModel => ChangesModel(how),
            Deed.ChangesValue => ChangesValue(how),
            _ => throw new ArgumentOutOfRangeException(nameof(deed), deed, "Nobody does that."),
        };

        private bool Rates(int which, int how)
        {
            if (Followed() != Scored.Model.Id) return false;

            var criterion = Scored.Criterion(Keys[which % Keys.Length]);
            var level = (RatingLevelChoice)((int)RatingLevelChoice.Disproved + (how % 6));
            var there = Scene.All(RatingTable.LogicalName).FirstOrDefault(row => row.GetAttributeValue<EntityReference>(RatingTable.CriterionId).Id == criterion.Id);
            return Done(() =>
            {
                if (there is null) Scene.Service.Create(ScoredScene.NewRating(Opportunity, criterion, level));
                else Scene.Change(RatingTable.LogicalName, there.Id, RatingTable.Level, Scene.Option(level));
            });
        }

        private bool RatesAlternative(int which, int how)
        {
            var criterion = which % 2 == 0 ? "c1" : "c2";
            var isThere = Scene.All(AlternativeRatingTable.LogicalName)
                .Any(row => row.GetAttributeValue<EntityReference>(AlternativeRatingTable.CriterionId).Id == Scored.Criterion(criterion).Id);
            return Followed() == Scored.Model.Id && !isThere && Done(() => Scored.RateAlternative(
                Scene.All(AlternativeTable.LogicalName)[0].ToEntityReference(), criterion, (RatingLevelChoice)((int)RatingLevelChoice.Disproved + (how % 6))));
        }

        private bool ChangesModel(int how)
        {
            var model = (how % 3) switch { 0 => null, 1 => _value, _ => Scored.Model };
            return model?.Id != Followed() && Done(() => Scene.Change(OpportunityTable.LogicalName, Opportunity, OpportunityTable.ScoringModelId, model));
        }

        private bool ChangesValue(int how) =>
            Followed() == _value.Id && Done(() => Scene.Change(OpportunityTable.LogicalName, Opportunity, OpportunityTable.EstimatedValue, new Money(how * 5)));

        private Guid? Followed() => Scene.Row(Opportunity).GetAttributeValue<EntityReference>(OpportunityTable.ScoringModelId)?.Id;

        private bool AnswersByRow(int which, int how)
        {
            var answer = NewAnswer(Opportunity, which, how);
            return Scene.All(AnswerTable.LogicalName).All(there => QuestionOf(there) != QuestionOf(answer)) && Done(() => Scene.Service.Create(answer));
        }

        private Entity NewAnswer(Guid? opportunity, int which, int how) => Scene.NewAnswer(
            opportunity, Questions[which % Questions.Count], (AnswerValue)(how % 3), (EvidenceGrade)(how / 3));

        private void ChangeProcess()
        {
            _process = 1 - _process;
            Scene.Change(OpportunityTable.LogicalName, Opportunity, OpportunityTable.ProcessId, _processes[_process]);
        }

        private void CloseAndReopen()
        {
            Scene.Lose(Opportunity);
            Scene.Reopen(Opportunity);
        }

        private bool To(string table, int which, Action<Guid> deed)
        {
            var rows = Scene.All(table);
            return rows.Count > 0 && Done(() => deed(rows[which % rows.Count].Id));
        }

        private static bool Done(Action deed)
        {
            deed();
            return true;
        }
    }
}
