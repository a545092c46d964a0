using BuyerPath.Plugins.Schema;

namespace BuyerPath.Sandbox.Host.Pipelines;

/// <summary>An opportunity and its history. Days count back from the day of loading; "in days", forward.</summary>
public sealed record SampleOpportunity(
    string Name, SampleAccount Account, string Contact, string Seller, string Process, decimal Value, string Description, int CreatedDaysAgo, int ClosesInDays)
{
    /// <summary>How it ended; null while it is open.</summary>
    public SampleClose? Closed { get; init; }

    /// <summary>What the seller's own stage was, and since when.</summary>
    public IReadOnlyList<SampleSellerStage> SellerStages { get; init; } = [];

    /// <summary>The buying group.</summary>
    public IReadOnlyList<SampleStakeholder> Stakeholders { get; init; } = [];

    /// <summary>The mutual plan. A step comes after those that it waits for.</summary>
    public IReadOnlyList<SampleStep> Plan { get; init; } = [];

    /// <summary>What was shared with the customer.</summary>
    public IReadOnlyList<SampleShare> Shares { get; init; } = [];

    /// <summary>Answers; the same question answered later is a changed answer.</summary>
    public IReadOnlyList<SampleAnswer> Answers { get; init; } = [];
}

/// <summary>How and when an opportunity ended.</summary>
/// <param name="DaysAgo">When.</param>
/// <param name="Status">Won or lost.</param>
/// <param name="Reason">The status reason; null for the usual one.</param>
/// <param name="Outcome">What the seller wrote down; null when nothing.</param>
/// <param name="Approach">What the customer chose, as the seller wrote it down; null when nothing.</param>
public sealed record SampleClose(int DaysAgo, DealStatus Status, LostReason? Reason, OutcomeChoice? Outcome, ApproachChoice? Approach);

/// <summary>Status reasons of a lost opportunity, with the values that Dynamics gives them.</summary>
public enum LostReason
{
    /// <summary>It came to nothing.</summary>
    Canceled = 4,

    /// <summary>Another provider got it.</summary>
    OutSold = 5,
}

/// <summary>A move of the seller's own stage.</summary>
public sealed record SampleSellerStage(int DaysAgo, SalesStage Stage);

/// <summary>Sales stages of Dynamics, in the order of their values.</summary>
public enum SalesStage
{
    /// <summary>Is it one for us?</summary>
    Qualify,

    /// <summary>What do they need?</summary>
    Develop,

    /// <summary>What do we offer?</summary>
    Propose,

    /// <summary>Do they take it?</summary>
    Close,
}

/// <summary>A member of the buying group.</summary>
/// <param name="Name">The person, or the role nobody has met yet.</param>
/// <param name="Contact">The person; null for a role alone.</param>
/// <param name="DaysAgo">When the seller learned of them.</param>
/// <param name="Role">What they do in the decision; null when unknown.</param>
/// <param name="Influence">How much they count; null when unknown.</param>
/// <param name="Attitude">What they think of us; null when nobody has asked.</param>
/// <param name="HasVeto">They can stop it alone.</param>
/// <param name="IsMet">We have met them.</param>
public sealed record SampleStakeholder(
    string Name, string? Contact, int DaysAgo, StakeholderRoleChoice? Role, InfluenceChoice? Influence, AttitudeChoice? Attitude, bool HasVeto, bool IsMet);

/// <summary>A step of the mutual plan.</summary>
/// <param name="Name">What is to be done.</param>
/// <param name="Party">Who does it.</param>
/// <param name="Contact">Who of the customer; null when nobody is named.</param>
/// <param name="DaysAgo">When it was agreed.</param>
/// <param name="DueInDays">By when it was promised at first.</param>
/// <param name="DoneDaysAgo">When it was done; null while it is not.</param>
/// <param name="After">The step that must be done first; null for none.</param>
/// <param name="IsDecision">On the due date the customer means to decide.</param>
/// <param name="Moves">Later promises, oldest first.</param>
public sealed record SampleStep(
    string Name, PartyChoice Party, string? Contact, int DaysAgo, int DueInDays, int? DoneDaysAgo, string? After, bool IsDecision, IReadOnlyList<SampleMove> Moves);

/// <summary>A due date that was put off.</summary>
/// <param name="DaysAgo">When it was put off.</param>
/// <param name="DueInDays">The new date.</param>
/// <param name="HasOutsideReason">An event in the customer's world was the cause.</param>
public sealed record SampleMove(int DaysAgo, int DueInDays, bool HasOutsideReason);

/// <summary>Content that was shared.</summary>
/// <param name="Content">Its key.</param>
/// <param name="Contact">With whom; null when nobody is named.</param>
/// <param name="DaysAgo">When.</param>
/// <param name="UsedDaysAgo">When the customer was seen to use it; null while nobody has seen that.</param>
/// <param name="Detail">What was seen; null when nothing.</param>
public sealed record SampleShare(string Content, string? Contact, int DaysAgo, int? UsedDaysAgo, string? Detail);

/// <summary>An answer.</summary>
public sealed record SampleAnswer(string Question, int DaysAgo, AnswerValueChoice Value, EvidenceGradeChoice? Grade, string? Source, string Detail);
