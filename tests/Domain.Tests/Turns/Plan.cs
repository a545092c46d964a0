using BuyerPath.Domain.Turns;

namespace BuyerPath.Domain.Tests.Turns;

/// <summary>Steps of a mutual plan; days count from now.</summary>
internal static class Plan
{
    public static PlanStep Step(Party party, int? dueIn = null, int? doneIn = null, params PlanStep[] after) => new(
        Guid.NewGuid(), party, In(dueIn), In(doneIn), after.Select(step => step.Id).ToList());

    private static DateTime? In(int? days) => days is { } count ? Given.Now.AddDays(count) : null;
}
