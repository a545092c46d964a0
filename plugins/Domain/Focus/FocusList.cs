using BuyerPath.Domain.Qualifications;

namespace BuyerPath.Domain.Focus;

/// <summary>How near a deal is to the seller's next hour. Numbered as the options of the choice that stores it.</summary>
public enum FocusTier
{
    /// <summary>This week.</summary>
    Now = 0,

    /// <summary>Worth the next free hour.</summary>
    Next = 1,

    /// <summary>An hour is worth more elsewhere, or the customer is at work.</summary>
    Later = 2,

    /// <summary>Not worth any hour more.</summary>
    LetGo = 3,
}

/// <summary>Why a deal has its tier.</summary>
public enum FocusReason
{
    /// <summary>Something is promised for this week.</summary>
    Promised = 0,

    /// <summary>A step of it is in this week's plan.</summary>
    InThePlan = 1,

    /// <summary>The verdict is to decline.</summary>
    Declined = 2,

    /// <summary>The stop rule: what is left to win pays less than the hours that are left cost.</summary>
    BelowCost = 3,

    /// <summary>It is the customer's turn, and they are in time.</summary>
    CustomerHoldsTheBall = 4,

    /// <summary>Chance, value or hours are not known: nobody can say what an hour is worth.</summary>
    ValueUnknown = 5,

    /// <summary>Its value per hour is below the price of an hour.</summary>
    BelowPrice = 6,

    /// <summary>Its value per hour reaches the price of an hour.</summary>
    WorthAnHour = 7,
}

/// <summary>An open deal, as focus sees it.</summary>
/// <param name="OpportunityId">The opportunity.</param>
/// <param name="Value">What it is worth to us, in money; null while unknown.</param>
/// <param name="WinChance">0 to 1; null while neither the template nor history says.</param>
/// <param name="RemainingHours">Our hours until it is decided; null while unknown.</param>
/// <param name="Verdict">What qualification says; null without a model.</param>
/// <param name="CustomerHoldsTheBall">It is the customer's turn, and they are in time.</param>
public sealed record FocusCandidate(
    Guid OpportunityId, double? Value, double? WinChance, double? RemainingHours, Verdict? Verdict, bool CustomerHoldsTheBall)
{
    /// <summary>Win chance times value for each hour that is left, a quarter hour at least; null while chance, value or hours are unknown.</summary>
    public double? ValuePerHour => WinChance * Value / (RemainingHours is { } hours ? Math.Max(hours, 1.0 / StepOption.QuartersPerHour) : null);
}

/// <summary>A deal in its place on the list.</summary>
/// <param name="Candidate">The deal.</param>
/// <param name="Tier">How near it is to the next hour.</param>
/// <param name="Reason">Why.</param>
public sealed record FocusLine(FocusCandidate Candidate, FocusTier Tier, FocusReason Reason);

/// <summary>Where a seller's next hour is worth most.</summary>
public static class FocusList
{
    /// <summary>The deals by tier and value per hour; of equals, by id, so that the same deals always give the same list.</summary>
    /// <param name="candidates">The seller's open deals.</param>
    /// <param name="plan">This week's plan; its options carry the opportunity as their group.</param>
    /// <param name="costOfAnHour">What an hour of ours costs, in money.</param>
    public static IReadOnlyList<FocusLine> Of(IEnumerable<FocusCandidate> candidates, WeekPlan plan, double costOfAnHour)
    {
        var planned = plan.Lines.Where(line => line.IsIn).ToLookup(line => line.Option.GroupId, line => line.Option.IsPromised);
        return candidates
            .Select(candidate => LineOf(candidate, ReasonOf(candidate, planned[candidate.OpportunityId].ToList(), plan.PriceOfAnHour, costOfAnHour)))
            .OrderBy(line => line.Tier)
            .ThenByDescending(line => line.Candidate.ValuePerHour)
            .ThenBy(line => line.Candidate.OpportunityId)
            .ToList();
    }

    private static FocusLine LineOf(FocusCandidate candidate, FocusReason reason) => new(candidate, TierOf(reason), reason);

    private static FocusTier TierOf(FocusReason reason) => reason switch
    {
        FocusReason.Promised or FocusReason.InThePlan => FocusTier.Now,
        FocusReason.WorthAnHour or FocusReason.ValueUnknown => FocusTier.Next,
        FocusReason.CustomerHoldsTheBall or FocusReason.BelowPrice => FocusTier.Later,
        FocusReason.Declined or FocusReason.BelowCost => FocusTier.LetGo,
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "There is no such reason."),
    };

    /// <summary>The first that applies: a promise is kept even where the deal is let go.</summary>
    private static FocusReason ReasonOf(FocusCandidate candidate, IReadOnlyCollection<bool> planned, double price, double cost)
    {
        if (planned.Contains(true)) return FocusReason.Promised;
        if (candidate.Verdict == Verdict.DeclinePolitely) return FocusReason.Declined;
        if (candidate.ValuePerHour < cost) return FocusReason.BelowCost;
        if (planned.Count > 0) return FocusReason.InThePlan;
        if (candidate.CustomerHoldsTheBall) return FocusReason.CustomerHoldsTheBall;
        if (candidate.ValuePerHour == null) return FocusReason.ValueUnknown;
        return candidate.ValuePerHour < price ? FocusReason.BelowPrice : FocusReason.WorthAnHour;
    }
}
