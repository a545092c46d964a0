using BuyerPath.Domain.Positions;

namespace BuyerPath.Domain.Tests.Journeys;

/// <summary>
/// A process as a seller knows it, in six stages: what the journeys of tests/cases are made of. Short of the one that
/// ships, so that a case can be read.
/// </summary>
internal static class ClassicProcess
{
    private static readonly string[][] Stages =
    [
        ["No recognised problem",
            "Keep today's business running and judge whether an outside signal deserves attention",
            "Being distracted or sold to; looking uninformed; losing time",
            "Is there anything here worth looking into?"],
        ["Analysing and structuring the problem",
            "Understand causes, size and ownership; separate symptom from cause",
            "Opening a can of worms; blame; weak data",
            "What exactly is the problem, how big is it and whose is it?"],
        ["Agreeing on the need",
            "Get the people who must live with the change to agree that it is worth solving, now",
            "Competing priorities; budget quarrels; being the one who pushed",
            "Shall we act, and by when?"],
        ["Choosing an approach",
            "Choose between doing nothing, building, outsourcing and buying",
            "The wrong class of answer; hidden cost; not getting out again",
            "Build, outsource, buy or not now?"],
        ["Comparing providers",
            "Find a provider who will deliver at acceptable risk and make the comparison defensible",
            "A visible mistake; non-delivery; lock-in; price",
            "Whom, if anyone, would we trust with this?"],
        ["Decision",
            "Commit or decline with confidence, get approvals and prepare the start",
            "Messing up in public; late objections; no people for the start",
            "Go, No-Go, or no decision?"],
    ];

    private static readonly IReadOnlyList<Question> Questions =
    [
        Ask(1, 1, 4, "Has a named person at the customer, on their own initiative, brought an internal fact about the matter?", "name and fact"),
        Ask(1, 2, 3, "Did they bring a colleague we had not invited into a conversation?", "attendee list"),
        Ask(1, 3, 2, "Has anyone there booked their own time to look into it?", "their calendar entry or a dated promise"),
        Ask(2, 1, 4, "Has the customer its own written problem description with at least one number and one owner?", "the text"),
        Ask(2, 2, 3, "Has the customer measured the problem with its own data, and have we seen the figure?", "figure with its calculation"),
        Ask(2, 3, 2, "Have they tried or ruled out a quick fix of their own?", "what was tried and what happened"),
        Ask(3, 1, 4, "Has a person with authority put the need on its own plan with a date and an owner?", "the plan"),
        Ask(3, 2, 3, "Have they said what will be stopped, delayed or funded less to make room?", "the named item"),
        Ask(3, 3, 2, "Is their date tied to an event in their world and not to our quarter?", "the event and its date"),
        Ask(4, 1, 4, "Has the customer written down the chosen approach and why?", "the paper"),
        Ask(4, 2, 3, "Has the customer compared at least two approaches, one of them in-house, in a paper of its own?", "paper or minutes"),
        Ask(4, 3, 2, "Has someone with a budget said which kind of money this would be?", "name and budget line"),
        Ask(5, 1, 4, "Has the customer told a provider its ranking or opened terms with one of them?", "the message"),
        Ask(5, 2, 3, "Have they spent effort of their own on testing us: data, people, reference calls?", "hours or artefacts on their side"),
        Ask(5, 3, 2, "Have they told us something they dislike about us?", "the remark"),
        Ask(6, 1, 4, "Is it signed, declined in writing, or stopped by agreement?", "the document"),
        Ask(6, 2, 3, "Have they named people and calendar time for the start?", "names and dates"),
        Ask(6, 3, 2, "Has the decision date moved without an event in their world that explains it?", "old and new date", negative: true),
    ];

    private static readonly BuyingProcess Bare = Given.Process(Stages.Length, 0.3, Questions);

    public static readonly BuyingProcess Process = Bare with
    {
        Name = "Classic buying process (six phases)",
        Stages = Bare.Stages.Select(WithTexts).ToList(),
    };

    public static Answer Answer(int stage, int order, AnswerValue value, EvidenceGrade? grade, int ageDays) => Given.Answer(
        Questions.Single(question => question.Stage == stage && question.Order == order), value, grade, ageDays);

    private static BuyingStage WithTexts(BuyingStage stage)
    {
        var texts = Stages[stage.Order - 1];
        return stage with { Name = texts[0], Objective = texts[1], Concern = texts[2], Decision = texts[3] };
    }

    private static Question Ask(int stage, int order, int weight, string text, string proof, bool negative = false) =>
        Given.Question(stage, weight, negative, weight == 4 ? QuestionKind.ExitFact : QuestionKind.Diagnostic, order)
            with { Text = text, Proof = proof };
}
