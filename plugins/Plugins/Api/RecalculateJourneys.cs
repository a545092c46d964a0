using BuyerPath.Domain.Journeys;
using BuyerPath.Domain.Positions;
using BuyerPath.Plugins.Registration;
using BuyerPath.Plugins.Rows;
using BuyerPath.Plugins.Schema;

namespace BuyerPath.Plugins.Api;

/// <summary>
/// Recalculates open opportunities that were last calculated before today (UTC), the longest ago first. What is done is out
/// of the way of the next call, so a schedule calls it until nothing is left, and resumes by itself after an interruption.
/// </summary>
[CustomApi(Name,
    English = "Recalculate journeys",
    Finnish = "Laske ostopolut uudelleen",
    EnglishDescription = "Recalculates open opportunities that were not calculated today, a part at a time. Call it every night until none is left.",
    FinnishDescription = "Laskee uudelleen avoimet myyntimahdollisuudet, joita ei ole tänään laskettu, osa kerrallaan. Kutsutaan joka yö, kunnes yhtään ei ole jäljellä.")]
[ApiParameter(Most, ParameterType.Integer, IsOptional = true,
    English = "How many opportunities to recalculate at most: 1 to 1000, 500 when left out.",
    Finnish = "Montako myyntimahdollisuutta enintään lasketaan: 1–1000, oletus 500.")]
[ApiProperty(Recalculated, ParameterType.Integer,
    English = "How many opportunities were recalculated.",
    Finnish = "Montako myyntimahdollisuutta laskettiin.")]
[ApiProperty(Left, ParameterType.Integer,
    English = "How many are left for the next call.",
    Finnish = "Montako jäi seuraavaan kutsuun.")]
public sealed class RecalculateJourneys : Plugin
{
    /// <summary>Name of the Custom API.</summary>
    public const string Name = "buy_RecalculateJourneys";

    private const string Most = "Most";
    private const string Recalculated = "Recalculated";
    private const string Left = "Left";

    /// <inheritdoc />
    protected override void Run(Change change)
    {
        var most = change.OptionalInput<int?>(Most) ?? JourneyRules.UsualMost;
        Change.Require(JourneyRules.MayRecalculate(most));

        var outdated = change.AllData.OpenNotCalculatedSince(change.Now.Date);
        var now = outdated.Take(most).ToList();
        var calculated = change.Recalculate(now, MoveCause.StaleEvidence).Values;
        change.Rank([.. calculated.Select(each => each.Opportunity.Owner.Id).Distinct()]);

        change.Answer(Recalculated, now.Count);
        change.Answer(Left, outdated.Count - now.Count);
    }
}
