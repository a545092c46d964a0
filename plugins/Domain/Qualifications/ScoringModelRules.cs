namespace BuyerPath.Domain.Qualifications;

/// <summary>What a scoring model must be like to be used.</summary>
public static class ScoringModelRules
{
    /// <summary>The heaviest criterion of a side.</summary>
    public const int HeaviestWeight = 100;

    /// <summary>Whether a model may go from one state of its life to another; it becomes active only when it is complete.</summary>
    public static Decision MayBecome(Lifecycle wanted, Lifecycle current, ScoringModel model) =>
        LifecycleRules.MayBecome(wanted, current, model.Name, Gaps(model));

    /// <summary>Whether an opportunity may choose the model: an active one that is complete.</summary>
    public static Decision MayBeChosen(ScoringModel model) =>
        LifecycleRules.MayBeChosen($"scoring model", model.Name, model.Lifecycle, Gaps(model));

    /// <summary>The scores of a closed opportunity stay those of the model it followed.</summary>
    /// <param name="isClosed">The opportunity is won or lost.</param>
    public static Decision MayBeExchanged(bool isClosed) =>
        Decision.From(isClosed ? [$"The opportunity is closed: reopen it to choose another scoring model (buy_scoringmodelid)."] : []);

    private static IEnumerable<FormattableString> Gaps(ScoringModel model)
    {
        if (model.BorderPercent is < 1 or > 99)
            yield return $"{model.Name} has the border {model.BorderPercent} %: give 1 to 99, such as {ScoringModel.UsualBorderPercent}.";
        foreach (var side in new[] { Side.Provider, Side.Customer }.Where(side => model.Criteria.All(criterion => criterion.Side != side)))
            yield return side == Side.Provider
                ? $"{model.Name} has no criterion on the provider side: a deal must be worth it to both."
                : (FormattableString)$"{model.Name} has no criterion on the customer side: a deal must be worth it to both.";
        foreach (var gap in model.Criteria.SelectMany(Gaps).Concat(LifecycleRules.DoubleKeys($"criterion", model.Criteria.Select(criterion => criterion.Key))))
            yield return gap;
    }

    private static IEnumerable<FormattableString> Gaps(Criterion criterion)
    {
        var name = $"\"{criterion.Name}\"";
        if (criterion.Key.Length == 0)
            yield return $"{name} has no key (buy_key): give one that no other criterion of the model has.";
        if (criterion.Weight is < 1 or > HeaviestWeight)
            yield return $"{name} weighs {criterion.Weight}: a criterion weighs 1 to {HeaviestWeight}.";
        if (criterion.KnockOutLevel is { } level && (!level.IsKnown() || level == RatingLevel.Proven))
            yield return $"{name} has the knock-out level {(int)level}: give 0 to 3, or none; at 4 every deal would be ruled out.";
        foreach (var gap in criterion.Source switch
        {
            CriterionSource.Rated => RatedGaps(criterion, name),
            CriterionSource.Column => ColumnGaps(criterion, name),
            CriterionSource.Derived => DerivedGaps(criterion, name),
            _ => [$"{name} has the source {(int)criterion.Source}: give rated, column or derived."],
        })
            yield return gap;
    }

    private static IEnumerable<FormattableString> RatedGaps(Criterion criterion, string name)
    {
        foreach (var level in RatingLevels.Known.Where(level => criterion.Anchors.ElementAtOrDefault((int)level) is null or ""))
            yield return $"{name} does not say what level {(int)level} means (buy_level{(int)level}): two people must rate alike.";
        if (criterion.Question.Length == 0)
            yield return $"{name} has no question (buy_question): say what to ask to know it.";
    }

    private static IEnumerable<FormattableString> ColumnGaps(Criterion criterion, string name)
    {
        if (criterion.Table == null)
            yield return $"{name} has no table (buy_table): say whether the column is the opportunity's or the account's.";
        if (criterion.Column.Length == 0)
            yield return $"{name} has no column (buy_column): give its logical name.";
        foreach (var fault in Thresholds.Read(criterion.Thresholds).Decision.Sentences)
            yield return $"{name}: {fault}";
    }

    private static IEnumerable<FormattableString> DerivedGaps(Criterion criterion, string name)
    {
        if (criterion.Derivation == null)
            yield return $"{name} has no derivation (buy_derivation): say what it is derived from.";
        if (criterion.Thresholds.Length == 0) yield break;
        foreach (var fault in Thresholds.Read(criterion.Thresholds).Decision.Sentences)
            yield return $"{name}: {fault}";
    }
}
