namespace BuyerPath.Domain.Positions;

/// <summary>A phase of the customer's work. All texts are the customer's, never the seller's.</summary>
/// <param name="Id">Row id.</param>
/// <param name="Order">Place in the process, from 1.</param>
/// <param name="Name">What the phase is called.</param>
/// <param name="Objective">What the customer is after.</param>
/// <param name="Concern">What worries the customer.</param>
/// <param name="Decision">What the customer decides at its end.</param>
/// <param name="Questions">The questions about this stage, in any order.</param>
public sealed record BuyingStage(
    Guid Id,
    int Order,
    string Name,
    string Objective,
    string Concern,
    string Decision,
    IReadOnlyList<Question> Questions)
{
    /// <summary>Key by which the stage is known in the configuration data; unique in its process.</summary>
    public string Key { get; init; } = "";

    /// <summary>How likely a deal at this stage ends Go while no closed deals say more, 0 to 1; null where the template does not say.</summary>
    public double? StartingWinChance { get; init; }

    /// <summary>The seller's own names of the stages that correspond to this one; empty while nobody has mapped them.</summary>
    public IReadOnlyList<string> SellerStages { get; init; } = [];

    /// <summary>The questions by their order; the id settles what the order leaves open.</summary>
    public IReadOnlyList<Question> Questions { get; init; } =
        Questions.OrderBy(question => question.Order).ThenBy(question => question.Id).ToList();
}
