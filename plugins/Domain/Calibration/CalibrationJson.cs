using BuyerPath.Domain.Journeys;
using BuyerPath.Domain.Positions;
using BuyerPath.Domain.Qualifications;
using BuyerPath.Domain.Sentences;

namespace BuyerPath.Domain.Calibration;

/// <summary>A proposal as data, for reports and whoever wants to check it. Shares are 0 to 1.</summary>
public static class CalibrationJson
{
    /// <summary>Version of the shape written here.</summary>
    public const int Version = 1;

    private static readonly IReadOnlyList<ScoreBand> Bands =
        [ScoreBand.Unknown, ScoreBand.Low, ScoreBand.Middling, ScoreBand.Good, ScoreBand.High];

    /// <summary>Writes the proposal. The same one always gives the same text.</summary>
    /// <param name="proposal">The proposal.</param>
    /// <param name="language">The language of the sentences in it; names and numbers have none.</param>
    public static string Write(CalibrationProposal proposal, Language language) => JsonText.Of(json =>
    {
        json.Member("version", Version);
        json.Member("process", proposal.Process.Id);
        json.Object("deals", () => Ended(json, proposal.History.Deals()));
        json.Objects("stages", proposal.Process.Stages, stage => Stage(json, proposal.History, stage));
        json.Optional("criteria", proposal.Criteria.Value, card => Card(json, card, proposal.Model!.Criteria.ToDictionary(criterion => criterion.Id, criterion => new Weighed(criterion.Key, criterion.Name))));
        json.Member("whyNoCriteria", WhyNot(proposal.Criteria, language));
        json.Optional("questions", proposal.Questions.Value, card => Card(json, card, proposal.Process.Questions.ToDictionary(question => question.Id, question => new Weighed(question.Key, question.Text))));
        json.Member("whyNoQuestions", WhyNot(proposal.Questions, language));
        json.Optional("temperature", proposal.Temperature.Value, temperature =>
        {
            json.Member("value", temperature.Temperature);
            json.Member("customers", temperature.Customers);
            json.Objects("before", temperature.Before, line => Line(json, line));
            json.Objects("after", temperature.After, line => Line(json, line));
        });
        json.Member("whyNoTemperature", WhyNot(proposal.Temperature, language));
    });

    private static string? WhyNot<T>(Learned<T> learned, Language language) where T : class =>
        learned.WhyNot.Count == 0 ? null : string.Join(" ", learned.WhyNot.Select(sentence => sentence.In(language)));

    private static void Stage(JsonText json, StageHistory history, BuyingStage stage)
    {
        json.Member("key", stage.Key);
        json.Member("name", stage.Name);
        Figures(json, history.FiguresOf(stage.Key, null));
        json.Objects("bands", Bands, band =>
        {
            json.Member("band", band);
            Figures(json, history.FiguresOf(stage.Key, band));
        });
    }

    private static void Figures(JsonText json, StageFigures figures)
    {
        Ended(json, figures.Ended);
        json.Member("visits", figures.Visits);
        json.Member("medianDays", figures.MedianDays);
        json.Member("days85", figures.Days85);
    }

    private static void Ended(JsonText json, Tally tally)
    {
        json.Member("deals", tally.Deals);
        json.Member("go", tally.Go);
        json.Member("noDecision", tally.NoDecision);
    }

    private static void Card(JsonText json, CardProposal card, IReadOnlyDictionary<Guid, Weighed> names)
    {
        json.Member("auc", card.Quality.Auc);
        json.Member("brier", card.Quality.Brier);
        json.Member("baseBrier", card.Quality.BaseBrier);
        json.Objects("reliability", card.Quality.Table, line => Line(json, line));
        json.Objects("weights", card.Weights, weight =>
        {
            json.Member("key", names[weight.Id].Key);
            json.Member("name", names[weight.Id].Name);
            json.Member("old", weight.Old);
            json.Member("new", weight.New);
            json.Member("deals", weight.Deals);
            json.Numbers("points", weight.Points.Select(points => (double)points));
        });
    }

    private static void Line(JsonText json, Reliability line)
    {
        json.Member("from", line.From);
        json.Member("deals", line.Deals);
        json.Member("said", line.MeanChance);
        json.Member("came", line.Won);
    }

    /// <summary>What a weight is of.</summary>
    private sealed record Weighed(string Key, string Name);
}
