namespace BuyerPath.Domain.Qualifications;

/// <summary>What is known of an opportunity beside its ratings.</summary>
public sealed class Facts
{
    /// <summary>Nothing beside.</summary>
    public static readonly Facts None = new();

    private static readonly IReadOnlyDictionary<string, object?> NoColumns = new Dictionary<string, object?>();

    /// <summary>Columns of the opportunity by logical name: numbers, text, yes or no, the number of a choice.</summary>
    public IReadOnlyDictionary<string, object?> Opportunity { get; init; } = NoColumns;

    /// <summary>Columns of its account, likewise.</summary>
    public IReadOnlyDictionary<string, object?> Account { get; init; } = NoColumns;

    /// <summary>Figures that criteria are derived from, in percent; what is missing is unknown.</summary>
    public IReadOnlyDictionary<Derivation, double> Derived { get; init; } = new Dictionary<Derivation, double>();

    /// <summary>The level that a criterion which is not rated has by these facts.</summary>
    internal RatingLevel LevelOf(Criterion criterion) => criterion.Source switch
    {
        CriterionSource.Column => Thresholds.Read(criterion.Thresholds).Value.LevelOf(ColumnOf(criterion)),
        CriterionSource.Derived => (criterion.Thresholds.Length == 0 ? Thresholds.OfPercent : Thresholds.Read(criterion.Thresholds).Value)
            .LevelOf(criterion.Derivation is { } from && Derived.TryGetValue(from, out var percent) ? percent : null),
        _ => throw new ArgumentException($"{criterion.Name} is rated by a person.", nameof(criterion)),
    };

    private object? ColumnOf(Criterion criterion) =>
        (criterion.Table == CriterionTable.Account ? Account : Opportunity).TryGetValue(criterion.Column, out var value) ? value : null;
}
