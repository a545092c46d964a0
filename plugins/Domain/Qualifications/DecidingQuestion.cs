namespace BuyerPath.Domain.Qualifications;

/// <summary>The one criterion that is cheapest to ask about when the verdict is to ask: one answer, and most is settled.</summary>
/// <param name="Criterion">What to find out.</param>
/// <param name="SettlesWith">
/// Chance that knowing it alone takes the verdict off *ask*, when each of the five levels is equally likely: nothing is known of it.
/// </param>
/// <param name="Narrows">How much narrower its side's range becomes, as a share of 1: its weight / all weight of the side.</param>
public sealed record DecidingQuestion(Criterion Criterion, double SettlesWith, double Narrows)
{
    /// <summary>
    /// The unknown criterion of an undecided side with the highest chance to settle the verdict; of equal chances the one that
    /// narrows the range most, then the one first in the model. Null when nothing is left that a person could be asked.
    /// </summary>
    internal static DecidingQuestion? For(Qualification qualification)
    {
        var open = new[] { Side.Provider, Side.Customer }.Where(side => qualification.StateOf(side) == SideState.Open).ToList();
        return (
            from finding in qualification.Findings
            let criterion = finding.Criterion
            where !finding.IsKnown && criterion.CanBeAsked && open.Contains(criterion.Side)
            let settles = ChanceToSettle(qualification, criterion)
            let narrows = (double)criterion.Weight / qualification.FindingsOf(criterion.Side).Sum(each => each.Criterion.Weight)
            orderby settles descending, narrows descending // stable: equals stay in the order of the model
            select new DecidingQuestion(criterion, settles, narrows)).FirstOrDefault();
    }

    /// <summary>Chance that knowing this criterion takes the verdict off *ask*.</summary>
    internal static double ChanceToSettle(Qualification qualification, Criterion criterion) =>
        (double)RatingLevels.Known.Count(level => qualification.VerdictIf(criterion, level) != Verdict.Ask) / RatingLevels.Known.Count;
}
