namespace BuyerPath.Domain.Positions;

/// <summary>What a process must be like to be used.</summary>
public static class ProcessRules
{
    /// <summary>Name of the environment variable that holds the key of the process with which an opportunity begins.</summary>
    public const string DefaultProcessName = "buy_DefaultProcess";

    /// <summary>Weight of an exit fact; the weights of other questions lie below.</summary>
    public const int ExitFactWeight = 4;

    /// <summary>
    /// Whether a process may go from one state of its life to another: draft, active, retired, and never back. It
    /// becomes active only when it is complete.
    /// </summary>
    public static Decision MayBecome(Lifecycle wanted, Lifecycle current, BuyingProcess process) =>
        LifecycleRules.MayBecome(wanted, current, process.Name, Gaps(process));

    /// <summary>
    /// Whether an opportunity may choose the process. A data package can make a process active before its stages are there, so
    /// being complete is asked for again.
    /// </summary>
    public static Decision MayBeChosen(BuyingProcess process) =>
        LifecycleRules.MayBeChosen($"process", process.Name, process.Lifecycle, Gaps(process));

    /// <summary>The journey of a closed opportunity stays that of the process it followed.</summary>
    /// <param name="isClosed">The opportunity is won or lost.</param>
    public static Decision MayBeExchanged(bool isClosed) =>
        Decision.From(isClosed ? [$"The opportunity is closed: reopen it to choose another buying process (buy_processid)."] : []);

    private static IEnumerable<FormattableString> Gaps(BuyingProcess process) =>
    [
        .. OrderGaps(process),
        .. process.Stages.SelectMany(ExitFactGaps),
        .. process.Questions.SelectMany(WeightGaps),
        .. LifecycleRules.DoubleKeys($"stage", process.Stages.Select(stage => stage.Key)),
        .. LifecycleRules.DoubleKeys($"question", process.Questions.Select(question => question.Key)),
    ];

    private static IEnumerable<FormattableString> OrderGaps(BuyingProcess process)
    {
        if (process.Stages.Count == 0)
            yield return $"{process.Name} has no stage.";

        var orders = process.Stages.Select(stage => stage.Order).ToList();
        if (!orders.SequenceEqual(Enumerable.Range(1, orders.Count)))
            yield return $"The stages have the orders {string.Join(", ", orders)}: number them from 1 to {orders.Count} without gap.";
    }

    private static IEnumerable<FormattableString> ExitFactGaps(BuyingStage stage)
    {
        var exitFacts = stage.Questions.Count(question => question.Kind == QuestionKind.ExitFact);
        if (exitFacts != 1)
            yield return $"Stage {stage.Order}, {stage.Name}, has {exitFacts} exit facts: it needs exactly one.";
    }

    private static IEnumerable<FormattableString> WeightGaps(Question question)
    {
        if (question.Kind == QuestionKind.ExitFact && question.Weight != ExitFactWeight)
            yield return $"\"{question.Text}\" is an exit fact of weight {question.Weight}: an exit fact weighs {ExitFactWeight}.";
        if (question.Kind == QuestionKind.Diagnostic && question.Weight is < 1 or >= ExitFactWeight)
            yield return $"\"{question.Text}\" weighs {question.Weight}: a diagnostic question weighs 1 to {ExitFactWeight - 1}.";
    }
}
