using BuyerPath.Domain.Positions;
using BuyerPath.Domain.Qualifications;
using BuyerPath.Domain.Questions;
using CsCheck;

namespace BuyerPath.Domain.Tests.Questions;

public sealed class NextQuestionTests
{
    private static readonly Gen<(History Before, Question Question)> LinearHistories =
        Histories.WithAnOpenQuestion(Histories.Of(ProcessMode.Linear));

    [Fact]
    public void The_gain_is_the_entropy_that_bayes_rule_is_expected_to_remove() => LinearHistories.Sample(open =>
    {
        var (before, question) = open;
        var prior = before.Position.Probabilities;
        var yes = before.Process.Stages.Select(stage => ChanceOfYes(stage.Order, question)).ToList();

        Assert.Equal(Entropy(prior) - After(yes) - After(yes.Select(each => 1 - each)), NextQuestion.Gain(before.Position, question), 9);

        double After(IEnumerable<double> likelihood)
        {
            var joint = prior.Zip(likelihood, (p, l) => p * l).ToList();
            return joint.Sum() * Entropy(joint.Select(each => each / joint.Sum()));
        }
    });

    [Fact]
    public void A_question_between_two_equal_stages_is_worth_what_can_be_worked_out_by_hand()
    {
        // P = 1/2, 1/2; asked about stage 1 with weight 1: P(yes) = 1/2 * 1/2 + 1/2 * 2/3 = 7/12
        // gain = h(7/12) - 1/2 * h(1/2) - 1/2 * h(2/3) = 0.9799 - 0.5 - 0.4591
        var question = Given.Question(stage: 1, weight: 1);

        var next = Assert.Single(NextQuestion.For(Position.Of(Given.Process(2, 0, question), [], Given.Now)));

        Assert.Equal(0.0207, next.GainBits);
    }

    [Fact]
    public void The_chance_that_an_answer_takes_the_verdict_off_ask_adds_to_its_gain()
    {
        var telling = Given.Question(stage: 1, weight: 3, order: 1);
        var deciding = Given.Question(stage: 1, weight: 1, negative: true, order: 2);
        var position = Position.Of(Given.Process(2, 0, telling, deciding), [], Given.Now);

        // P = 1/2, 1/2; as in the example above a question of weight 1 is answered in favour with 7/12: here that is the no.
        var settled = NextQuestion.For(position, each =>
            each.AnswerTo(deciding) is { IsInFavour: true } ? Verdict.Pursue : Verdict.Ask);

        Assert.Equal([deciding, telling], settled.Select(next => next.Question));
        Assert.Equal([Math.Round(7 / 12.0, 4), 0], settled.Select(next => next.SettlesVerdict));
        Assert.Equal([telling, deciding], NextQuestion.For(position).Select(next => next.Question));
    }

    [Fact]
    public void A_verdict_that_stands_changes_nothing_about_what_to_ask() => Histories.Any.Sample(history => Assert.Equal(
        NextQuestion.For(history.Position).Select(next => next.Question),
        NextQuestion.For(history.Position, _ => Verdict.Pursue).Select(next => next.Question)));

    [Fact]
    public void It_says_where_a_yes_and_a_no_of_something_done_would_lead()
    {
        var question = Given.Question(stage: 1, weight: 4);
        var position = Position.Of(Given.Process(2, 0.3, question), [], Given.Now);

        var next = Assert.Single(NextQuestion.For(position));

        Assert.Equal(2, next.Yes.Stage.Order);
        Assert.Equal(1, next.No.Stage.Order);
        Assert.Equal(0.7252, next.Yes.Confidence, 4); // 1.7 - 0.3 = 1.4 bits: 2^1.4 / (1 + 2^1.4)
        Assert.Equal(0.8, next.No.Confidence, 4);     // 1.7 + 0.3 = 2 bits: 4 / 5
        Assert.Equal(10.5561, next.Times, 4);         // 2^(4 * 0.85)
    }

    [Fact]
    public void At_most_three_are_asked_the_heaviest_first_and_of_equals_the_earliest_in_the_process()
    {
        var light = Given.Question(stage: 1, weight: 1, order: 1);
        var second = Given.Question(stage: 1, weight: 3, order: 3);
        var first = Given.Question(stage: 1, weight: 3, order: 2);
        var heaviest = Given.Question(stage: 1, weight: 4, order: 4);

        var asked = NextQuestion.For(Position.Of(Given.Process(2, 0, light, second, first, heaviest), [], Given.Now));

        Assert.Equal([heaviest, first, second], asked.Select(next => next.Question));
    }

    [Theory]
    [InlineData(AnswerValue.Yes, EvidenceGrade.Said, 60, false, false)]
    [InlineData(AnswerValue.Yes, EvidenceGrade.Said, 61, true, true)]
    [InlineData(AnswerValue.No, EvidenceGrade.Did, 121, true, true)]
    [InlineData(AnswerValue.No, EvidenceGrade.Confirmed, 999, false, false)]
    [InlineData(AnswerValue.Unknown, EvidenceGrade.Confirmed, 0, true, false)]
    [InlineData(AnswerValue.Yes, null, 0, true, false)]
    public void Only_what_is_open_or_stale_is_asked(AnswerValue value, EvidenceGrade? grade, int ageDays, bool asked, bool stale)
    {
        var question = Given.Question(stage: 1, weight: 1);
        var answer = Given.Answer(question, value, grade, ageDays);

        var next = NextQuestion.For(Position.Of(Given.Process(2, 0, question), [answer], Given.Now)).SingleOrDefault();

        Assert.Equal(asked, next != null);
        Assert.Equal(stale, next is { IsStale: true });
    }

    [Fact]
    public void A_new_answer_takes_the_place_of_the_stale_one()
    {
        var question = Given.Question(stage: 1, weight: 2);
        var process = Given.Process(2, 0, question);
        var stale = Position.Of(process, [Given.Answer(question, AnswerValue.No, EvidenceGrade.Said, ageDays: 100)], Given.Now);
        var open = Position.Of(process, [], Given.Now);

        Assert.Equal(
            NextQuestion.For(open).Single().Yes.Probabilities,
            NextQuestion.For(stale).Single().Yes.Probabilities);
    }

    [Fact]
    public void Nothing_is_asked_where_no_answer_could_tell_anything() =>
        Assert.Empty(NextQuestion.For(Position.Of(Given.Process(1, 0.3, Given.Question(stage: 1)), [], Given.Now)));

    [Fact]
    public void Less_doubt_is_the_gain_as_a_share_of_what_is_not_known() => LinearHistories.Sample(open =>
    {
        var position = open.Before.Position;

        Assert.All(NextQuestion.For(position), next => Assert.Equal(next.GainBits, next.LessDoubt * Entropy(position.Probabilities), 9));
    });

    [Fact]
    public void Of_a_job_it_asks_whether_it_is_done_and_counts_how_likely_the_customer_is_at_it()
    {
        // Done = 1/2 while nothing is known, so P(yes) = 1/2 and an answer tells 1 - h(4/5) = 0.2781 bits of its job;
        // the customer is at the first with 2^0 / (2^0 + 2^-0.3) = 0.5518. There is one bit to know of either.
        var question = Given.Question(stage: 1, weight: 2);
        var process = Given.Process(2, 0.3, question) with { Mode = ProcessMode.Jobs };

        var next = Assert.Single(NextQuestion.For(Position.Of(process, [], Given.Now)));

        Assert.Equal(0.1534, next.GainBits);
        Assert.Equal(0.1534, next.LessDoubt, 9);
    }

    [Fact]
    public void While_a_job_is_at_work_nothing_is_asked_of_those_that_are_not()
    {
        var (sign, open, elsewhere) = (Given.Question(stage: 1, weight: 1), Given.Question(stage: 1, weight: 1, order: 2), Given.Question(stage: 2, weight: 4));

        var asked = NextQuestion.For(Jobs([Given.Answer(sign, AnswerValue.Yes)], sign, open, elsewhere));

        Assert.Equal([open], asked.Select(next => next.Question));
        Assert.InRange(asked[0].LessDoubt, 0.0001, 1);
    }

    [Fact]
    public void Where_nothing_is_left_to_ask_of_the_jobs_at_work_it_asks_of_the_next_that_may_begin()
    {
        var (sign, second, third) = (Given.Question(stage: 1, weight: 1), Given.Question(stage: 2, weight: 2), Given.Question(stage: 3, weight: 2));

        var asked = NextQuestion.For(Jobs([Given.Answer(sign, AnswerValue.Yes)], sign, second, third));

        Assert.Equal([second, third], asked.Select(next => next.Question));
    }

    [Fact]
    public void Where_no_job_is_left_to_begin_it_asks_of_those_that_count_as_done()
    {
        var (exit, open) = (Given.Question(stage: 1, weight: 4, kind: QuestionKind.ExitFact), Given.Question(stage: 1, weight: 3, order: 2));
        var (sign, next) = (Given.Question(stage: 2, weight: 1), Given.Question(stage: 3, weight: 4, kind: QuestionKind.ExitFact));

        var asked = NextQuestion.For(Jobs(
            [Given.Answer(exit, AnswerValue.Yes), Given.Answer(sign, AnswerValue.Yes), Given.Answer(next, AnswerValue.Yes)], exit, open, sign, next));

        Assert.Equal([open], asked.Select(each => each.Question));
    }

    [Fact]
    public void Among_jobs_the_gains_are_of_the_doubt_that_is_shown() => Histories.WithAnOpenQuestion(Histories.Of(ProcessMode.Jobs)).Sample(open =>
        Assert.All(NextQuestion.For(open.Before.Position), next => Assert.InRange(next.LessDoubt, 0, 1)));

    private static Position Jobs(IEnumerable<Answer> answers, params Question[] questions) =>
        Position.Of(Given.Process(3, 0.3, questions) with { Mode = ProcessMode.Jobs }, answers, Given.Now);

    [Fact]
    public void The_same_state_asks_the_same_whatever_the_order_of_its_answers() =>
        (from history in Histories.Any
         from shuffled in Gen.Shuffle(history.Answers.ToArray())
         select (history, history with { Answers = shuffled }))
        .Sample((one, other) => Assert.Equal(
            NextQuestion.For(one.Position).Select(next => next.Question),
            NextQuestion.For(other.Position).Select(next => next.Question)));

    [Fact]
    public void A_gain_is_never_negative_nor_more_than_the_one_bit_that_a_yes_or_no_can_tell() =>
        Histories.WithAnOpenQuestion(Histories.Any).Sample(open =>
            Assert.InRange(NextQuestion.Gain(open.Before.Position, open.Question), 0, 1));

    private static double ChanceOfYes(int stage, Question question)
    {
        var odds = Math.Pow(2, question.Weight * Math.Sign(stage - question.Stage));
        return odds / (1 + odds);
    }

    private static double Entropy(IEnumerable<double> chances) =>
        chances.Sum(chance => chance <= 0 ? 0 : -chance * Math.Log2(chance));
}
