namespace BuyerPath.Domain.Calibration;

/// <summary>One line of a reliability table: deals that were given about the same chance.</summary>
/// <param name="From">Lowest chance of the line.</param>
/// <param name="Deals">How many deals.</param>
/// <param name="MeanChance">What was said.</param>
/// <param name="Won">What came: the share won.</param>
public sealed record Reliability(double From, int Deals, double MeanChance, double Won);

/// <summary>How good a card is on deals that it was not learned from.</summary>
/// <param name="Auc">Chance that of a won and a lost deal the won one has more points, a tie counting half; null without such a pair.</param>
/// <param name="Brier">Mean squared distance of the chance from what came.</param>
/// <param name="BaseBrier">The same for whoever gives every deal the share won.</param>
/// <param name="Table">What was said against what came, in tenths; those without a deal are left out.</param>
public sealed record CardQuality(double? Auc, double Brier, double BaseBrier, IReadOnlyList<Reliability> Table);

/// <summary>
/// The second reading of the deals: each gets its points from the card that was learned without its fold. Like the first it adds
/// up over pages and can be put away.
/// </summary>
public sealed class CardTrial
{
    private const int Tenths = 10;

    private readonly IReadOnlyList<PointsCard> _cards;
    private readonly Dictionary<string, int> _counts;

    private CardTrial(IReadOnlyList<PointsCard> cards, Dictionary<string, int> counts)
    {
        _cards = cards;
        _counts = counts;
    }

    /// <summary>Begins a trial.</summary>
    /// <param name="counts">The first reading, complete.</param>
    public static CardTrial Begin(SignalCounts counts) => new(PointsCard.OfFolds(counts), new Dictionary<string, int>(StringComparer.Ordinal));

    /// <summary>Goes on with one that <see cref="Write"/> put away.</summary>
    /// <param name="counts">The first reading, complete.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">The text is not such.</exception>
    public static CardTrial Resume(SignalCounts counts, string text) => new(PointsCard.OfFolds(counts), CountText.ByKey(text));

    /// <summary>The trial so far as text.</summary>
    public string Write() => CountText.Keyed(_counts);

    /// <summary>Tries a deal.</summary>
    public void Add(IReadOnlyList<int> values, bool won)
    {
        var fold = SignalCounts.FoldOf(values);
        _counts.Increase(FormattableString.Invariant($"{fold};{_cards[fold].Total(values)};{(won ? 1 : 0)}"));
    }

    /// <summary>What points are worth, by all deals.</summary>
    public ChanceCurve Curve => ChanceCurve.Fit(Folds.SelectMany(fold => fold).ToList());

    /// <summary>How good the card is. The chances of each fold come from a curve that was fitted to the others.</summary>
    /// <exception cref="InvalidOperationException">All deals that were tried are in one fold.</exception>
    public CardQuality Quality()
    {
        var folds = Folds;
        if (folds.Count < 2) throw new InvalidOperationException("All deals say the same: there is nothing to try a card on.");

        var said = folds.SelectMany(fold =>
        {
            var curve = ChanceCurve.Fit(folds.Where(other => other != fold).SelectMany(other => other).ToList());
            return fold.Select(each => each with { Points = curve.Of(each.Points) });
        }).ToList();
        double won = said.Sum(each => each.Won);
        var deals = said.Sum(each => each.Won + each.Lost);
        return new CardQuality(
            Auc(folds),
            said.Sum(each => each.Won * (1 - each.Points) * (1 - each.Points) + each.Lost * each.Points * each.Points) / deals,
            won / deals * (1 - won / deals),
            Table(said));
    }

    private IReadOnlyList<IReadOnlyList<Scored>> Folds => _counts
        .Select(each => new { Key = each.Key.Split(';'), Count = each.Value })
        .GroupBy(each => each.Key[0])
        .OrderBy(fold => fold.Key, StringComparer.Ordinal)
        .Select(fold => (IReadOnlyList<Scored>)fold
            .GroupBy(each => int.Parse(each.Key[1], System.Globalization.CultureInfo.InvariantCulture))
            .OrderBy(same => same.Key)
            .Select(same => new Scored(same.Key, same.Where(each => each.Key[2] == "1").Sum(each => each.Count), same.Where(each => each.Key[2] == "0").Sum(each => each.Count)))
            .ToList())
        .ToList();

    /// <summary>Pairs are compared within a fold: points of different cards are not the same points.</summary>
    private static double? Auc(IEnumerable<IReadOnlyList<Scored>> folds)
    {
        double right = 0, pairs = 0;
        foreach (var fold in folds)
        {
            double lostBelow = 0;
            foreach (var each in fold)
            {
                right += each.Won * (lostBelow + each.Lost / 2.0);
                lostBelow += each.Lost;
            }
            pairs += fold.Sum(each => each.Won) * lostBelow;
        }
        return pairs == 0 ? null : right / pairs;
    }

    private static IReadOnlyList<Reliability> Table(IEnumerable<Scored> said) => said
        .GroupBy(each => Math.Min(Tenths - 1, (int)(each.Points * Tenths)))
        .OrderBy(tenth => tenth.Key)
        .Select(tenth =>
        {
            var deals = tenth.Sum(each => each.Won + each.Lost);
            return new Reliability(
                (double)tenth.Key / Tenths, deals, tenth.Sum(each => each.Points * (each.Won + each.Lost)) / deals, (double)tenth.Sum(each => each.Won) / deals);
        })
        .ToList();
}
