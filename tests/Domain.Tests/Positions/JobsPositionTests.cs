using BuyerPath.Domain.Positions;
using CsCheck;
using static BuyerPath.Domain.Positions.AnswerValue;
using static BuyerPath.Domain.Positions.JobState;

namespace BuyerPath.Domain.Tests.Positions;

public sealed class JobsPositionTests
{
    private static readonly Question Exit = Given.Question(stage: 1, weight: 4, kind: QuestionKind.ExitFact);
    private static readonly Question Heavy = Given.Question(stage: 1, weight: 3, order: 2);
    private static readonly Question Light = Given.Question(stage: 1, weight: 1, order: 3);
    private static readonly Question Alarm = Given.Question(stage: 1, weight: 2, negative: true, order: 4);
    private static readonly Question Next = Given.Question(stage: 2, weight: 2);

    private static readonly BuyingProcess Process = Given.Process(3, 0.3, Exit, Heavy, Light, Alarm, Next) with { Mode = ProcessMode.Jobs };

    public static TheoryData<AnswerValue?, AnswerValue?, AnswerValue?, AnswerValue?, JobState> States => new()
    {
        // exit (4)  heavy (3)  light (1)  alarm (2, negative)
        { null,      null,      null,      null,   NotStarted },
        { null,      Unknown,   null,      null,   NotStarted },
        { No,        No,        null,      null,   NotStarted },   // answered, and no sign of work
        { null,      null,      Yes,       null,   Open },
        { null,      null,      null,      No,     Open },         // no to a negative question speaks for it
        { null,      Yes,       Yes,       null,   Open },         // much evidence is not the exit fact
        { No,        Yes,       null,      null,   Open },
        { Yes,       null,      null,      null,   Satisfied },
        { Yes,       No,        null,      null,   Satisfied },    // 4 - 3 bits
        { Yes,       No,        No,        null,   Reopened },     // 4 - 3 - 1 bits: not likelier done than not
        { Yes,       No,        Yes,       Yes,    Reopened },     // 4 - 3 + 1 - 2 bits
        { Yes,       No,        Yes,       No,     Satisfied },
    };

    [Theory]
    [MemberData(nameof(States))]
    public void A_job_has_the_state_that_its_answers_give(
        AnswerValue? exit, AnswerValue? heavy, AnswerValue? light, AnswerValue? alarm, JobState state)
    {
        var position = PositionOf(Answers((Exit, exit), (Heavy, heavy), (Light, light), (Alarm, alarm)));

        Assert.Equal(state, position.Jobs[0].State);
    }

    [Fact]
    public void The_position_is_the_distribution_over_the_jobs_at_work()
    {
        // d = 3 and 2 bits: not done 1/9 and 1/5, the second 0.3 bits less likely: 0.1111 to 0.1625
        var position = PositionOf(Answers((Heavy, Yes), (Next, Yes)));

        Assert.Equal([3, 2, 0], position.Jobs.Select(job => job.Bits));
        Assert.Equal([0.4062, 0.5938, 0], position.Probabilities.Select(each => Math.Round(each, 4)));
        Assert.Equal(2, position.Stage.Order);
    }

    [Fact]
    public void Where_no_job_is_at_work_the_next_is_one_of_those_not_started()
    {
        var position = PositionOf(Answers((Exit, Yes)));

        Assert.Equal([0, 0.5518, 0.4482], position.Probabilities.Select(each => Math.Round(each, 4))); // 1 to 2^-0.3
        Assert.Equal(2, position.Stage.Order);
    }

    [Fact]
    public void Where_all_are_satisfied_the_least_sure_one_is_the_position()
    {
        var sure = Given.Question(stage: 1, weight: 4, kind: QuestionKind.ExitFact);
        var surer = Given.Question(stage: 2, weight: 4, kind: QuestionKind.ExitFact);
        var doubt = Given.Question(stage: 1, weight: 3, order: 2);
        var process = Given.Process(2, 0, sure, surer, doubt) with { Mode = ProcessMode.Jobs };

        var position = Position.Of(process, Answers((sure, Yes), (surer, Yes), (doubt, No)), Given.Now);

        Assert.Equal(1, position.Stage.Order);
    }

    [Fact]
    public void Blind_spots_are_those_of_jobs_that_count_as_done()
    {
        Assert.Equal([Heavy], PositionOf(Answers((Exit, Yes))).BlindSpots);
        Assert.Empty(PositionOf(Answers((Light, Yes))).BlindSpots);
    }

    [Fact]
    public void An_answer_tells_of_its_own_job_only_and_never_the_wrong_way() =>
        Gen.Select(Histories.WithAnOpenQuestion(Histories.Of(ProcessMode.Jobs)), Gen.Enum<EvidenceGrade>()).Sample((open, grade) =>
        {
            var (history, question) = open;
            var before = Done(history.Position);
            var yes = Done(history.Position.If(question, question.InFavour, grade));
            var no = Done(history.Position.If(question, Given.Against(question), grade));
            var asked = question.Stage - 1;

            Assert.InRange(before[asked], no[asked], yes[asked]);
            Assert.Equal(before.Where((_, index) => index != asked), yes.Where((_, index) => index != asked));
            Assert.Equal(before.Where((_, index) => index != asked), no.Where((_, index) => index != asked));
        });

    private static JobsPosition PositionOf(IEnumerable<Answer> answers) =>
        Assert.IsType<JobsPosition>(Position.Of(Process, answers, Given.Now));

    private static IEnumerable<Answer> Answers(params (Question Question, AnswerValue? Value)[] given) =>
        from answer in given
        where answer.Value != null
        select Given.Answer(answer.Question, answer.Value!.Value);

    private static List<double> Done(Position position) => ((JobsPosition)position).Jobs.Select(job => job.Done).ToList();
}
