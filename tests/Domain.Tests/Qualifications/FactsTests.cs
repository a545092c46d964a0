using BuyerPath.Domain.Qualifications;

namespace BuyerPath.Domain.Tests.Qualifications;

public sealed class FactsTests
{
    private static readonly Criterion Theirs = Models.Criterion(Side.Customer, 1, 20);

    [Fact]
    public void A_column_of_the_opportunity_or_the_account_gives_the_level()
    {
        var value = Models.Criterion(Side.Provider, 1, 10) with { Source = CriterionSource.Column, Table = CriterionTable.Opportunity, Column = "estimatedvalue", Thresholds = "1;10;100;1000" };
        var size = Models.Criterion(Side.Provider, 2, 10) with { Source = CriterionSource.Column, Table = CriterionTable.Account, Column = "size", Thresholds = "1=0;2=4" };
        var facts = new Facts
        {
            Opportunity = new Dictionary<string, object?> { ["estimatedvalue"] = 100m },
            Account = new Dictionary<string, object?> { ["size"] = 2 },
        };

        var qualification = Qualification.Of(Models.Of(value, size, Theirs), [Models.Rate(value, RatingLevel.Disproved)], facts);

        Assert.Equal([RatingLevel.Good, RatingLevel.Proven, RatingLevel.Unknown], qualification.Findings.Select(finding => finding.Level));
    }

    [Theory]
    [InlineData(19.9, "", RatingLevel.Disproved)]
    [InlineData(20.0, "", RatingLevel.Doubtful)]
    [InlineData(80.0, "", RatingLevel.Proven)]
    [InlineData(80.0, "50;70;90;95", RatingLevel.Plausible)]
    public void What_is_derived_has_its_level_by_percent(double percent, string thresholds, RatingLevel level)
    {
        var derived = Theirs with { Source = CriterionSource.Derived, Derivation = Derivation.OurPromisesKept, Thresholds = thresholds };
        var facts = new Facts { Derived = new Dictionary<Derivation, double> { [Derivation.OurPromisesKept] = percent } };

        Assert.Equal(level, Assert.Single(Qualification.Of(Models.Of(derived), [], facts).Findings).Level);
    }

    [Fact]
    public void What_is_missing_is_unknown()
    {
        var derived = Theirs with { Source = CriterionSource.Derived, Derivation = Derivation.PositionConfidence };

        Assert.Equal(RatingLevel.Unknown, Assert.Single(Qualification.Of(Models.Of(derived), [], Facts.None).Findings).Level);
    }
}
