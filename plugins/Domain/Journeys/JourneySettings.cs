namespace BuyerPath.Domain.Journeys;

/// <summary>What becomes of an opportunity that is closed as lost while nobody has given its outcome.</summary>
public enum ClosingWithoutOutcome
{
    /// <summary>The outcome is taken from the status reason and marked as assumed.</summary>
    Advice,

    /// <summary>The same, and a person is asked to confirm it.</summary>
    Flag,

    /// <summary>It is not closed.</summary>
    Block,
}

/// <summary>What an admin decides for the whole environment.</summary>
/// <param name="TakenBackWithin">A move that is taken back within less than this leaves no visit behind.</param>
/// <param name="MissedDates">So many missed dates say that no decision is coming.</param>
/// <param name="ClosingWithoutOutcome">What becomes of a loss without an outcome.</param>
public sealed record JourneySettings(TimeSpan TakenBackWithin, int MissedDates, ClosingWithoutOutcome ClosingWithoutOutcome)
{
    /// <summary>Name of the environment variable for <see cref="TakenBackWithin"/>, in minutes.</summary>
    public const string TakenBackMinutesName = "buy_TakenBackMinutes";

    /// <summary>Name of the environment variable for <see cref="MissedDates"/>.</summary>
    public const string MissedDatesName = "buy_MissedDatesForNoDecision";

    /// <summary>Name of the environment variable for <see cref="ClosingWithoutOutcome"/>.</summary>
    public const string ClosingWithoutOutcomeName = "buy_ClosingWithoutOutcome";

    private const int MostMinutes = 24 * 60;
    private const int MostDates = 20;

    /// <summary>What holds where an admin has decided nothing.</summary>
    public static readonly JourneySettings Usual = new(TimeSpan.FromHours(1), 2, ClosingWithoutOutcome.Flag);

    /// <summary>The environment variables that settings are read from.</summary>
    public static readonly IReadOnlyList<string> Names = [TakenBackMinutesName, MissedDatesName, ClosingWithoutOutcomeName];

    /// <summary>Reads settings; each reason why they cannot be read names the variable and what it may be.</summary>
    /// <param name="textOf">The text of the variable of that name; null when it has none.</param>
    public static Parsed<JourneySettings> Read(Func<string, string?> textOf)
    {
        var minutes = SettingText.Number(textOf(TakenBackMinutesName), 0, MostMinutes);
        var dates = SettingText.Number(textOf(MissedDatesName), 1, MostDates);
        var level = LevelIn(textOf(ClosingWithoutOutcomeName));

        var faults = new List<FormattableString>();
        if (minutes == null) faults.Add(SettingText.Fault(TakenBackMinutesName, textOf, $"a whole number from 0 to {MostMinutes}"));
        if (dates == null) faults.Add(SettingText.Fault(MissedDatesName, textOf, $"a whole number from 1 to {MostDates}"));
        if (level == null) faults.Add(SettingText.Fault(ClosingWithoutOutcomeName, textOf, $"advice, flag or block"));
        return faults.Count > 0
            ? new Parsed<JourneySettings>(null, faults)
            : new Parsed<JourneySettings>(new JourneySettings(TimeSpan.FromMinutes(minutes!.Value), dates!.Value, level!.Value), []);
    }

    private static ClosingWithoutOutcome? LevelIn(string? text) => text?.Trim().ToLowerInvariant() switch
    {
        "advice" => Journeys.ClosingWithoutOutcome.Advice,
        "flag" => Journeys.ClosingWithoutOutcome.Flag,
        "block" => Journeys.ClosingWithoutOutcome.Block,
        _ => null,
    };
}
