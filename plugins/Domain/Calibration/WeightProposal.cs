using BuyerPath.Domain.Positions;
using BuyerPath.Domain.Qualifications;

namespace BuyerPath.Domain.Calibration;

/// <summary>A weight that history proposes. Nothing changes until an administrator accepts.</summary>
/// <param name="Id">The criterion or question.</param>
/// <param name="Old">Its weight now.</param>
/// <param name="New">The weight proposed.</param>
/// <param name="Deals">How many closed deals had a known value: what the proposal rests on.</param>
/// <param name="Points">The points of each value on the card, in the order of the choice that stores it.</param>
public sealed record WeightProposal(Guid Id, int Old, int New, int Deals, IReadOnlyList<int> Points);

/// <summary>When history is enough to learn weights from, and which.</summary>
public static class WeightProposals
{
    /// <summary>Fewer won, or fewer lost, deals are no history.</summary>
    public const int LeastDeals = 40;

    /// <summary>How many values an answer has as a signal: yes, no, unknown.</summary>
    public const int AnswerValues = 3;

    /// <summary>How many values a rating has as a signal: the levels and unknown.</summary>
    public const int RatingValues = 6;

    /// <summary>Whether so many closed deals are enough.</summary>
    public static Decision MayPropose(int won, int lost) => Decision.From(TooFew(won, lost));

    /// <summary>Whether these deals are enough, and differ enough for a card to be tried on deals that it was not learned from.</summary>
    public static Decision MayPropose(SignalCounts counts)
    {
        var enough = MayPropose(counts.DealsWon, counts.DealsLost);
        return !enough.IsAllowed || counts.EveryFoldCanBeTried
            ? enough
            : Decision.From([$"The closed deals say too much the same: what tells the won from the others cannot be tried on deals that it was not learned from."]);
    }

    /// <summary>
    /// Weights of a model's criteria. Each gets the share of its side's weight that its points have in the points of the side, where the
    /// points of a criterion are how far they rise from disproved to proven along the line that fits the levels seen. A criterion whose
    /// points do not rise gets 1; a side where none rise stays as it is, and so does a criterion of which nothing was known in any deal,
    /// as of one that is not rated but read from a column.
    /// </summary>
    /// <param name="model">The model; its criteria are the signals, in its order.</param>
    /// <param name="counts">The counts.</param>
    public static IReadOnlyList<WeightProposal> ForCriteria(ScoringModel model, SignalCounts counts)
    {
        var card = PointsCard.Of(counts);
        var signals = model.Criteria
            .Select((criterion, signal) => new { Criterion = criterion, Signal = signal, Deals = Known(counts, signal, RatingValues), Rise = Rise(card, counts, signal) })
            .ToList();
        return signals.Select(each =>
        {
            var side = signals.Where(other => other.Criterion.Side == each.Criterion.Side && other.Deals > 0).ToList();
            var rise = side.Sum(other => other.Rise);
            var weight = each.Deals > 0 && rise > 0
                ? (int)Math.Round(side.Sum(other => other.Criterion.Weight) * each.Rise / rise)
                : each.Criterion.Weight;
            return Proposal(each.Criterion.Id, each.Criterion.Weight, Between(1, weight, ScoringModelRules.HeaviestWeight), card, counts, each.Signal, RatingValues);
        }).ToList();
    }

    /// <summary>
    /// Weights of a process's diagnostic questions. Between yes and no lie twice the question's bits (2^w against 2^-w), so its weight
    /// is half of what the points between them are worth. Exit facts keep theirs.
    /// </summary>
    /// <param name="process">The process; its questions are the signals, in its order.</param>
    /// <param name="counts">The counts.</param>
    public static IReadOnlyList<WeightProposal> ForQuestions(BuyingProcess process, SignalCounts counts)
    {
        var card = PointsCard.Of(counts);
        return process.Questions
            .Select((question, signal) => new { Question = question, Signal = signal })
            .Where(each => each.Question.Kind == QuestionKind.Diagnostic)
            .Select(each =>
            {
                var against = each.Question.InFavour == AnswerValue.Yes ? AnswerValue.No : AnswerValue.Yes;
                double points = card.Points(each.Signal, (int)each.Question.InFavour) - card.Points(each.Signal, (int)against);
                var weight = (int)Math.Round(points / PointsCard.PointsPerDoubling / 2, MidpointRounding.AwayFromZero);
                return Proposal(
                    each.Question.Id, each.Question.Weight, Between(1, weight, ProcessRules.ExitFactWeight - 1), card, counts, each.Signal, AnswerValues);
            })
            .ToList();
    }

    private static IEnumerable<FormattableString> TooFew(int won, int lost)
    {
        if (won < LeastDeals) yield return $"{won} closed deals ended Go: proposing weights needs {LeastDeals}, for fewer say nothing that lasts.";
        if (lost < LeastDeals) yield return $"{lost} closed deals ended otherwise: proposing weights needs {LeastDeals}, for fewer say nothing that lasts.";
    }

    /// <summary>Of the values the last is *unknown*, of criteria as of answers.</summary>
    private static WeightProposal Proposal(Guid id, int old, int weight, PointsCard card, SignalCounts counts, int signal, int values) => new(
        id,
        old,
        weight,
        Known(counts, signal, values),
        Enumerable.Range(0, values).Select(value => card.Points(signal, value)).ToList());

    private static int Known(SignalCounts counts, int signal, int values) => Enumerable.Range(0, values - 1).Sum(value => counts.Deals(signal, value));

    /// <summary>How far points rise over the whole scale, by least squares over the deals; never below zero.</summary>
    private static double Rise(PointsCard card, SignalCounts counts, int signal)
    {
        var levels = RatingLevels.Known.Select(level => new { Level = (double)level, Deals = counts.Deals(signal, (int)level), Points = card.Points(signal, (int)level) }).ToList();
        double deals = levels.Sum(each => each.Deals);
        if (deals == 0) return 0;

        var mean = levels.Sum(each => each.Deals * each.Level) / deals;
        var spread = levels.Sum(each => each.Deals * (each.Level - mean) * (each.Level - mean));
        return spread > 0 ? Math.Max(0, levels.Sum(each => each.Deals * (each.Level - mean) * each.Points) / spread * (int)RatingLevel.Proven) : 0;
    }

    private static int Between(int least, int value, int most) => Math.Min(most, Math.Max(least, value));
}
