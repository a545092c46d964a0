using BuyerPath.Domain;
using BuyerPath.Domain.Journeys;
using BuyerPath.Domain.Positions;
using BuyerPath.Domain.Qualifications;
using BuyerPath.Plugins.Registration;
using BuyerPath.Plugins.Rows;

namespace BuyerPath.Plugins.Api;

/// <summary>
/// Takes the weekly snapshot of open opportunities that have none in this ISO week (UTC), for reports on how the pipeline changed. One
/// that is there is not taken again, so a schedule calls it until nothing is left, and resumes by itself after an interruption.
/// </summary>
[CustomApi(Name,
    English = "Take snapshots",
    Finnish = "Ota tilannekuvat",
    EnglishDescription = "Takes the weekly snapshot of open opportunities, a part at a time. Call it every week until none is left; a second call in a week takes nothing twice.",
    FinnishDescription = "Ottaa avoimista myyntimahdollisuuksista viikoittaisen tilannekuvan, osa kerrallaan. Kutsutaan joka viikko, kunnes yhtään ei ole jäljellä; sama kuva ei synny kahdesti viikossa.")]
[ApiParameter(Most, ParameterType.Integer, IsOptional = true,
    English = "How many snapshots to take at most: 1 to 1000, 500 when left out.",
    Finnish = "Montako tilannekuvaa enintään otetaan: 1–1000, oletus 500.")]
[ApiProperty(Taken, ParameterType.Integer,
    English = "How many snapshots were taken.",
    Finnish = "Montako tilannekuvaa otettiin.")]
[ApiProperty(Left, ParameterType.Integer,
    English = "How many are left for the next call.",
    Finnish = "Montako jäi seuraavaan kutsuun.")]
public sealed class TakeSnapshots : Plugin
{
    /// <summary>Name of the Custom API.</summary>
    public const string Name = "buy_TakeSnapshots";

    private const string Most = "Most";
    private const string Taken = "Taken";
    private const string Left = "Left";

    /// <inheritdoc />
    protected override void Run(Change change)
    {
        var most = change.OptionalInput<int?>(Most) ?? JourneyRules.UsualMost;
        Change.Require(JourneyRules.MayRecalculate(most));

        var open = change.AllData.OpenWithoutWeeklySnapshotSince(Week.Beginning(change.Now));
        var now = open.Take(most).ToList();
        foreach (var calculated in change.Calculate(now, MoveCause.StaleEvidence))
            change.AllData.TakeSnapshot(calculated, SnapshotCause.Weekly, change.Now, Week.IdOf(calculated.Opportunity.Id, change.Now));

        change.Answer(Taken, now.Count);
        change.Answer(Left, open.Count - now.Count);
    }
}
