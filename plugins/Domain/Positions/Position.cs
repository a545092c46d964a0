namespace BuyerPath.Domain.Positions;

/// <summary>
/// Where the customer stands in their own buying process: a probability for every stage, and the answers it comes from.
/// It has no memory: the same answers at the same time give the same position.
/// </summary>
/// <remarks>
/// For stage z of K, with w the weight of a question and m the multiplier of its answer:
/// <code>
/// bits(z) = - prior * (z - 1)  +  sum over answers of
///    in favour: w*m if z is past the question's stage, w*m/2 if it is that stage, else 0
///    against:   0   if z is past it,                   w*m/2 if it is that stage, else w*m
/// P(z) = 2^bits(z) / sum of 2^bits
/// </code>
/// </remarks>
public sealed class Position
{
    /// <summary>Stages whose bits differ by less are a tie; sums in another order must not move a customer.</summary>
    private const double TieBits = 1e-9;

    private readonly Dictionary<Guid, Contribution> _contributions;

    private Position(BuyingProcess process, IReadOnlyList<Contribution> contributions, DateTime now)
    {
        Process = process;
        On = now;
        Contributions = contributions;
        _contributions = contributions.ToDictionary(contribution => contribution.Question.Id);

        var bits = process.Stages
            .Select((_, index) => contributions.Sum(contribution => contribution.Bits[index]) - process.PriorBits * index)
            .ToList();
        var most = bits.Max();
        var odds = bits.Select(each => Math.Pow(2, each - most)).ToList(); // relative to the largest: no overflow, no 0/0
        var all = odds.Sum();
        Probabilities = odds.Select(each => each / all).ToList();

        var here = bits.FindIndex(each => each >= most - TieBits);
        Stage = process.Stages[here];
        Confidence = Probabilities[here];
    }

    /// <summary>The process that the position is in.</summary>
    public BuyingProcess Process { get; }

    /// <summary>The time it holds for (UTC): evidence fades.</summary>
    public DateTime On { get; }

    /// <summary>Every answer to a question of the process, in the order of the questions.</summary>
    public IReadOnlyList<Contribution> Contributions { get; }

    /// <summary>Probability of each stage, in the order of the stages; they sum to 1.</summary>
    public IReadOnlyList<double> Probabilities { get; }

    /// <summary>The buying stage: the most likely one, of equals the earlier.</summary>
    public BuyingStage Stage { get; }

    /// <summary>Probability of the buying stage.</summary>
    public double Confidence { get; }

    /// <summary>Probability of the buying stage in percent with one digit, as it is stored.</summary>
    public decimal ConfidencePercent => Math.Round((decimal)Confidence * 100, 1, MidpointRounding.AwayFromZero);

    /// <summary>
    /// Open questions that matter and lie behind: exit facts and heavy questions of earlier stages that are
    /// unanswered, unknown or stale.
    /// </summary>
    public IEnumerable<Question> BlindSpots =>
        OpenQuestions.Where(question => question.IsHeavy && question.Stage < Stage.Order);

    /// <summary>Questions that are unanswered, unknown or stale, in their order.</summary>
    public IEnumerable<Question> OpenQuestions =>
        Process.Questions.Where(question => AnswerTo(question) is not { IsSettled: true });

    /// <summary>
    /// Calculates the position at <paramref name="now"/> (UTC). Answers to questions of another process say nothing
    /// here: an opportunity keeps them when it changes its process.
    /// </summary>
    /// <exception cref="ArgumentException">Two answers to one question.</exception>
    public static Position Of(BuyingProcess process, IEnumerable<Answer> answers, DateTime now)
    {
        var answerTo = answers.ToDictionary(answer => answer.QuestionId);
        var contributions =
            from question in process.Questions
            where answerTo.ContainsKey(question.Id)
            select Contribution.Of(process, question, answerTo[question.Id], now);

        return new Position(process, contributions.ToList(), now);
    }

    /// <summary>Probability that the customer stands at this stage of the process.</summary>
    public double ProbabilityOf(BuyingStage stage) => Probabilities[Process.Stages.TakeWhile(each => each.Id != stage.Id).Count()];

    /// <summary>How many questions of the stage are answered in favour of its being behind.</summary>
    public int FactsOf(BuyingStage stage) =>
        Contributions.Count(contribution => contribution.IsInFavour && contribution.Question.Stage == stage.Order);

    /// <summary>What the answer to this question adds; null when nobody has answered.</summary>
    public Contribution? AnswerTo(Question question) =>
        _contributions.TryGetValue(question.Id, out var contribution) ? contribution : null;

    /// <summary>The position if this question were answered now, in place of any earlier answer.</summary>
    public Position If(Question question, AnswerValue value, EvidenceGrade grade) => Of(
        Process,
        Contributions
            .Select(contribution => contribution.Answer)
            .Where(answer => answer.QuestionId != question.Id)
            .Concat([new Answer(question.Id, value, grade, On)]),
        On);
}
