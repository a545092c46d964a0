using BuyerPath.Domain.Qualifications;
using static BuyerPath.Domain.Qualifications.RatingLevel;

namespace BuyerPath.Domain.Tests.Qualifications;

public sealed class DecidingQuestionTests
{
    private static readonly Criterion Heavy = Models.Criterion(Side.Provider, 1, 50);
    private static readonly Criterion Light = Models.Criterion(Side.Provider, 2, 10);
    private static readonly Criterion Known = Models.Criterion(Side.Provider, 3, 40);
    private static readonly Criterion Theirs = Models.Criterion(Side.Customer, 1, 20);

    [Fact]
    public void It_is_the_one_whose_answer_most_likely_settles_the_verdict()
    {
        var qualification = Models.Qualify(Models.Of(Heavy, Light, Known, Theirs), Models.Rate(Known, Proven), Models.Rate(Theirs, Proven));

        // Known: 40 of 100. Heavy at 2, 3 or 4 reaches 60 (65, 77.5, 90); at 0 even Light leaves 50; at 1, 52.5 to 62.5 stays open.
        Assert.Equal(new DecidingQuestion(Heavy, 0.8, 0.5), qualification.Ask);
    }

    [Fact]
    public void Where_no_single_answer_settles_it_the_widest_gap_is_closed_first()
    {
        var criteria = Enumerable.Range(1, 4).Select(order => Models.Criterion(Side.Provider, order, order == 3 ? 31 : 23)).ToList();

        var qualification = Models.Qualify(Models.Of([.. criteria, Theirs]), Models.Rate(Theirs, Proven));

        Assert.Equal(new DecidingQuestion(criteria[2], 0, 0.31), qualification.Ask);
    }

    [Fact]
    public void Of_equals_the_first_in_the_model_is_asked()
    {
        var criteria = Enumerable.Range(1, 4).Select(order => Models.Criterion(Side.Provider, order, 25)).ToList();

        Assert.Equal(criteria[0], Models.Qualify(
            Models.Of([criteria[2], criteria[0], criteria[3], criteria[1], Theirs]), Models.Rate(Theirs, Proven)).Ask?.Criterion);
    }

    [Fact]
    public void A_side_that_is_settled_is_not_asked_about()
    {
        var settled = Models.Criterion(Side.Provider, 4, 5);

        var qualification = Models.Qualify(Models.Of(Known, settled, Theirs), Models.Rate(Known, Proven));

        Assert.Equal(Theirs, qualification.Ask?.Criterion);
    }

    [Fact]
    public void What_is_derived_is_not_asked()
    {
        var derived = Theirs with { Source = CriterionSource.Derived, Derivation = Derivation.PositionConfidence };

        var qualification = Models.Qualify(Models.Of(Known, derived), Models.Rate(Known, Proven));

        Assert.Equal(Verdict.Ask, qualification.Verdict);
        Assert.Null(qualification.Ask);
    }
}
