using BuyerPath.Domain.Journeys;
using BuyerPath.Domain.Segments;
using BuyerPath.Plugins.Registration;
using BuyerPath.Plugins.Rows;

namespace BuyerPath.Plugins.Api;

/// <summary>
/// Puts existing accounts into the segments that the rules say, after the rules have changed. Every call looks at all active
/// accounts and moves those that are elsewhere, so it resumes by itself and does nothing once all are where they belong. A
/// segment that somebody gave by hand gives way to the rules.
/// </summary>
[CustomApi(Name,
    English = "Assign segments",
    Finnish = "Sijoita segmentteihin",
    EnglishDescription = "Puts active accounts into the segments that the rules say, a part at a time. Call it until none is left.",
    FinnishDescription = "Sijoittaa aktiiviset asiakkaat sääntöjen mukaisiin segmentteihin, osa kerrallaan. Kutsutaan, kunnes yhtään ei ole jäljellä.")]
[ApiParameter(Most, ParameterType.Integer, IsOptional = true,
    English = "How many accounts to move at most: 1 to 1000, 500 when left out.",
    Finnish = "Montako asiakasta enintään siirretään: 1–1000, oletus 500.")]
[ApiProperty(Assigned, ParameterType.Integer,
    English = "How many accounts were moved.",
    Finnish = "Montako asiakasta siirrettiin.")]
[ApiProperty(Left, ParameterType.Integer,
    English = "How many are left for the next call.",
    Finnish = "Montako jäi seuraavaan kutsuun.")]
public sealed class AssignSegments : Plugin
{
    /// <summary>Name of the Custom API.</summary>
    public const string Name = "buy_AssignSegments";

    private const string Most = "Most";
    private const string Assigned = "Assigned";
    private const string Left = "Left";

    /// <inheritdoc />
    protected override void Run(Change change)
    {
        var most = change.OptionalInput<int?>(Most) ?? JourneyRules.UsualMost;
        Change.Require(JourneyRules.MayRecalculate(most));

        var segments = change.Data.Segments();
        var elsewhere = change.Data.Accounts(SegmentRows.ColumnsOf(segments))
            .Where(account => account.SegmentId != Segment.For(segments, account.Columns)?.Id)
            .ToList();
        var now = elsewhere.Take(most).ToList();
        foreach (var account in now)
            change.Data.Assign(account.Id, Segment.For(segments, account.Columns));

        change.Answer(Assigned, now.Count);
        change.Answer(Left, elsewhere.Count - now.Count);
    }
}
