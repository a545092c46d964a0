namespace BuyerPath.Domain.Positions;

/// <summary>
/// Where the customer stands in their own buying process: a probability for every stage, and the answers it comes from.
/// It has no memory: the same answers at the same time give the same position.
/// </summary>
public abstract class Position
{
    /// <summary>Stages whose bits differ by less are a tie; sums in another order must not move a customer.</summary>
    private const double TieBits = 1e-9;

    private readonly Dictionary<Guid, Contribution> _contributions;

    /// <param name="process">The process.</param>
    /// <param name="contributions">Every answer's share.</param>
    /// <param name="bits">The stages' bits: P(z) = 2^bits(z) / sum of 2^bits. A stage ruled out has negative infinity.</param>
    /// <param name="now">The time (UTC).</param>
    private protected Position(
        BuyingProcess process, IReadOnlyList<Contribution> contributions, IReadOnlyList<double> bits, DateTime now)
    {
        Process = process;
        On = now;
        Contributions = contributions;
        _contributions = contributions.ToDictionary(contribution => contribution.Question.Id);

        Probabilities = Shares(bits);
        var most = bits.Max();
        var here = bits.TakeWhile(each => each < most - TieBits).Count();
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
    public decimal ConfidencePercent => Percent.Of(Confidence);

    /// <summary>How many stages the customer still has before them, the present one included.</summary>
    public int StagesLeft => Process.Stages.Count(stage => !IsBehind(stage.Order));

    /// <summary>Questions that are unanswered, unknown or stale, in their order.</summary>
    public IEnumerable<Question> OpenQuestions =>
        Process.Questions.Where(question => AnswerTo(question) is not { IsSettled: true });

    /// <summary>Open questions that matter and lie behind: exit facts and heavy questions of stages that count as done.</summary>
    public IEnumerable<Question> BlindSpots =>
        OpenQuestions.Where(question => question.IsHeavy && IsBehind(question.Stage));

    /// <summary>
    /// Calculates the position at <paramref name="now"/> (UTC), by the mode of the process. Answers to questions of
    /// another process say nothing here: an opportunity keeps them when it changes its process.
    /// </summary>
    /// <exception cref="ArgumentException">The process has no stage to stand at, or a question has two answers.</exception>
    public static Position Of(BuyingProcess process, IEnumerable<Answer> answers, DateTime now)
    {
        var answerTo = answers.ToDictionary(answer => answer.QuestionId);
        var contributions =
            from question in process.Questions
            where answerTo.ContainsKey(question.Id)
            select Contribution.Of(process, question, answerTo[question.Id], now);

        return From(process, contributions.ToList(), now);
    }

    /// <summary>The position that these contributions add up to.</summary>
    /// <exception cref="ArgumentException">The process has no stage to stand at, or a question has two answers.</exception>
    public static Position From(BuyingProcess process, IReadOnlyList<Contribution> contributions, DateTime now)
    {
        if (process.Stages.Count == 0) throw new ArgumentException($"The process {process.Name} has no stage.", nameof(process));

        return process.Mode switch
        {
            ProcessMode.Linear => new LinearPosition(process, contributions, now),
            ProcessMode.Jobs => new JobsPosition(process, contributions, now),
            _ => throw UnknownMode(process.Mode),
        };
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

    /// <summary>How likely the customer is past, at and before the stage of this order.</summary>
    public abstract Surroundings Around(int stage);

    /// <summary>What is not known about the position, in bits: what answers can take away.</summary>
    public virtual double DoubtBits => Probabilities.Sum(Entropy.Surprise);

    /// <summary>How much of what an answer about this stage tells counts for the position, 0 to 1.</summary>
    public virtual double Bearing(int stage) => 1;

    /// <summary>The stage of this order counts as done.</summary>
    private protected abstract bool IsBehind(int stage);

    /// <summary>P(z) = 2^bits(z) / sum of 2^bits.</summary>
    private protected static IReadOnlyList<double> Shares(IReadOnlyList<double> bits)
    {
        var most = bits.Max();
        var odds = bits.Select(each => Math.Pow(2, each - most)).ToList(); // relative to the largest: no overflow, no 0/0
        var all = odds.Sum();
        return odds.Select(each => each / all).ToList();
    }

    /// <summary>Which share of its bits an answer about one stage adds to another.</summary>
    internal static double Share(ProcessMode mode, int stage, int asked, bool inFavour) => mode switch
    {
        ProcessMode.Linear => LinearPosition.Share(stage, asked, inFavour),
        ProcessMode.Jobs => JobsPosition.Share(stage, asked, inFavour),
        _ => throw UnknownMode(mode),
    };

    private static ArgumentOutOfRangeException UnknownMode(ProcessMode mode) =>
        new(nameof(mode), mode, "There is no such mode of a process.");
}

/// <summary>How likely the customer is past, at and before a stage.</summary>
/// <param name="Past">Probability of being past it.</param>
/// <param name="At">Probability of being there.</param>
/// <param name="Before">Probability of not having reached it.</param>
public sealed record Surroundings(double Past, double At, double Before);
