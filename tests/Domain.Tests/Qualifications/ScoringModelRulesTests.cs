using BuyerPath.Domain.Qualifications;

namespace BuyerPath.Domain.Tests.Qualifications;

public sealed class ScoringModelRulesTests
{
    private static readonly Criterion Ours = Models.Criterion(Side.Provider, 1, 30);
    private static readonly Criterion Theirs = Models.Criterion(Side.Customer, 1, 20);

    public static TheoryData<string, ScoringModel, string> Gaps => new()
    {
        { "side", Models.Of(Ours), "Example has no criterion on the customer side: a deal must be worth it to both." },
        { "border", Models.Of(Ours, Theirs) with { BorderPercent = 100 }, "Example has the border 100 %: give 1 to 99, such as 60." },
        { "weight", With(Ours with { Weight = 0 }), "\"Provider 1\" weighs 0: a criterion weighs 1 to 100." },
        { "heavy", With(Ours with { Weight = 101 }), "\"Provider 1\" weighs 101: a criterion weighs 1 to 100." },
        { "no key", With(Ours with { Key = "" }), "\"Provider 1\" has no key (buy_key): give one that no other criterion of the model has." },
        { "key", With(Ours with { Key = Theirs.Key }), "The criterion key \"Customer1\" is used 2 times: each criterion needs a key of its own." },
        { "knock-out", With(Ours with { KnockOutLevel = RatingLevel.Proven }), "\"Provider 1\" has the knock-out level 4: give 0 to 3, or none; at 4 every deal would be ruled out." },
        { "anchors", With(Ours with { Anchors = ["a", "b", "c", "d"] }), "\"Provider 1\" does not say what level 4 means (buy_level4): two people must rate alike." },
        { "question", With(Ours with { Question = "" }), "\"Provider 1\" has no question (buy_question): say what to ask to know it." },
        { "table", With(Column with { Table = null }), "\"Provider 1\" has no table (buy_table): say whether the column is the opportunity's or the account's." },
        { "column", With(Column with { Column = "" }), "\"Provider 1\" has no column (buy_column): give its logical name." },
        { "thresholds", With(Column with { Thresholds = "1;2" }), "\"Provider 1\": Thresholds (buy_thresholds) has 2 bounds: give four, from which the levels 1, 2, 3 and 4 are reached." },
        { "derivation", With(Ours with { Source = CriterionSource.Derived }), "\"Provider 1\" has no derivation (buy_derivation): say what it is derived from." },
        { "percent", With(Derived with { Thresholds = "1;2" }), "\"Provider 1\": Thresholds (buy_thresholds) has 2 bounds: give four, from which the levels 1, 2, 3 and 4 are reached." },
    };

    [Theory]
    [MemberData(nameof(Gaps))]
    public void An_incomplete_model_does_not_become_active(string what, ScoringModel model, string reason) =>
        Assert.True(ScoringModelRules.MayBecome(Lifecycle.Active, Lifecycle.Draft, model).Reasons.SequenceEqual([reason]), what);

    [Fact]
    public void A_complete_model_becomes_active() => Assert.All(
        [Models.Of(Ours, Theirs), With(Column), With(Derived)],
        model => Assert.Empty(ScoringModelRules.MayBecome(Lifecycle.Active, Lifecycle.Draft, model).Reasons));

    [Fact]
    public void A_draft_may_be_incomplete_and_nothing_goes_back()
    {
        Assert.True(ScoringModelRules.MayBecome(Lifecycle.Draft, Lifecycle.Draft, Models.Of()).IsAllowed);
        Assert.Equal(
            ["Example is active and cannot become a draft: clone it to a new draft."],
            ScoringModelRules.MayBecome(Lifecycle.Draft, Lifecycle.Active, Models.Of(Ours, Theirs)).Reasons);
    }

    [Fact]
    public void Only_an_active_and_complete_model_is_chosen()
    {
        var active = Models.Of(Ours, Theirs) with { Lifecycle = Lifecycle.Active };

        Assert.True(ScoringModelRules.MayBeChosen(active).IsAllowed);
        Assert.Equal(["Example is retired: choose an active scoring model."], ScoringModelRules.MayBeChosen(active with { Lifecycle = Lifecycle.Retired }).Reasons);
        Assert.Equal(
            ["Example has no criterion on the customer side: a deal must be worth it to both."],
            ScoringModelRules.MayBeChosen(active with { Criteria = [Ours] }).Reasons);
    }

    private static Criterion Column => Ours with { Source = CriterionSource.Column, Table = CriterionTable.Account, Column = "revenue", Thresholds = "1;2;3;4", Anchors = [] };

    private static Criterion Derived => Ours with { Source = CriterionSource.Derived, Derivation = Derivation.PositionConfidence, Question = "" };

    private static ScoringModel With(Criterion criterion) => Models.Of(criterion, Theirs);
}
