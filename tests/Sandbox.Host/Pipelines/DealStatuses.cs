namespace BuyerPath.Sandbox.Host.Pipelines;

/// <summary>Which words of an export mean open, won and lost; upper and lower case are alike.</summary>
/// <param name="Words">The words.</param>
/// <param name="Otherwise">What any other word means; null if another word is a mistake.</param>
public sealed record DealStatuses(IReadOnlyDictionary<string, DealStatus> Words, DealStatus? Otherwise = null)
{
    /// <summary>What exports usually write, in English and in Finnish.</summary>
    public static readonly DealStatuses Usual = new(new Dictionary<string, DealStatus>(StringComparer.OrdinalIgnoreCase)
    {
        ["Open"] = DealStatus.Open,
        ["In progress"] = DealStatus.Open,
        ["Avoin"] = DealStatus.Open,
        ["Auki"] = DealStatus.Open,
        ["Kesken"] = DealStatus.Open,
        ["Won"] = DealStatus.Won,
        ["Closed won"] = DealStatus.Won,
        ["Voitettu"] = DealStatus.Won,
        ["Voitto"] = DealStatus.Won,
        ["Lost"] = DealStatus.Lost,
        ["Closed lost"] = DealStatus.Lost,
        ["Hävitty"] = DealStatus.Lost,
        ["Häviö"] = DealStatus.Lost,
    });

    /// <summary>The status that a word means; null if it means none.</summary>
    public DealStatus? Of(string word) => Words.TryGetValue(word, out var status) ? status : Otherwise;
}
