using BuyerPath.Benchmarks.Qualification;

namespace BuyerPath.Benchmarks.Tests;

public sealed class QualificationTests
{
    private const string Header = "Need;Budget;Status\n";

    [Fact]
    public void Deals_are_read_without_the_label_and_the_columns_left_out()
    {
        var deals = Deals.Parse(Header + "yes;no;Won\nno;\"so; so\";Lost\n", "Status", "Won", ["need"]);

        Assert.Equal(["Budget"], deals.Columns);
        Assert.Equal([["no"], ["so; so"]], deals.Values);
        Assert.Equal([true, false], deals.Won);
    }

    [Theory]
    [InlineData("Need;Budget;Status\na;b;Won\na;b\n", "Line 3: there are 2 fields; the header has 3.")]
    [InlineData("Need;Budget\na;b\n", "Line 1: missing columns: Status.")]
    [InlineData("Need;Budget;Status\na;b;won\n", "0 of 1 deals have 'Won' in the column 'Status': there must be such and others.")]
    public void Deals_that_cannot_be_right_are_refused(string text, string reason) =>
        Assert.Equal(reason, Assert.Throws<InvalidDataException>(() => Deals.Parse(text, "Status", "Won", [])).Message);

    [Fact]
    public void Every_fold_of_every_repeat_is_tried_once_and_the_rest_learned_from()
    {
        var splits = Split.Parse("id,label,rep0,rep1\n0,1,0,1\n1,0,0,0\n2,1,1,0\n", Three());

        Assert.Equal(["2/0,1", "0,1/2", "0/1,2", "1,2/0"], splits.Select(split => $"{string.Join(",", split.Train)}/{string.Join(",", split.Test)}"));
    }

    [Theory]
    [InlineData("id,label,rep0\n0,1,0\n", "The folds are of 1 deals; there are 3.")]
    [InlineData("id,label,rep0\n0,1,0\n1,1,0\n2,1,0\n", "Line 3: id and label are 1,1; by the deals they must be 1,0.")]
    public void Folds_of_other_deals_are_refused(string text, string reason) =>
        Assert.Equal(reason, Assert.Throws<InvalidDataException>(() => Split.Parse(text, Three())).Message);

    [Fact]
    public void Skill_is_measured_by_hand_and_over_the_folds()
    {
        var rule = new DealRule("by the need", (deals, _) => place => deals.Values[place][0] switch
        {
            "yes" => new Forecast(2, 0.9),
            "perhaps" => new Forecast(1, 0.5),
            _ => new Forecast(0, 0.2),
        });
        var deals = Deals.Parse(Header + "yes;-;Won\nperhaps;-;Won\nperhaps;-;Lost\nno;-;Lost\n", "Status", "Won", []);

        var skill = Skill.Of(rule, deals, [new Split([], [0, 1, 2, 3]), new Split([], [1, 2])]);

        Assert.Equal((3.5 / 4 + 0.5) / 2, skill.Auc, 12);                             // of four pairs three right and a tie; then a tie
        Assert.Equal(((0.01 + 0.25 + 0.25 + 0.04) / 4 + 0.25) / 2, skill.Brier, 12);
    }

    [Fact]
    public void Each_rule_finds_what_tells_and_the_base_rate_finds_nothing()
    {
        var deals = Telling(400);
        Split[] splits = [new(Enumerable.Range(0, 300).ToList(), Enumerable.Range(300, 100).ToList())];

        var skills = new[] { DealRule.BaseRate, DealRule.LearnedCard, MachineLearning.LogisticRegression, MachineLearning.BoostedTrees }
            .Select(rule => Skill.Of(rule, deals, splits))
            .ToList();

        Assert.Equal(0.5, skills[0].Auc);
        Assert.All(skills.Skip(1), skill => Assert.InRange(skill.Auc, 0.65, 0.9));
        Assert.True(skills[1].Brier < skills[0].Brier);
    }

    [Fact]
    public void A_rule_that_learned_from_few_has_not_seen_the_rest()
    {
        var few = new Split(Enumerable.Range(0, 300).ToList(), [300]).LearningFrom(80, new Random(1));

        Assert.Equal(80, few.Train.Distinct().Count());
        Assert.All(few.Train, place => Assert.InRange(place, 0, 299));
        Assert.Equal([300], few.Test);
    }

    [Fact]
    public void The_fixed_card_counts_what_is_unknown_as_not_shown()
    {
        var card = FixedCard.Parse("column,side,weight,levels,reason\nNeed,Customer,6,yes=4;no=1,\"Why\"\nBudget,Provider,2,yes=4;no=0,\"Why\"\n");
        var deals = Deals.Parse(Header + "yes;no;Won\nno;yes;Won\nUnknown;yes;Lost\n", "Status", "Won", []);

        Assert.Equal([6 / 8.0, 3.5 / 8, 2 / 8.0], Enumerable.Range(0, 3).Select(place => card.Points(deals, place)));
    }

    [Fact]
    public void The_card_of_this_project_weighs_both_sides()
    {
        Assert.Equal(20, FixedCard.Read().Columns.Count());
        Assert.Contains("Thresholds (buy_thresholds)", Assert.Throws<InvalidDataException>(
            () => FixedCard.Parse("column,side,weight,levels,reason\nNeed,Customer,6,yes=9,\"Why\"\n")).Message, StringComparison.Ordinal);
    }

    private static Deals Three() => Deals.Parse(Header + "a;b;Won\na;b;Lost\na;b;Won\n", "Status", "Won", []);

    private static Deals Telling(int count)
    {
        var chance = new Random(2);
        var rows = Enumerable.Range(0, count).Select(_ =>
        {
            var need = chance.Next(3);
            return $"{need};{chance.Next(4)};{(chance.NextDouble() < 0.2 + 0.3 * need ? "Won" : "Lost")}";
        });
        return Deals.Parse(Header + string.Join("\n", rows), "Status", "Won", []);
    }
}
