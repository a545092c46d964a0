using BuyerPath.Domain.Positions;
using CsCheck;

namespace BuyerPath.Domain.Tests.Positions;

public sealed class PositionTests
{
    public static TheoryData<string> Whys => new(Cases.Read<PositionCase>("position.json").Select(example => example.Why));

    [Theory]
    [MemberData(nameof(Whys))]
    public void The_examples_hold(string why)
    {
        var example = Cases.Read<PositionCase>("position.json").Single(each => each.Why == why);
        var questions = example.Answers
            .Select((answer, index) => Given.Question(answer.Stage, answer.Weight, answer.Negative, order: index))
            .ToList();
        var answers = example.Answers.Zip(questions, (answer, question) =>
            Given.Answer(question, answer.Value, answer.Grade, answer.AgeDays));

        var position = Position.Of(Given.Process(example.Stages, example.Prior, questions), answers, Given.Now);

        Assert.Equal(example.Probabilities, position.Probabilities.Select(each => Math.Round(each, 4)));
        Assert.Equal(example.Stage, position.Stage.Order);
        Assert.Equal(example.Answers.Select(answer => answer.Stale).Order(), position.Contributions.Select(each => each.IsStale).Order());
    }

    [Fact]
    public void A_person_can_redo_the_sum_from_the_contributions()
    {
        var said = Given.Question(stage: 1, weight: 3);
        var doubted = Given.Question(stage: 2, weight: 2);
        var position = Position.Of(
            Given.Process(3, 0.3, said, doubted),
            [Given.Answer(said, AnswerValue.Yes, EvidenceGrade.Said), Given.Answer(doubted, AnswerValue.No, EvidenceGrade.Did)],
            Given.Now);

        Assert.Equal([0.5, 0.85], position.Contributions.Select(each => each.Multiplier));
        Assert.Equal([0.75, 1.5, 1.5], position.AnswerTo(said)!.Bits);
        Assert.Equal([1.7, 0.85, 0], position.AnswerTo(doubted)!.Bits);
        // 0.75 + 1.7 = 2.45; 1.5 + 0.85 - 0.3 = 2.05; 1.5 + 0 - 0.6 = 0.9
        Assert.Equal([0.4763, 0.361, 0.1627], position.Probabilities.Select(each => Math.Round(each, 4)));
    }

    [Fact]
    public void A_case_that_gives_only_a_multiplier_is_weighed_by_it()
    {
        var question = Given.Question(stage: 1, weight: 4);
        var process = Given.Process(2, 0, question);
        var answer = Given.Answer(question, AnswerValue.Yes, EvidenceGrade.Said, ageDays: 60);

        var weighed = Contribution.Weighed(process, question, answer, multiplier: 0.25, isStale: false);

        Assert.Equal(
            Position.Of(process, [answer], Given.Now).Probabilities,
            Position.From(process, [weighed], Given.Now).Probabilities);
    }

    [Fact]
    public void Very_much_evidence_neither_overflows_nor_divides_nothing_by_nothing()
    {
        var questions = Enumerable.Range(1, 999).Select(order => Given.Question(stage: 1, weight: 4, order: order)).ToList();
        var answers = questions.Select(question => Given.Answer(question, AnswerValue.Yes));

        var position = Position.Of(Given.Process(2, 0, questions), answers, Given.Now);

        Assert.Equal([0, 1], position.Probabilities);
    }

    [Theory]
    [InlineData(QuestionKind.Diagnostic, 3, null, 0, true)]
    [InlineData(QuestionKind.Diagnostic, 2, null, 0, false)]                    // not heavy
    [InlineData(QuestionKind.ExitFact, 1, null, 0, true)]                       // matters at any weight
    [InlineData(QuestionKind.Diagnostic, 3, AnswerValue.Unknown, 0, true)]
    [InlineData(QuestionKind.Diagnostic, 3, AnswerValue.Yes, 60, false)]
    [InlineData(QuestionKind.Diagnostic, 3, AnswerValue.Yes, 61, true)]         // stale
    [InlineData(QuestionKind.Diagnostic, 3, AnswerValue.No, 0, false)]          // known, if not what we hoped
    public void What_matters_and_lies_behind_is_a_blind_spot_while_it_is_open(
        QuestionKind kind, int weight, AnswerValue? value, int ageDays, bool blind)
    {
        var behind = Given.Question(stage: 1, weight, kind: kind);
        var sure = Given.Question(stage: 1, weight: 4, order: 2);
        var ahead = Given.Question(stage: 2, weight: 4, kind: QuestionKind.ExitFact);
        var answers = new List<Answer> { Given.Answer(sure, AnswerValue.Yes) };
        if (value is { } known) answers.Add(Given.Answer(behind, known, EvidenceGrade.Said, ageDays));

        var position = Position.Of(Given.Process(2, 0, behind, sure, ahead), answers, Given.Now);

        Assert.Equal(2, position.Stage.Order);
        Assert.Equal(blind ? [behind] : [], position.BlindSpots);
    }

    [Fact]
    public void Answers_to_questions_of_another_process_say_nothing_here()
    {
        var here = Given.Question(stage: 1);
        var elsewhere = Given.Question(stage: 7);
        var process = Given.Process(3, 0.3, here);

        var position = Position.Of(process, [Given.Answer(elsewhere, AnswerValue.Yes)], Given.Now);

        Assert.Empty(position.Contributions);
        Assert.Equal(Position.Of(process, [], Given.Now).Probabilities, position.Probabilities);
    }

    [Fact]
    public void Two_answers_to_one_question_are_refused()
    {
        var question = Given.Question(stage: 1);
        Answer[] answers = [Given.Answer(question, AnswerValue.Yes), Given.Answer(question, AnswerValue.No)];

        Assert.Throws<ArgumentException>(() => Position.Of(Given.Process(2, 0, question), answers, Given.Now));
    }

    [Fact]
    public void Nobody_stands_anywhere_in_a_process_without_stages()
    {
        var refusal = Assert.Throws<ArgumentException>(() => Position.Of(Given.Process(0, 0), [], Given.Now));

        Assert.StartsWith("The process Example has no stage.", refusal.Message);
    }

    [Fact]
    public void Stages_and_questions_may_come_in_any_order()
    {
        var question = Given.Question(stage: 1, weight: 4);
        var process = Given.Process(3, 0.3, question);
        var shuffled = new BuyingProcess(
            process.Id, process.Name, process.Mode, process.PriorBits, 60, 120, process.Stages.Reverse().ToList());

        Assert.Equal(
            Position.Of(process, [Given.Answer(question, AnswerValue.Yes)], Given.Now).Probabilities,
            Position.Of(shuffled, [Given.Answer(question, AnswerValue.Yes)], Given.Now).Probabilities);
    }

    [Fact]
    public void Confidence_is_stored_in_percent_with_one_digit()
    {
        var question = Given.Question(stage: 1, weight: 2);

        var position = Position.Of(Given.Process(2, 0, question), [Given.Answer(question, AnswerValue.Yes)], Given.Now);

        Assert.Equal(66.7m, position.ConfidencePercent);
    }

    [Fact]
    public void Probabilities_sum_to_one() => Histories.Any.Sample(history =>
    {
        Assert.Equal(1, history.Position.Probabilities.Sum(), 12);
        Assert.All(history.Position.Probabilities, each => Assert.InRange(each, 0, 1));
    });

    [Fact]
    public void The_buying_stage_is_a_most_likely_one() => Histories.Any.Sample(history =>
        Assert.Equal(history.Position.Probabilities.Max(), history.Position.Confidence, 8));

    [Fact]
    public void An_answer_in_favour_never_moves_the_position_back_nor_one_against_it_forward() =>
        Gen.Select(Histories.WithAnOpenQuestion(Histories.Of(ProcessMode.Linear)), Gen.Enum<EvidenceGrade>()).Sample((open, grade) =>
        {
            var (before, question) = open;
            var yes = before.Position.If(question, question.InFavour, grade);
            var no = before.Position.If(question, Given.Against(question), grade);

            Assert.True(yes.Stage.Order >= before.Position.Stage.Order);
            Assert.True(no.Stage.Order <= before.Position.Stage.Order);
        });

    [Fact]
    public void Unknown_changes_nothing() => Histories.WithAnOpenQuestion(Histories.Any).Sample(open =>
        Assert.Equal(
            open.Before.Position.Probabilities,
            open.Before.Position.If(open.Question, AnswerValue.Unknown, EvidenceGrade.Did).Probabilities));

    [Fact]
    public void The_order_of_answers_does_not_matter() =>
        (from history in Histories.Any
         from shuffled in Gen.Shuffle(history.Answers.ToArray())
         select (history, history with { Answers = shuffled }))
        .Sample((one, other) => Assert.Equal(one.Position.Probabilities, other.Position.Probabilities));

    [Fact]
    public void Evidence_that_fades_moves_the_position_towards_knowing_nothing() => Histories.Of(ProcessMode.Linear).Sample(history =>
    {
        var nothing = Position.Of(history.Process, [], Given.Now).Probabilities;
        var confirmed = history.Answers.Where(answer => answer.Grade == EvidenceGrade.Confirmed).ToHashSet();
        var faded = Position.Of(history.Process, history.Answers.Where(answer => !confirmed.Contains(answer)), Given.Now.AddYears(60));

        Assert.Equal(nothing.Select(each => Math.Round(each, 9)), faded.Probabilities.Select(each => Math.Round(each, 9)));
    });

    private sealed record PositionCase(
        string Why, int Stages, double Prior, IReadOnlyList<AnswerCase> Answers, IReadOnlyList<double> Probabilities, int Stage);

    private sealed record AnswerCase(
        int Stage, int Weight, AnswerValue Value, EvidenceGrade? Grade, bool Negative = false, double AgeDays = 0, bool Stale = false);
}
