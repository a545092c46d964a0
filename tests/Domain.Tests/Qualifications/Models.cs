using BuyerPath.Domain.Positions;
using BuyerPath.Domain.Qualifications;
using CsCheck;

namespace BuyerPath.Domain.Tests.Qualifications;

/// <summary>Scoring models to begin a test with, and random ones with ratings.</summary>
internal static class Models
{
    private static readonly IReadOnlyList<string> Anchors = ["Not at all", "Hardly", "Perhaps", "Mostly", "Shown"];

    /// <summary>A rated criterion; side and order make its id and key.</summary>
    public static Criterion Criterion(Side side, int order, int weight, RatingLevel? knockOut = null) =>
        new(new Guid((int)side + 1, (short)order, 0, new byte[8]), $"{side} {order}", side, weight)
        {
            Key = $"{side}{order}",
            Order = order,
            KnockOutLevel = knockOut,
            Question = "What shows it?",
            Anchors = Anchors,
        };

    public static ScoringModel Of(params IReadOnlyList<Criterion> criteria) =>
        new(new Guid(9, 0, 0, new byte[8]), "Example", ScoringModel.UsualBorderPercent, criteria);

    public static Rating Rate(Criterion criterion, RatingLevel level) => new(criterion.Id, level, EvidenceGrade.Did);

    public static Qualification Qualify(ScoringModel model, params IReadOnlyCollection<Rating> ratings) => Qualification.Of(model, ratings, Facts.None);

    /// <summary>A model of up to six criteria a side, with a level for each, some unknown.</summary>
    public static readonly Gen<Qualification> Any =
        from provider in Rows
        from customer in Rows
        select Rated(Row(Side.Provider, provider).Concat(Row(Side.Customer, customer)).ToList());

    private static Gen<(int Weight, int KnockOut, RatingLevel Level)[]> Rows =>
        Gen.Select(Gen.Int[1, 30], Gen.Int[-6, 3], Gen.Enum<RatingLevel>(), (weight, knockOut, level) => (weight, knockOut, level)).Array[1, 6];

    private static IEnumerable<(Criterion Criterion, RatingLevel Level)> Row(Side side, IEnumerable<(int Weight, int KnockOut, RatingLevel Level)> rows) =>
        rows.Select((row, order) => (Criterion(side, order, row.Weight, row.KnockOut < 0 ? null : (RatingLevel)row.KnockOut), row.Level));

    private static Qualification Rated(IReadOnlyList<(Criterion Criterion, RatingLevel Level)> rows) =>
        Qualify(Of(rows.Select(row => row.Criterion).ToList()), rows.Select(row => Rate(row.Criterion, row.Level)).ToList());

    /// <summary>The same with one criterion at another level.</summary>
    public static Qualification With(this Qualification qualification, Criterion criterion, RatingLevel level) => Qualify(
        qualification.Model,
        qualification.Findings.Select(finding => Rate(finding.Criterion, finding.Criterion == criterion ? level : finding.Level)).ToList());
}
