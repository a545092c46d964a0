using BuyerPath.Domain.Qualifications;

namespace BuyerPath.Domain.Calibration;

/// <summary>What a win chance rests on. Numbered as the options of the choice that stores it.</summary>
public enum ChanceBasis
{
    /// <summary>The starting figure of the template: nobody has closed anything like it.</summary>
    Template = 0,

    /// <summary>Deals that were closed.</summary>
    History = 1,
}

/// <summary>How likely a deal ends Go, by the deals that stood where it stands.</summary>
/// <param name="Chance">0 to 1.</param>
/// <param name="Basis">What it rests on.</param>
/// <param name="Like">Closed deals that visited this stage with this score band: "Go of Deals like this ended Go".</param>
public sealed record WinChance(double Chance, ChanceBasis Basis, Tally Like)
{
    /// <summary>
    /// The wider class counts for so many deals of the narrower one: with as many deals of its own, a class is believed as much as
    /// the wider one is.
    /// </summary>
    public const double WiderCountsFor = 10;

    /// <summary>
    /// Beta-binomial: the template's figure, moved by the deals of the process, that by those of the segment, and that by the deals
    /// that visited the stage with the score band. Each step is (Go + 10 * the wider chance) / (deals + 10).
    /// </summary>
    /// <param name="template">The template's chance at this stage, 0 to 1; null when it gives none. Then nothing is wider than the process.</param>
    /// <param name="history">Closed deals of the process.</param>
    /// <param name="segmentId">The deal's segment; null for none.</param>
    /// <param name="stageKey">Key of the stage where it stands.</param>
    /// <param name="band">Its score band.</param>
    /// <returns>Null when there is neither a figure nor a closed deal.</returns>
    public static WinChance? Of(double? template, StageHistory history, Guid? segmentId, string stageKey, ScoreBand band)
    {
        var like = history.DealsAt(stageKey, band);
        var process = history.Deals();
        if ((template ?? ShareOfGo(process)) is not { } widest) return null;

        return new WinChance(
            new[] { process, history.DealsOf(segmentId), like }.Aggregate(widest, Shrunk),
            process.Deals > 0 ? ChanceBasis.History : ChanceBasis.Template,
            like);
    }

    /// <summary>The share with one Go and one other added: so few deals make nothing certain.</summary>
    private static double? ShareOfGo(Tally all) => all.Deals == 0 ? null : (all.Go + 1.0) / (all.Deals + 2);

    private static double Shrunk(double wider, Tally own) => (own.Go + WiderCountsFor * wider) / (own.Deals + WiderCountsFor);
}
