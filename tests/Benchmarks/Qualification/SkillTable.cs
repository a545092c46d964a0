namespace BuyerPath.Benchmarks.Qualification;

/// <summary>Rules compared on the same deals, as a table of text.</summary>
internal static class SkillTable
{
    /// <summary>So few closed deals are the least that many a tool asks for.</summary>
    private const int FewDeals = 80;

    private const int Seed = 20261123;

    /// <summary>Every rule on the splits, and on the same splits with few deals to learn from.</summary>
    public static string Of(Deals deals, IReadOnlyList<Split> splits)
    {
        var card = FixedCard.Read();
        var unknown = card.Columns.Except(deals.Columns, StringComparer.OrdinalIgnoreCase).ToList();
        DealRule[] rules =
        [
            DealRule.BaseRate,
            DealRule.LearnedCard,
            .. unknown.Count == 0 ? [DealRule.Fixed(card)] : Array.Empty<DealRule>(),
            MachineLearning.LogisticRegression,
            MachineLearning.BoostedTrees,
        ];
        var few = splits.Select((split, place) => split.LearningFrom(FewDeals, new Random(Seed + place))).ToList();

        return string.Join(Environment.NewLine,
        [
            $"{deals.Won.Count} deals, {deals.Won.Count(won => won)} won; {deals.Columns.Count} criteria; mean over {splits.Count} folds",
            "",
            $"{"",-42}{"all to learn from",20}{$"{FewDeals} to learn from",22}",
            $"{"rule",-42}{"AUC",10}{"Brier",10}{"AUC",12}{"Brier",10}",
            .. rules.Select(rule => Line(Skill.Of(rule, deals, splits), Skill.Of(rule, deals, few))),
            .. unknown.Count == 0 ? [] : new[] { "", $"The weights fixed beforehand are about other deals: there is no column {string.Join(", ", unknown)}." },
        ]);
    }

    private static string Line(Skill all, Skill few) => $"{all.Rule,-42}{all.Auc,10:0.000}{all.Brier,10:0.0000}{few.Auc,12:0.000}{few.Brier,10:0.0000}";
}
