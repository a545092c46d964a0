using BuyerPath.Domain.Calibration;

namespace BuyerPath.Benchmarks.Qualification;

/// <summary>What a rule says of a deal.</summary>
/// <param name="Rank">The higher, the likelier won; only the order counts.</param>
/// <param name="Chance">Chance of winning, 0 to 1.</param>
public sealed record Forecast(double Rank, double Chance);

/// <summary>A way to tell which deals will be won.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Learn">From deals and the places of those to learn from, a forecast for the deal at a place.</param>
public sealed record DealRule(string Name, Func<Deals, IReadOnlyList<int>, Func<int, Forecast>> Learn)
{
    /// <summary>The share won, for every deal.</summary>
    public static readonly DealRule BaseRate = new("base rate", (deals, train) =>
    {
        var share = train.Count(place => deals.Won[place]) / (double)train.Count;
        return _ => new Forecast(0, share);
    });

    /// <summary>The card that calibration learns, with the curve of its own trial on the deals learned from.</summary>
    public static readonly DealRule LearnedCard = new("points card, learned", (deals, train) =>
    {
        var signals = new Signals(deals, train);
        var counts = new SignalCounts(signals.Sizes);
        foreach (var place in train) counts.Add(signals.Of(place), deals.Won[place]);
        var trial = CardTrial.Begin(counts);
        foreach (var place in train) trial.Add(signals.Of(place), deals.Won[place]);
        var card = PointsCard.Of(counts);
        return ByPoints(place => card.Total(signals.Of(place)), trial.Curve);
    });

    /// <summary>The card whose weights were fixed beforehand, with a curve fitted to the deals learned from.</summary>
    public static DealRule Fixed(FixedCard card) => new("points card, weights fixed beforehand", (deals, train) =>
    {
        var curve = ChanceCurve.Fit(train
            .Select(place => new Scored(card.Points(deals, place), deals.Won[place] ? 1 : 0, deals.Won[place] ? 0 : 1))
            .ToList());
        return ByPoints(place => card.Points(deals, place), curve);
    });

    private static Func<int, Forecast> ByPoints(Func<int, double> points, ChanceCurve curve) =>
        place => new Forecast(points(place), curve.Of(points(place)));
}
