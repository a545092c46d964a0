namespace BuyerPath.Benchmarks.Qualification;

/// <summary>How well a rule tells deals that are won from others.</summary>
/// <param name="Rule">Its name.</param>
/// <param name="Auc">Chance that of a won and a lost deal it ranks the won one higher, a tie counting half; mean over the splits.</param>
/// <param name="Brier">Mean squared distance of its chance from what came; mean over the splits.</param>
public sealed record Skill(string Rule, double Auc, double Brier)
{
    /// <summary>Measures a rule.</summary>
    public static Skill Of(DealRule rule, Deals deals, IReadOnlyCollection<Split> splits)
    {
        var measured = splits.Select(split =>
        {
            var forecast = rule.Learn(deals, split.Train);
            var said = split.Test.Select(place => (Forecast: forecast(place), Won: deals.Won[place])).ToList();
            return (Auc: AucOf(said), Brier: said.Average(each => Math.Pow(each.Forecast.Chance - (each.Won ? 1 : 0), 2)));
        }).ToList();
        return new Skill(rule.Name, measured.Average(each => each.Auc), measured.Average(each => each.Brier));
    }

    private static double AucOf(IReadOnlyCollection<(Forecast Forecast, bool Won)> said)
    {
        var lost = said.Where(each => !each.Won).Select(each => each.Forecast.Rank).ToList();
        var pairs = said.Where(each => each.Won).SelectMany(won => lost.Select(rank => won.Forecast.Rank.CompareTo(rank)));
        return pairs.Average(order => (order + 1) / 2.0);
    }
}
