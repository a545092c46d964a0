namespace BuyerPath.Domain.Qualifications;

/// <summary>For whom a criterion asks whether it is worth it. Numbered as the options of the choice that stores it.</summary>
public enum Side
{
    /// <summary>For us.</summary>
    Provider = 0,

    /// <summary>For the customer.</summary>
    Customer = 1,
}

/// <summary>Where the level of a criterion comes from. Numbered as the options of the choice that stores it.</summary>
public enum CriterionSource
{
    /// <summary>A person rates it.</summary>
    Rated = 0,

    /// <summary>It is read from a column of the opportunity or its account.</summary>
    Column = 1,

    /// <summary>It follows from evidence that is recorded anyway.</summary>
    Derived = 2,
}

/// <summary>Whose column a criterion reads. Numbered as the options of the choice that stores it.</summary>
public enum CriterionTable
{
    /// <summary>The opportunity's.</summary>
    Opportunity = 0,

    /// <summary>Its account's.</summary>
    Account = 1,
}

/// <summary>From what a criterion is derived; each is a figure in percent. Numbered as the options of the choice that stores it.</summary>
public enum Derivation
{
    /// <summary>Probability of the buying stage.</summary>
    PositionConfidence = 0,

    /// <summary>How much of the buying group we know: members met / members.</summary>
    BuyingGroupCoverage = 1,

    /// <summary>Promises that the customer kept.</summary>
    CustomersPromisesKept = 2,

    /// <summary>Promises that we kept.</summary>
    OurPromisesKept = 3,
}

/// <summary>One line of a scoring model: something that should hold for the deal to be worth it to one side.</summary>
/// <param name="Id">Row id.</param>
/// <param name="Name">What should hold.</param>
/// <param name="Side">For whom.</param>
/// <param name="Weight">How much it counts within its side: 1 to 100.</param>
public sealed record Criterion(Guid Id, string Name, Side Side, int Weight)
{
    /// <summary>Key by which it is known in the configuration data; unique in its model.</summary>
    public string Key { get; init; } = "";

    /// <summary>Place in the model.</summary>
    public int Order { get; init; }

    /// <summary>At or below this level the deal is not pursued until that is disproved; null when no level is so bad.</summary>
    public RatingLevel? KnockOutLevel { get; init; }

    /// <summary>What to ask to know it.</summary>
    public string Question { get; init; } = "";

    /// <summary>What each level from <see cref="RatingLevel.Disproved"/> to <see cref="RatingLevel.Proven"/> means here, in words.</summary>
    public IReadOnlyList<string> Anchors { get; init; } = [];

    /// <summary>Where its level comes from.</summary>
    public CriterionSource Source { get; init; }

    /// <summary>Whose column it reads; of a column only.</summary>
    public CriterionTable? Table { get; init; }

    /// <summary>Logical name of the column it reads; of a column only.</summary>
    public string Column { get; init; } = "";

    /// <summary>What it is derived from; of a derived one only.</summary>
    public Derivation? Derivation { get; init; }

    /// <summary>Which level a value has, as <see cref="Qualifications.Thresholds"/> reads it; of a rated one, empty.</summary>
    public string Thresholds { get; init; } = "";

    /// <summary>Somebody can be asked about it; what is derived comes with other work.</summary>
    public bool CanBeAsked => Source != CriterionSource.Derived;

    /// <summary>This level rules the deal out.</summary>
    public bool IsKnockedOutAt(RatingLevel level) => level.IsKnown() && level <= KnockOutLevel;
}
