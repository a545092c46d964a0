namespace BuyerPath.Toolbox.Data;

/// <summary>A buying process as it ships: structure once, texts in every language.</summary>
/// <param name="Key">What stays the same in every version and language.</param>
/// <param name="Version">Counts from 1.</param>
/// <param name="Mode">How the stages follow each other.</param>
/// <param name="Name">What sellers call it.</param>
/// <param name="Description">When to use it, and what to beware of.</param>
/// <param name="Source">Where its structure comes from.</param>
/// <param name="Outcomes">How a journey through it can end.</param>
/// <param name="Stages">In order.</param>
/// <param name="Provider">Criteria by which we qualify the opportunity.</param>
/// <param name="Customer">Criteria by which the customer qualifies us.</param>
/// <param name="Roles">Roles of the buying group that the template distinguishes, if any.</param>
/// <param name="ResponseModes">How people respond to the idea of a change, if the template distinguishes it.</param>
public sealed record ProcessTemplate(
    string Key,
    int Version,
    ProcessMode Mode,
    LocalizedText Name,
    LocalizedText Description,
    string Source,
    IReadOnlyList<string> Outcomes,
    IReadOnlyList<StageTemplate> Stages,
    IReadOnlyList<CriterionTemplate> Provider,
    IReadOnlyList<CriterionTemplate> Customer,
    IReadOnlyList<RoleTemplate> Roles,
    IReadOnlyList<ResponseModeTemplate> ResponseModes);

/// <summary>A phase of the customer's work.</summary>
/// <param name="Key">Unique in the process.</param>
/// <param name="UsualParty">Who normally has to act next.</param>
/// <param name="WinChancePercent">How likely a deal at this stage ends Go, while no closed deals say more; a starting figure of the author.</param>
/// <param name="IsAlwaysOn">A job that runs beside the others.</param>
/// <param name="IsOfficialChannelOnly">The customer may be addressed only through the channel it has named, by law.</param>
/// <param name="Classic">The stages of the classic process that this one covers.</param>
/// <param name="SellerStages">Names of the seller's own stages, in every language they are met in, that fit a customer who stands here; none for jobs.</param>
/// <param name="Name">What sellers call it.</param>
/// <param name="Objective">What the customer wants to reach here.</param>
/// <param name="Concern">What the customer is worried about here.</param>
/// <param name="Decision">What the customer decides here.</param>
/// <param name="BackSign">The observation that says the customer has gone back.</param>
/// <param name="Share">Information that helps a customer here.</param>
/// <param name="Questions">In order; the exit fact is the last.</param>
public sealed record StageTemplate(
    string Key,
    Party UsualParty,
    int WinChancePercent,
    bool IsAlwaysOn,
    bool IsOfficialChannelOnly,
    IReadOnlyList<string> Classic,
    IReadOnlyList<string> SellerStages,
    LocalizedText Name,
    LocalizedText Objective,
    LocalizedText Concern,
    LocalizedText Decision,
    LocalizedText BackSign,
    IReadOnlyList<ContentTemplate> Share,
    IReadOnlyList<QuestionTemplate> Questions);

/// <summary>Something to share with a customer.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Description">What is in it and how it helps, if it is said.</param>
/// <param name="Role">Whom in the buying group it helps most, if anyone more than others.</param>
/// <param name="IsForGroup">It helps the group to agree with each other.</param>
public sealed record ContentTemplate(LocalizedText Name, LocalizedText? Description, StakeholderRole? Role, bool IsForGroup);

/// <summary>A closed question about customer behaviour.</summary>
/// <param name="Key">Unique in the process.</param>
/// <param name="Kind">Diagnostic, or the fact that ends the stage.</param>
/// <param name="Weight">In bits.</param>
/// <param name="IsNegative">A yes counts against the stage.</param>
/// <param name="Text">The question.</param>
/// <param name="Proof">What counts as proof of a yes.</param>
public sealed record QuestionTemplate(
    string Key, QuestionKind Kind, int Weight, bool IsNegative, LocalizedText Text, LocalizedText Proof);

/// <summary>One line of a qualification model.</summary>
/// <param name="Key">Unique in the template.</param>
/// <param name="Weight">In percent of its side.</param>
/// <param name="KnockOut">A value (0 to 4) at or below this caps the verdict; null if none does.</param>
/// <param name="Name">The criterion.</param>
public sealed record CriterionTemplate(string Key, int Weight, int? KnockOut, LocalizedText Name)
{
    /// <summary>What a seller asks to get to know it, if it is said.</summary>
    public LocalizedText? Ask { get; init; }

    /// <summary>What can be seen at levels 0 to 4; empty when it is left to the name.</summary>
    public IReadOnlyList<LocalizedText> Levels { get; init; } = [];

    /// <summary>What it is calculated from; null when it is not.</summary>
    public Derivation? Derivation { get; init; }

    /// <summary>The column that it is read from; null when it is not.</summary>
    public CriterionColumn? Column { get; init; }

    /// <summary>Where its value comes from: from people, unless something else is said.</summary>
    public CriterionSource Source => Derivation is not null ? CriterionSource.Derived : Column is not null ? CriterionSource.Column : CriterionSource.Rated;
}

/// <summary>A column that answers a criterion.</summary>
/// <param name="Table">Whose column it is.</param>
/// <param name="Name">Its logical name.</param>
/// <param name="Thresholds">Which level a value has, as an administrator writes it: four ascending bounds, or values with their levels.</param>
public sealed record CriterionColumn(CriterionTable Table, string Name, string Thresholds);

/// <summary>Whose columns a criterion can be read from, in the order of the choice's values.</summary>
public enum CriterionTable
{
    /// <summary>Those of the opportunity.</summary>
    Opportunity,

    /// <summary>Those of its account.</summary>
    Account,
}

/// <summary>Whose side of the deal a criterion looks at, in the order of the choice's values.</summary>
public enum Side
{
    /// <summary>Whether the deal is good for us.</summary>
    Provider,

    /// <summary>Whether it is good for the customer.</summary>
    Customer,
}

/// <summary>Where the value of a criterion comes from, in the order of the choice's values.</summary>
public enum CriterionSource
{
    /// <summary>People rate it.</summary>
    Rated,

    /// <summary>A column of the opportunity or the account.</summary>
    Column,

    /// <summary>What else is known of the opportunity.</summary>
    Derived,
}

/// <summary>What a derived criterion is calculated from, in the order of the choice's values.</summary>
public enum Derivation
{
    /// <summary>How sure the buying stage is.</summary>
    PositionConfidence,

    /// <summary>How much of the buying group we have met.</summary>
    BuyingGroupCoverage,

    /// <summary>How many of their steps they did in time.</summary>
    CustomersPromisesKept,

    /// <summary>How many of our steps we did in time.</summary>
    OurPromisesKept,
}

/// <summary>A role in the buying group.</summary>
/// <param name="Key">Unique in the process.</param>
/// <param name="IsOnlyOne">Exactly one person holds it.</param>
/// <param name="Can">What the role can do to the purchase.</param>
/// <param name="Test">The question that tells whether a person holds it.</param>
public sealed record RoleTemplate(string Key, bool IsOnlyOne, LocalizedText Can, LocalizedText Test);

/// <summary>How a person responds to the idea of a change.</summary>
/// <param name="Key">Unique in the process.</param>
/// <param name="Receptive">How open the person is.</param>
/// <param name="Sees">The gap that the person sees.</param>
/// <param name="Help">What helps with such a person.</param>
public sealed record ResponseModeTemplate(string Key, Receptiveness Receptive, LocalizedText Sees, LocalizedText Help);

/// <summary>Choice buy_processmode, in the order of its values.</summary>
public enum ProcessMode
{
    /// <summary>Stages are expected in order.</summary>
    Linear,

    /// <summary>Every job has a state of its own.</summary>
    Jobs,
}

/// <summary>Choice buy_questionkind, in the order of its values.</summary>
public enum QuestionKind
{
    /// <summary>Evidence for having got past the stage.</summary>
    Diagnostic,

    /// <summary>The fact that ends the stage.</summary>
    ExitFact,
}

/// <summary>Choice buy_lifecycle, in the order of its values.</summary>
public enum Lifecycle
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>May be used.</summary>
    Active,

    /// <summary>Kept for the opportunities that have it.</summary>
    Retired,
}

/// <summary>Choice buy_party, in the order of its values.</summary>
public enum Party
{
    /// <summary>The customer.</summary>
    Customer,

    /// <summary>We.</summary>
    Us,

    /// <summary>Somebody else.</summary>
    ThirdParty,

    /// <summary>The customer and we.</summary>
    Both,

    /// <summary>Nobody.</summary>
    Nobody,
}

/// <summary>What a person does in the customer's decision, in the order of the values of choice buy_stakeholderrole.</summary>
public enum StakeholderRole
{
    /// <summary>Says the final yes.</summary>
    Decides,

    /// <summary>Releases the money.</summary>
    HoldsTheBudget,

    /// <summary>Compares and checks.</summary>
    Evaluates,

    /// <summary>Will work with the result.</summary>
    UsesIt,

    /// <summary>Negotiates and orders.</summary>
    Procurement,

    /// <summary>Is asked for an opinion.</summary>
    Advises,
}

/// <summary>How open a person is to a change.</summary>
public enum Receptiveness
{
    /// <summary>Looking for one.</summary>
    High,

    /// <summary>Not interested.</summary>
    Low,

    /// <summary>Closed.</summary>
    None,
}
