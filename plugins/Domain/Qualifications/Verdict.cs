namespace BuyerPath.Domain.Qualifications;

/// <summary>What to do about a deal. Numbered as the options of the choice that stores it.</summary>
public enum Verdict
{
    /// <summary>Worth it to both.</summary>
    Pursue = 0,

    /// <summary>Worth it to us; the customer does not see, or does not have, what is in it for them.</summary>
    HelpThemFindOut = 1,

    /// <summary>Worth it to the customer, and not to us as it stands.</summary>
    ChangeScopePriceOrPartner = 2,

    /// <summary>Worth it to neither.</summary>
    DeclinePolitely = 3,

    /// <summary>What is unknown decides: ask first.</summary>
    Ask = 4,
}

/// <summary>Why a verdict is what it is.</summary>
public enum VerdictReasonKind
{
    /// <summary>The side is good, whatever the unknown turns out to be.</summary>
    SideIsGood = 0,

    /// <summary>The side stays below the border, whatever the unknown turns out to be.</summary>
    SideIsPoor = 1,

    /// <summary>The side's range straddles the border.</summary>
    RangeStraddlesBorder = 2,

    /// <summary>A criterion rules the deal out until disproved.</summary>
    KnockedOut = 3,

    /// <summary>A criterion that can rule the deal out is not known.</summary>
    KnockOutUnknown = 4,
}

/// <summary>One reason, in numbers; whoever shows it makes the sentence.</summary>
/// <param name="Kind">Which reason.</param>
/// <param name="Side">The side it is about.</param>
/// <param name="LowPercent">Low end of the side's range.</param>
/// <param name="HighPercent">High end of the side's range.</param>
/// <param name="BorderPercent">The border.</param>
/// <param name="CriterionId">The criterion, of a knock-out.</param>
public sealed record VerdictReason(
    VerdictReasonKind Kind, Side Side, double LowPercent, double HighPercent, double BorderPercent, Guid? CriterionId = null);
