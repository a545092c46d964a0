using BuyerPath.Domain.Calibration;
using BuyerPath.Domain.Qualifications;

namespace BuyerPath.Domain.Journeys;

/// <summary>The part "worth" of the journey; scores are percent with one digit.</summary>
internal static class WorthJson
{
    public static void Write(JsonText json, Worth worth)
    {
        var qualification = worth.Qualification;
        var mutual = qualification.Mutual;

        json.Object("provider", () => Score(json, mutual.Provider.Score, mutual.Provider.Low, mutual.Provider.High, mutual.Provider.Coverage));
        json.Object("customer", () => Score(json, mutual.Customer.Score, mutual.Customer.Low, mutual.Customer.High, mutual.Customer.Coverage));
        json.Object("mutual", () => Score(json, mutual.Score, mutual.Low, mutual.High, mutual.Coverage));
        json.Member("verdict", qualification.Verdict);
        json.Member("border", qualification.Model.BorderPercent);
        json.Objects("reasons", qualification.Reasons, reason =>
        {
            json.Member("kind", reason.Kind);
            json.Member("side", reason.Side);
            if (reason.CriterionId is { } criterion) json.Member("criterion", criterion);
        });
        json.Optional("ask", qualification.Ask, ask =>
        {
            json.Member("criterion", ask.Criterion.Id);
            json.Member("question", ask.Criterion.Question);
            json.Member("settles", ask.SettlesWith);
        });
        json.Objects("criteria", qualification.Findings, finding => Criterion(json, finding));
        json.Objects("alternatives", worth.Ranking.Places.Where(placed => placed.Alternative != null), placed => Alternative(json, placed));
        json.Optional("chance", worth.Chance, chance => Chance(json, chance));
    }

    private static void Score(JsonText json, double? score, double low, double high, double coverage)
    {
        Share(json, "score", score);
        Share(json, "low", low);
        Share(json, "high", high);
        Share(json, "coverage", coverage);
    }

    private static void Criterion(JsonText json, Finding finding)
    {
        var criterion = finding.Criterion;
        json.Member("id", criterion.Id);
        json.Member("name", criterion.Name);
        json.Member("side", criterion.Side);
        json.Member("weight", criterion.Weight);
        json.Member("level", finding.Level);
        json.Member("grade", finding.Grade);
        json.Member("source", criterion.Source);
        json.Member("knockOut", (double?)criterion.KnockOutLevel);
        json.Texts("levels", criterion.Anchors);
        if (finding.RatingId is { } rating) json.Member("rating", rating);
        else json.Null("rating");
    }

    private static void Alternative(JsonText json, Placed placed)
    {
        json.Member("id", placed.Alternative!.Id);
        json.Member("name", placed.Alternative.Name);
        json.Member("kind", placed.Alternative.Kind);
        Share(json, "score", placed.Score.Score);
        Share(json, "low", placed.Score.Low);
        Share(json, "high", placed.Score.High);
    }

    private static void Chance(JsonText json, WinChance chance)
    {
        Share(json, "percent", chance.Chance);
        json.Member("basis", chance.Basis);
        json.Member("go", chance.Like.Go);
        json.Member("of", chance.Like.Deals);
    }

    private static void Share(JsonText json, string name, double? share) => json.Member(name, (double?)Percent.Of(share));
}
