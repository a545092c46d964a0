using BuyerPath.Domain.Focus;
using BuyerPath.Plugins.Registration;
using BuyerPath.Plugins.Rows;

namespace BuyerPath.Plugins.Api;

/// <summary>
/// Plans a seller's week from what was last calculated; writes nothing. It reads with the caller's rights: a week consists of the
/// opportunities that the caller may see.
/// </summary>
[CustomApi(Name, IsFunction = true,
    English = "Plan week",
    Finnish = "Suunnittele viikko",
    EnglishDescription = "Plans the week of a seller: promised steps first, then those that bring the most in the hours there are, with the price of an hour. Nothing is saved.",
    FinnishDescription = "Suunnittelee myyjän viikon: ensin luvatut askeleet, sitten ne, jotka tuovat tunteihin nähden eniten, sekä tunnin hinnan. Mitään ei tallenneta.")]
[ApiParameter(UserId, ParameterType.Guid, IsOptional = true,
    English = "The seller whose week is planned; the caller when left out.",
    Finnish = "Myyjä, jonka viikko suunnitellaan; oletus on kutsuja.")]
[ApiParameter(Hours, ParameterType.Decimal, IsOptional = true,
    English = "Hours of the week, 0 to 168; those of the environment variable buy_WeeklyHours when left out.",
    Finnish = "Viikon tunnit, 0–168; oletus on ympäristömuuttujan buy_WeeklyHours arvo.")]
[ApiProperty(Week, ParameterType.String,
    English = "The week as JSON: what to do, what did not fit, what has no hours, the price of an hour, and the tiers of the seller's opportunities.",
    Finnish = "Viikko JSON-muodossa: mitä tehdä, mikä ei mahtunut, miltä puuttuvat tunnit, tunnin hinta ja myyjän myyntimahdollisuuksien tasot.")]
public sealed class PlanWeek : Plugin
{
    /// <summary>Name of the Custom API.</summary>
    public const string Name = "buy_PlanWeek";

    private const string UserId = "UserId";
    private const string Hours = "Hours";
    private const string Week = "Week";

    /// <inheritdoc />
    protected override void Run(Change change)
    {
        var settings = change.AllData.FocusSettings();
        var hours = (double)(change.OptionalInput<decimal?>(Hours) ?? settings.WeeklyHours);
        Change.Require(WeekPlan.MayPlan(hours));

        var deals = change.Data.PlannedDeals(change.Data.OpenOf([change.OptionalInput<Guid?>(UserId) ?? change.UserId]));
        change.Answer(Week, SellerWeekJson.Write(SellerWeek.Of(deals, hours, settings, change.Now), hours, settings));
    }
}
