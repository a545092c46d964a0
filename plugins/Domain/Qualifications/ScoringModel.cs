namespace BuyerPath.Domain.Qualifications;

/// <summary>A template of what makes a deal worth it to both sides.</summary>
/// <param name="Id">Row id.</param>
/// <param name="Name">Name in the language of the configuration data.</param>
/// <param name="BorderPercent">Side score from which a side is good, in percent.</param>
/// <param name="Criteria">The criteria, in any order.</param>
public sealed record ScoringModel(Guid Id, string Name, double BorderPercent, IReadOnlyList<Criterion> Criteria)
{
    /// <summary>Where this version is in its life.</summary>
    public Lifecycle Lifecycle { get; init; }

    /// <summary>The border that a model begins with.</summary>
    public const double UsualBorderPercent = 60;

    /// <summary>The criteria, the provider's first, by their order; the key settles what the order leaves open.</summary>
    public IReadOnlyList<Criterion> Criteria { get; init; } = Criteria
        .OrderBy(criterion => criterion.Side)
        .ThenBy(criterion => criterion.Order)
        .ThenBy(criterion => criterion.Key, StringComparer.Ordinal)
        .ToList();
}
