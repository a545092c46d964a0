namespace BuyerPath.Toolbox.Data;

/// <summary>A segment as it ships.</summary>
/// <param name="Key">What stays the same in every language.</param>
/// <param name="Order">The first segment whose rules hold is the account's.</param>
/// <param name="Rules">Conditions on columns of the account, one a line; null for every account.</param>
/// <param name="Process">The process that its opportunities follow by default.</param>
/// <param name="Model">The template whose scoring model they are qualified by, by default.</param>
/// <param name="EffortHours">Hours that an opportunity in it may take.</param>
/// <param name="Name">What sellers call it.</param>
/// <param name="Description">Who belongs to it, and why it is sold to in this way.</param>
public sealed record SegmentTemplate(
    string Key, int Order, string? Rules, ProcessTemplate Process, ProcessTemplate Model, decimal EffortHours, LocalizedText Name, LocalizedText Description);
