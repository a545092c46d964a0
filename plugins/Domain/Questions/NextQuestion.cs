using BuyerPath.Domain.Positions;
using BuyerPath.Domain.Qualifications;

namespace BuyerPath.Domain.Questions;

/// <summary>A question worth asking next, with what its answer would do.</summary>
/// <param name="Question">The question.</param>
/// <param name="GainBits">How much less uncertain the position is expected to be after the answer, in bits.</param>
/// <param name="LessDoubt">The same as a share of what is not known about the position, 0 to 1.</param>
/// <param name="Yes">The position after a yes of the grade <see cref="ExpectedGrade"/>.</param>
/// <param name="No">The position after a no of that grade.</param>
/// <param name="IsStale">There is an answer, too old to be relied on.</param>
/// <remarks>
/// The model of an answer: a yes to a question of weight w has the odds 2^w where the customer is past the
/// question's stage, 1 at the stage and 2^-w before it (the reverse for a negative question), so
/// <code>
/// p = 2^w / (1 + 2^w)
/// P(yes) = P(past) * p + P(at) / 2 + P(before) * (1 - p)
/// gain   = h(P(yes)) - P(at) - (1 - P(at)) * h(p)        with h(q) = -q log2 q - (1-q) log2 (1-q)
/// </code>
/// The gain is the mutual information of answer and stage: the entropy of the position less what Bayes' rule is
/// expected to leave of it. It is the same for a negative question. A stale answer is part of what is known so far.
/// Among jobs, the stage is the job asked about, which is done (past) or not (before), and the gain counts by how likely the
/// customer is at that job: an answer about a job that the position says nothing of tells nothing of the position.
/// </remarks>
public sealed record NextQuestion(Question Question, double GainBits, double LessDoubt, Position Yes, Position No, bool IsStale)
{
    /// <summary>More than these nobody asks in one conversation.</summary>
    public const int Most = 3;

    /// <summary>What the next conversation can be expected to bring: something they did.</summary>
    public const EvidenceGrade ExpectedGrade = EvidenceGrade.Did;

    /// <summary>Gains are told apart, and shown, to so many digits; a gain that rounds to nothing is no reason to ask.</summary>
    private const int GainDigits = 4;

    /// <summary>
    /// How much likelier, against being before it, such an answer makes being past the question's stage. For a
    /// negative question it is the no that does so.
    /// </summary>
    public double Times => Math.Pow(2, Question.Weight * Credibility.Of(ExpectedGrade));

    /// <summary>
    /// Chance that the answer takes the verdict off *ask*, 0 to 1; zero while the verdict is another, or nobody has asked.
    /// </summary>
    public double SettlesVerdict { get; init; }

    /// <summary>
    /// The open questions that are expected to tell most, best first, at most <see cref="Most"/>. Of equal gains the
    /// one earlier in the process comes first, so the same state always asks the same.
    /// </summary>
    /// <param name="position">The position.</param>
    /// <param name="verdictAt">
    /// The verdict that a position gives, where a criterion is derived from it: its chance to settle adds to the gain, as a bit would.
    /// Null when none is.
    /// </param>
    public static IReadOnlyList<NextQuestion> For(Position position, Func<Position, Verdict>? verdictAt = null)
    {
        var isAsking = verdictAt?.Invoke(position) == Verdict.Ask;
        var worthAsking =
            from question in position.OpenQuestions
            let gain = Math.Round(Gain(position, question), GainDigits)
            let yes = position.If(question, AnswerValue.Yes, ExpectedGrade)
            let no = position.If(question, AnswerValue.No, ExpectedGrade)
            let settles = isAsking ? ChanceToSettle(position, question, verdictAt!(yes), verdictAt(no)) : 0
            where gain + settles > 0
            orderby gain + settles descending // stable: equals stay in the order of the process
            select new NextQuestion(
                question,
                gain,
                gain == 0 ? 0 : gain / position.DoubtBits,
                yes,
                no,
                position.AnswerTo(question) is { IsStale: true }) { SettlesVerdict = settles };

        return worthAsking.Take(Most).ToList();
    }

    /// <summary>Expected drop of the position's entropy in bits; never negative.</summary>
    public static double Gain(Position position, Question question)
    {
        var around = position.Around(question.Stage);
        var likely = Likely(question);
        var told = Entropy.OfChance(ChanceInFavour(around, likely)) - around.At - (around.Past + around.Before) * Entropy.OfChance(likely);
        return Math.Max(0, told) * position.Bearing(question.Stage);
    }

    private static double ChanceToSettle(Position position, Question question, Verdict afterYes, Verdict afterNo)
    {
        var inFavour = ChanceInFavour(position.Around(question.Stage), Likely(question));
        var yes = question.IsNegative ? 1 - inFavour : inFavour;
        return Math.Round((afterYes == Verdict.Ask ? 0 : yes) + (afterNo == Verdict.Ask ? 0 : 1 - yes), GainDigits);
    }

    /// <summary>Chance of the answer in favour of being past the stage where the customer is past it.</summary>
    private static double Likely(Question question)
    {
        var odds = Math.Pow(2, question.Weight);
        return odds / (1 + odds);
    }

    private static double ChanceInFavour(Surroundings around, double likely) =>
        around.Past * likely + around.At / 2 + around.Before * (1 - likely);
}
