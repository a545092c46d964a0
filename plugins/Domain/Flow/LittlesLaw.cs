namespace BuyerPath.Domain.Flow;

/// <summary>Work in progress against throughput and lead time, over one window and in one unit.</summary>
/// <param name="MeanWip">Opportunities open, averaged over the time of the window.</param>
/// <param name="ThroughputPerDay">Closed per day.</param>
/// <param name="MeanLeadTimeDays">Mean lead time of the closed; null when none was closed.</param>
public sealed record LittlesLaw(double MeanWip, double ThroughputPerDay, double? MeanLeadTimeDays)
{
    /// <summary>Lower end of the band in which the law may be used.</summary>
    public const double LeastRatio = 0.8;

    /// <summary>Upper end of the band in which the law may be used.</summary>
    public const double MostRatio = 1.25;

    /// <summary>
    /// (WIP / throughput) / lead time: near 1 while as much leaves as comes. More says that old work is piling up. Null when
    /// nothing was closed.
    /// </summary>
    public double? Ratio => MeanLeadTimeDays > 0 ? MeanWip / ThroughputPerDay / MeanLeadTimeDays : null;

    /// <summary>The ratio lies in the band; outside it the law must not be used to promise dates.</summary>
    public bool IsValid => Ratio is >= LeastRatio and <= MostRatio;

    /// <summary>Measures it.</summary>
    public static LittlesLaw Of(IReadOnlyCollection<Spell> spells, Window window)
    {
        var leadTimes = spells.Where(spell => window.Has(spell.ClosedOn)).Select(spell => spell.LeadTimeDays!.Value).ToList();
        return new LittlesLaw(
            spells.Sum(spell => window.DaysOf(spell.OpenedOn, spell.ClosedOn)) / window.Days,
            leadTimes.Count / window.Days,
            leadTimes.Count == 0 ? null : leadTimes.Average());
    }
}
