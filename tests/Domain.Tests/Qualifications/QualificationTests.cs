using BuyerPath.Domain.Qualifications;
using CsCheck;
using static BuyerPath.Domain.Qualifications.RatingLevel;

namespace BuyerPath.Domain.Tests.Qualifications;

public sealed class QualificationTests
{
    private static readonly Criterion Ours = Models.Criterion(Side.Provider, 1, 30);
    private static readonly Criterion OursToo = Models.Criterion(Side.Provider, 2, 10);
    private static readonly Criterion Theirs = Models.Criterion(Side.Customer, 1, 20);

    private static readonly Gen<(Qualification Before, Finding Finding)> WithAFinding =
        from qualification in Models.Any
        from finding in Gen.OneOfConst(qualification.Findings.ToArray())
        select (qualification, finding);

    [Fact]
    public void A_side_is_the_weighted_mean_of_what_is_known_with_the_range_that_the_unknown_leaves()
    {
        var qualification = Models.Qualify(Models.Of(Ours, OursToo, Theirs), Models.Rate(Ours, Good), Models.Rate(Theirs, Proven));

        Assert.Equal(new SideScore(0.75, 0.75, 22.5 / 40, 32.5 / 40), qualification.Mutual.Provider); // 30 * 3/4 = 22.5 of 40; 10 unknown
        Assert.Equal(new SideScore(1, 1, 1, 1), qualification.Mutual.Customer);
        Assert.Equal(Math.Sqrt(0.75), qualification.Mutual.Score!.Value, 12);
        Assert.Equal(Math.Sqrt(22.5 / 40), qualification.Mutual.Low, 12);
        Assert.Equal(Math.Sqrt(32.5 / 40), qualification.Mutual.High, 12);
        Assert.Equal(0.875, qualification.Mutual.Coverage);
        Assert.Equal(ScoreBand.High, qualification.Mutual.Band);
    }

    [Fact]
    public void While_nothing_is_known_there_is_no_score_and_the_whole_range()
    {
        var qualification = Models.Qualify(Models.Of(Ours, Theirs), Models.Rate(Ours, Unknown));

        Assert.Equal(new SideScore(null, 0, 0, 1), qualification.Mutual.Provider);
        Assert.Null(qualification.Mutual.Score);
        Assert.Equal(ScoreBand.Unknown, qualification.Mutual.Band);
        Assert.Equal(Verdict.Ask, qualification.Verdict);
    }

    public static TheoryData<RatingLevel, RatingLevel, Verdict> Quadrants => new()
    {
        { Good, Good, Verdict.Pursue },
        { Good, Plausible, Verdict.HelpThemFindOut },
        { Plausible, Good, Verdict.ChangeScopePriceOrPartner },
        { Plausible, Plausible, Verdict.DeclinePolitely },
        { Good, Unknown, Verdict.Ask },
    };

    [Theory]
    [MemberData(nameof(Quadrants))]
    public void The_verdict_follows_from_both_sides(RatingLevel provider, RatingLevel customer, Verdict verdict) =>
        Assert.Equal(verdict, Models.Qualify(Models.Of(Ours, Theirs), Models.Rate(Ours, provider), Models.Rate(Theirs, customer)).Verdict);

    [Fact]
    public void A_score_at_the_border_is_good_whatever_binary_fractions_make_of_it()
    {
        var criteria = Enumerable.Range(1, 5).Select(order => Models.Criterion(Side.Provider, order, 1)).ToList();

        // 3 of 5 proven, 2 disproved: 0.6
        var qualification = Models.Qualify(
            Models.Of([.. criteria, Theirs]), [.. criteria.Select((each, index) => Models.Rate(each, index < 3 ? Proven : Disproved)), Models.Rate(Theirs, Proven)]);

        Assert.Equal(Verdict.Pursue, qualification.Verdict);
    }

    [Theory]
    [InlineData(Doubtful, Verdict.HelpThemFindOut)]
    [InlineData(Plausible, Verdict.Pursue)]
    public void At_or_below_its_knock_out_level_a_criterion_makes_its_side_poor(RatingLevel level, Verdict verdict)
    {
        var knockOut = Models.Criterion(Side.Customer, 2, 1, Doubtful);

        var qualification = Models.Qualify(
            Models.Of(Ours, Theirs, knockOut), Models.Rate(Ours, Proven), Models.Rate(Theirs, Proven), Models.Rate(knockOut, level));

        Assert.Equal(verdict, qualification.Verdict);
    }

    [Fact]
    public void A_knock_out_is_the_only_reason_of_its_side()
    {
        var knockOut = Models.Criterion(Side.Customer, 2, 1, Disproved);

        var qualification = Models.Qualify(
            Models.Of(Ours, Theirs, knockOut), Models.Rate(Ours, Proven), Models.Rate(Theirs, Proven), Models.Rate(knockOut, Disproved));

        Assert.Equal(
            [
                new VerdictReason(VerdictReasonKind.SideIsGood, Side.Provider, 100, 100, 60),
                new VerdictReason(VerdictReasonKind.KnockedOut, Side.Customer, 20 / 21.0 * 100, 20 / 21.0 * 100, 60, knockOut.Id),
            ],
            qualification.Reasons);
    }

    [Fact]
    public void A_knock_out_that_nobody_has_asked_about_keeps_a_good_side_open()
    {
        var knockOut = Models.Criterion(Side.Provider, 3, 1, Disproved);

        var qualification = Models.Qualify(Models.Of(Ours, Theirs, knockOut), Models.Rate(Ours, Proven), Models.Rate(Theirs, Proven));

        Assert.Equal(Verdict.Ask, qualification.Verdict);
        Assert.Equal([VerdictReasonKind.KnockOutUnknown, VerdictReasonKind.SideIsGood], qualification.Reasons.Select(reason => reason.Kind));
        Assert.Equal(new DecidingQuestion(knockOut, 1, 1 / 31.0), qualification.Ask);
    }

    [Fact]
    public void The_reason_to_ask_is_the_side_whose_range_straddles_the_border()
    {
        var qualification = Models.Qualify(Models.Of(Ours, OursToo, Theirs), Models.Rate(OursToo, Proven), Models.Rate(Theirs, Disproved));

        Assert.Equal(
            [
                new VerdictReason(VerdictReasonKind.RangeStraddlesBorder, Side.Provider, 25, 100, 60),
                new VerdictReason(VerdictReasonKind.SideIsPoor, Side.Customer, 0, 0, 60),
            ],
            qualification.Reasons);
    }

    [Fact]
    public void The_scores_lie_between_nothing_and_all_and_in_their_range() => Models.Any.Sample(qualification =>
    {
        var mutual = qualification.Mutual;
        foreach (var side in new[] { mutual.Provider, mutual.Customer })
        {
            Assert.InRange(side.Low, 0, side.High);
            Assert.InRange(side.High, side.Low, 1);
            Assert.InRange(side.Coverage, 0, 1);
            Assert.Equal(1 - side.Coverage, side.High - side.Low, 9);
            if (side.Score is { } score) Assert.InRange(score, side.Low - 1e-9, side.High + 1e-9);
        }
    });

    [Fact]
    public void The_mutual_score_is_never_above_the_better_side_nor_below_the_worse() => Models.Any.Sample(qualification =>
    {
        if (qualification.Mutual is not { Score: { } mutual, Provider.Score: { } ours, Customer.Score: { } theirs }) return;
        Assert.InRange(mutual, Math.Min(ours, theirs) - 1e-12, Math.Max(ours, theirs) + 1e-12);
    });

    [Fact]
    public void A_better_rating_never_makes_anything_worse() => WithAFinding.Sample(each =>
    {
        var (before, finding) = each;
        var ladder = RatingLevels.Known.Select(level => before.With(finding.Criterion, level)).ToList();
        foreach (var (lower, higher) in ladder.Zip(ladder.Skip(1)))
        {
            Assert.True(higher.Mutual.Low >= lower.Mutual.Low);
            Assert.True(higher.Mutual.High >= lower.Mutual.High);
            Assert.True((higher.Mutual.Score ?? 0) >= (lower.Mutual.Score ?? 0));
            if (lower.Verdict == Verdict.Pursue) Assert.Equal(Verdict.Pursue, higher.Verdict);
            if (higher.Verdict == Verdict.DeclinePolitely) Assert.Equal(Verdict.DeclinePolitely, lower.Verdict);
        }
    });

    [Fact]
    public void Whatever_is_learnt_the_range_shrinks_and_stays_inside_the_one_before() => WithAFinding.Sample(each =>
    {
        var (all, finding) = each;
        var before = all.With(finding.Criterion, Unknown);
        double Width(Qualification one)
        {
            var side = SideScore.Of(one.FindingsOf(finding.Criterion.Side));
            return side.High - side.Low;
        }

        foreach (var after in RatingLevels.Known.Select(level => before.With(finding.Criterion, level)))
        {
            Assert.True(after.Mutual.Low >= before.Mutual.Low && after.Mutual.High <= before.Mutual.High);
            Assert.True(Width(after) < Width(before));
            Assert.True(after.Mutual.Coverage > before.Mutual.Coverage);
        }
    });

    [Fact]
    public void A_verdict_other_than_ask_stands_whatever_is_learnt() => WithAFinding.Sample(each =>
    {
        var (before, finding) = each;
        if (before.Verdict == Verdict.Ask || finding.IsKnown) return;
        Assert.All(RatingLevels.Known, level => Assert.Equal(before.Verdict, before.With(finding.Criterion, level).Verdict));
    });

    [Fact]
    public void What_a_criterion_would_make_of_the_verdict_is_what_it_makes_of_it() => WithAFinding.Sample(each =>
        Assert.All(RatingLevels.Known, level => Assert.Equal(
            each.Before.With(each.Finding.Criterion, level).Verdict, each.Before.VerdictIf(each.Finding.Criterion, level))));
}
