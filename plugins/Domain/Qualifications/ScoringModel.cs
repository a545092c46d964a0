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

    /// <summary>The criteria that people rate, as other versions may ask them too.</summary>
    public IEnumerable<Asked> Asks => Criteria
        .Where(criterion => criterion.Source == CriterionSource.Rated)
        .Select(criterion => new Asked(criterion.Id, criterion.Key));

    /// <summary>The columns of this table that criteria read, by logical name.</summary>
    public IEnumerable<string> ColumnsOf(CriterionTable table) => Criteria
        .Where(criterion => criterion.Source == CriterionSource.Column && criterion.Table == table)
        .Select(criterion => criterion.Column)
        .Distinct();
}
