namespace BuyerPath.Domain.Positions;

/// <summary>The life of a version of a process. Numbered as the options of the choice that stores it.</summary>
public enum Lifecycle
{
    /// <summary>Being written; no opportunity follows it.</summary>
    Draft = 0,

    /// <summary>Opportunities may choose it; it does not change any more.</summary>
    Active = 1,

    /// <summary>Followed by those that have chosen it, and no longer chosen.</summary>
    Retired = 2,
}

/// <summary>What a process must be like to be used.</summary>
public static class ProcessRules
{
    /// <summary>Weight of an exit fact; the weights of other questions lie below.</summary>
    public const int ExitFactWeight = 4;

    /// <summary>
    /// Whether a process may go from one state of its life to another: draft, active, retired, and never back. It
    /// becomes active only when it is complete.
    /// </summary>
    public static Decision MayBecome(Lifecycle wanted, Lifecycle current, BuyingProcess process)
    {
        if (wanted == current) return Decision.From([]);
        if ((int)wanted != (int)current + 1)
            return Decision.From([$"{process.Name} is {Word(current)} and cannot become {Word(wanted)}: clone it to a new draft."]);
        return Decision.From(wanted == Lifecycle.Active ? Gaps(process) : []);
    }

    /// <summary>
    /// Whether an opportunity may choose the process. A data package can make a process active before its stages are there, so
    /// being complete is asked for again.
    /// </summary>
    public static Decision MayBeChosen(BuyingProcess process) => Decision.From(process.Lifecycle == Lifecycle.Active
        ? Gaps(process)
        : [$"{process.Name} is {Word(process.Lifecycle)}: choose an active process."]);

    /// <summary>The journey of a closed opportunity stays that of the process it followed.</summary>
    /// <param name="isClosed">The opportunity is won or lost.</param>
    public static Decision MayBeExchanged(bool isClosed) =>
        Decision.From(isClosed ? ["The opportunity is closed: reopen it to choose another buying process (buy_processid)."] : []);

    /// <summary>
    /// What positions are calculated from stays as it is once somebody's position is: a version that changed would move
    /// customers who did nothing. Texts may be corrected.
    /// </summary>
    /// <param name="followed">Name of the process concerned if an opportunity follows it; null when none does.</param>
    /// <param name="what">What a save changes; empty when it changes nothing that counts.</param>
    public static Decision MayChange(string? followed, IReadOnlyCollection<string> what) => Decision.From(followed == null || what.Count == 0
        ? []
        : [$"Opportunities follow {followed}, so {string.Join(", ", what)} cannot change: clone it to a new draft and change that."]);

    private static IEnumerable<string> Gaps(BuyingProcess process) =>
    [
        .. OrderGaps(process),
        .. process.Stages.SelectMany(ExitFactGaps),
        .. process.Questions.SelectMany(WeightGaps),
        .. DoubleKeys("stage", process.Stages.Select(stage => stage.Key)),
        .. DoubleKeys("question", process.Questions.Select(question => question.Key)),
    ];

    private static IEnumerable<string> OrderGaps(BuyingProcess process)
    {
        if (process.Stages.Count == 0)
            yield return $"{process.Name} has no stage.";

        var orders = process.Stages.Select(stage => stage.Order).ToList();
        if (!orders.SequenceEqual(Enumerable.Range(1, orders.Count)))
            yield return $"The stages have the orders {string.Join(", ", orders)}: number them from 1 to {orders.Count} without gap.";
    }

    private static IEnumerable<string> ExitFactGaps(BuyingStage stage)
    {
        var exitFacts = stage.Questions.Count(question => question.Kind == QuestionKind.ExitFact);
        if (exitFacts != 1)
            yield return $"Stage {stage.Order}, {stage.Name}, has {exitFacts} exit facts: it needs exactly one.";
    }

    private static IEnumerable<string> WeightGaps(Question question)
    {
        if (question.Kind == QuestionKind.ExitFact && question.Weight != ExitFactWeight)
            yield return $"\"{question.Text}\" is an exit fact of weight {question.Weight}: an exit fact weighs {ExitFactWeight}.";
        if (question.Kind == QuestionKind.Diagnostic && question.Weight is < 1 or >= ExitFactWeight)
            yield return $"\"{question.Text}\" weighs {question.Weight}: a diagnostic question weighs 1 to {ExitFactWeight - 1}.";
    }

    private static IEnumerable<string> DoubleKeys(string what, IEnumerable<string> keys) =>
        from key in keys
        group key by key into same
        where same.Count() > 1
        select $"The {what} key \"{same.Key}\" is used {same.Count()} times: each {what} needs a key of its own.";

    private static string Word(Lifecycle lifecycle) => lifecycle switch
    {
        Lifecycle.Draft => "a draft",
        Lifecycle.Active => "active",
        Lifecycle.Retired => "retired",
        _ => throw new ArgumentOutOfRangeException(nameof(lifecycle), lifecycle, "There is no such state of a process."),
    };
}
