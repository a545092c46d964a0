using System.Globalization;

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

    /// <summary>Whether settings can be read from these texts; each reason names the variable and what it may be.</summary>
    /// <param name="textOf">The text of the variable of that name; null when it has none.</param>
    public static Decision AreValid(Func<string, string?> textOf) => Decision.From(
    [
        .. NumberGaps(TakenBackMinutesName, textOf, 0, MostMinutes),
        .. NumberGaps(MissedDatesName, textOf, 1, MostDates),
        .. LevelGaps(textOf(ClosingWithoutOutcomeName)),
    ]);

    /// <summary>The settings that these texts give; they must be valid.</summary>
    /// <param name="textOf">The text of the variable of that name.</param>
    public static JourneySettings From(Func<string, string?> textOf) => new(
        TimeSpan.FromMinutes(NumberIn(textOf(TakenBackMinutesName))!.Value),
        NumberIn(textOf(MissedDatesName))!.Value,
        LevelIn(textOf(ClosingWithoutOutcomeName))!.Value);

    private static IEnumerable<string> NumberGaps(string name, Func<string, string?> textOf, int least, int most)
    {
        if (NumberIn(textOf(name)) is not { } number || number < least || number > most)
            yield return $"The environment variable {name} is {Quoted(textOf(name))}: give a whole number from {least} to {most}.";
    }

    private static IEnumerable<string> LevelGaps(string? text)
    {
        if (LevelIn(text) == null)
            yield return $"The environment variable {ClosingWithoutOutcomeName} is {Quoted(text)}: give advice, flag or block.";
    }

    private static string Quoted(string? text) => string.IsNullOrWhiteSpace(text) ? "empty" : $"\"{text}\"";

    private static int? NumberIn(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static ClosingWithoutOutcome? LevelIn(string? text) => text?.Trim().ToLowerInvariant() switch
    {
        "advice" => Journeys.ClosingWithoutOutcome.Advice,
        "flag" => Journeys.ClosingWithoutOutcome.Flag,
        "block" => Journeys.ClosingWithoutOutcome.Block,
        _ => null,
    };
}
