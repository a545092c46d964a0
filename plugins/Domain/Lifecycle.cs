namespace BuyerPath.Domain;

/// <summary>The life of a version of a process or a scoring model. Numbered as the options of the choice that stores it.</summary>
public enum Lifecycle
{
    /// <summary>Being written; no opportunity follows it.</summary>
    Draft = 0,

    /// <summary>Opportunities may choose it; it does not change any more.</summary>
    Active = 1,

    /// <summary>Followed by those that have chosen it, and no longer chosen.</summary>
    Retired = 2,
}

/// <summary>What versions live by, whatever they are versions of.</summary>
public static class LifecycleRules
{
    /// <summary>
    /// Whether a version may go from one state of its life to another: draft, active, retired, and never back. It becomes
    /// active only when it is complete.
    /// </summary>
    /// <param name="wanted">The state it is to have.</param>
    /// <param name="current">The state it has.</param>
    /// <param name="name">Its name, for the reasons.</param>
    /// <param name="gaps">What it lacks to be used; asked for only when it is to become active.</param>
    public static Decision MayBecome(Lifecycle wanted, Lifecycle current, string name, IEnumerable<FormattableString> gaps)
    {
        if (wanted == current) return Decision.From([]);
        if ((int)wanted != (int)current + 1)
            return Decision.From([$"{name} is {Word(current)} and cannot become {Word(wanted)}: clone it to a new draft."]);
        return Decision.From(wanted == Lifecycle.Active ? gaps : []);
    }

    /// <summary>Whether an opportunity may choose the version.</summary>
    /// <param name="what">What it is a version of, such as <c>process</c>.</param>
    /// <param name="name">Its name.</param>
    /// <param name="lifecycle">The state it has.</param>
    /// <param name="gaps">What it lacks to be used; asked for only of an active one.</param>
    public static Decision MayBeChosen(FormattableString what, string name, Lifecycle lifecycle, IEnumerable<FormattableString> gaps) =>
        Decision.From(lifecycle == Lifecycle.Active ? gaps : [$"{name} is {Word(lifecycle)}: choose an active {what}."]);

    /// <summary>
    /// What positions and scores are calculated from stays as it is once somebody's are: a version that changed would move
    /// customers who did nothing. Texts may be corrected.
    /// </summary>
    /// <param name="followed">Name of the version concerned if an opportunity follows it; null when none does.</param>
    /// <param name="what">What a save changes; empty when it changes nothing that counts.</param>
    public static Decision MayChange(string? followed, IReadOnlyCollection<string> what) => Decision.From(followed == null || what.Count == 0
        ? []
        : [$"Opportunities follow {followed}, so {string.Join(", ", what)} cannot change: clone it to a new draft and change that."]);

    /// <summary>Keys that are used more than once, each a sentence.</summary>
    /// <param name="what">What the keys are of, such as <c>question</c>.</param>
    /// <param name="keys">The keys.</param>
    internal static IEnumerable<FormattableString> DoubleKeys(FormattableString what, IEnumerable<string> keys) =>
        from key in keys
        group key by key into same
        where same.Count() > 1
        select (FormattableString)$"The {what} key \"{same.Key}\" is used {same.Count()} times: each {what} needs a key of its own.";

    private static FormattableString Word(Lifecycle lifecycle) => lifecycle switch
    {
        Lifecycle.Draft => $"a draft",
        Lifecycle.Active => $"active",
        Lifecycle.Retired => $"retired",
        _ => throw new ArgumentOutOfRangeException(nameof(lifecycle), lifecycle, "There is no such state of a version."),
    };
}
