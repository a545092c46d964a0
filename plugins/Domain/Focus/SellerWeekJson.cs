using BuyerPath.Domain.Journeys;
using BuyerPath.Domain.Turns;

namespace BuyerPath.Domain.Focus;

/// <summary>A seller's week as data; whoever shows it makes the sentences. Money is in the currency of the deals.</summary>
public static class SellerWeekJson
{
    /// <summary>Version of the shape written here.</summary>
    public const int Version = 1;

    /// <summary>Writes the week. The same one always gives the same text.</summary>
    public static string Write(SellerWeek week, double hours, FocusSettings settings) => JsonText.Of(json =>
    {
        var plan = week.Plan;
        var deals = week.Deals.ToDictionary(line => line.Candidate.OpportunityId);
        json.Member("version", Version);
        json.Member("hours", hours);
        json.Member("reservePercent", settings.Reserve * 100);
        json.Member("promisedHours", HoursOf(plan.PromisedQuarters));
        json.Member("freeHours", HoursOf(plan.FreeQuarters));
        json.Member("overcommitted", plan.IsOvercommitted);
        json.Member("uplift", plan.Uplift);
        json.Member("priceOfAnHour", plan.PriceOfAnHour);
        json.Member("costOfAnHour", settings.CostOfAnHour);
        json.Objects("lines", week.Lines.Where(line => line.IsIn), line => Line(json, line, deals));
        json.Objects("left", week.Lines.Where(line => !line.IsIn), line => Line(json, line, deals));
        json.Objects("withoutHours", week.WithoutHours, each =>
        {
            Opportunity(json, each.Deal.Candidate.OpportunityId, each.Deal.Name);
            json.Objects("steps", [each.Step], step => Step(json, step));
        });
        json.Objects("deals", week.Deals, deal => Deal(json, deal));
    });

    private static void Line(JsonText json, WeekLine line, IReadOnlyDictionary<Guid, FocusLine> deals)
    {
        var deal = line.Work.Deal;
        var option = line.Work.Option;
        Opportunity(json, deal.Candidate.OpportunityId, deal.Name);
        json.Objects("steps", line.Work.Steps, step => Step(json, step));
        json.Member("hours", HoursOf(option.Quarters));
        json.Member("promised", option.IsPromised);
        json.Member("uplift", option.Uplift);
        json.Member("upliftPerHour", option.UpliftPerHour);
        json.Member("reason", line.Reason);
        json.Member("tier", deals[deal.Candidate.OpportunityId].Tier);
        json.Member("value", deal.Candidate.Value);
        json.Member("chance", deal.Candidate.WinChance);
        json.Member("chanceAfter", deal.ChanceAfter);
        json.Member("customerHoldsTheBall", deal.Candidate.CustomerHoldsTheBall);
    }

    private static void Deal(JsonText json, FocusLine deal)
    {
        json.Member("opportunity", deal.Candidate.OpportunityId);
        json.Member("tier", deal.Tier);
        json.Member("reason", deal.Reason);
        json.Member("valuePerHour", deal.Candidate.ValuePerHour);
        json.Member("remainingHours", deal.Candidate.RemainingHours);
    }

    private static void Opportunity(JsonText json, Guid id, string name)
    {
        json.Member("opportunity", id);
        json.Member("name", name);
    }

    private static void Step(JsonText json, PlanStep step)
    {
        json.Member("id", step.Id);
        json.Member("name", step.Name);
        json.Member("hours", step.EffortHours);
        json.Day("dueOn", step.DueDay);
    }

    private static double HoursOf(int quarters) => (double)quarters / StepOption.QuartersPerHour;
}
