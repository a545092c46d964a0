using BuyerPath.Domain.Positions;
using BuyerPath.Domain.Qualifications;

namespace BuyerPath.Domain.Calibration;

/// <summary>What history says, or why it does not.</summary>
/// <typeparam name="T">What was asked of it.</typeparam>
public sealed class Learned<T> where T : class
{
    private Learned(T? value, IReadOnlyList<FormattableString> whyNot)
    {
        Value = value;
        WhyNot = whyNot;
    }

    /// <summary>What it says; null when it does not.</summary>
    public T? Value { get; }

    /// <summary>Why it does not, a sentence each; empty when it does.</summary>
    public IReadOnlyList<FormattableString> WhyNot { get; }

    internal static Learned<T> This(T value) => new(value, []);

    internal static Learned<T> Nothing(Decision refusal) => new(null, refusal.Sentences);
}

/// <summary>A card of whole points, as weights.</summary>
/// <param name="Quality">How good it is on deals that it was not learned from.</param>
/// <param name="Weights">The weights that it proposes.</param>
public sealed record CardProposal(CardQuality Quality, IReadOnlyList<WeightProposal> Weights)
{
    /// <summary>The proposals that change something.</summary>
    public IEnumerable<WeightProposal> Changes => Weights.Where(weight => weight.New != weight.Old);
}

/// <summary>What a calibration proposes.</summary>
/// <param name="Process">The process.</param>
/// <param name="Model">The model whose criteria were weighed; null when none was.</param>
/// <param name="History">How the deals ended.</param>
/// <param name="Criteria">Weights of the model's criteria.</param>
/// <param name="Questions">Weights of the process's diagnostic questions.</param>
/// <param name="Temperature">How sure positions should have been.</param>
public sealed record CalibrationProposal(
    BuyingProcess Process,
    ScoringModel? Model,
    StageHistory History,
    Learned<CardProposal> Criteria,
    Learned<CardProposal> Questions,
    Learned<TemperatureProposal> Temperature)
{
    /// <summary>The proposal, a sentence each, for the administrator who decides on it.</summary>
    public IReadOnlyList<FormattableString> Summary => [Deals, Card($"criteria", Criteria), Card($"questions", Questions), Confidence];

    private FormattableString Deals
    {
        get
        {
            var all = History.Deals();
            return $"{all.Deals} closed deals: {all.Go} ended Go, {all.NoDecision} without a decision.";
        }
    }

    private FormattableString Confidence => Temperature.Value is { } proposal
        ? $"Temperature {proposal.Temperature:0.0} by {proposal.Customers} customers of whom it is known where they stood."
        : (FormattableString)$"No temperature is proposed. {Temperature.WhyNot}";

    private static FormattableString Card(FormattableString what, Learned<CardProposal> card) => card.Value is { } proposal
        ? $"Weights of {what}: {proposal.Changes.Count()} of {proposal.Weights.Count} would change. On deals that they were not learned from: AUC {proposal.Quality.Auc:0.000}, Brier {proposal.Quality.Brier:0.000}, {proposal.Quality.BaseBrier:0.000} for whoever gives every deal the same chance."
        : (FormattableString)$"No weights of {what} are proposed. {card.WhyNot}";
}
