namespace BuyerPath.Domain.Focus;

/// <summary>The most that fits: at most one option of each group, each whole or not at all, for every amount of time at once.</summary>
internal sealed class Knapsack
{
    private readonly IReadOnlyList<IReadOnlyList<StepOption>> _groups;
    private readonly double[][] _most; // [groups considered][quarters]: what they bring at most in so much time

    /// <param name="options">The options; those that bring nothing are never chosen.</param>
    /// <param name="quarters">The longest time that will be asked about.</param>
    public Knapsack(IEnumerable<StepOption> options, int quarters)
    {
        _groups = options
            .Where(option => option.Uplift > 0 && option.Quarters <= quarters)
            .GroupBy(option => option.GroupId)
            .Select(group => (IReadOnlyList<StepOption>)group.OrderBy(option => option.Quarters).ThenBy(option => option.Id).ToList())
            .ToList();
        _most = new double[_groups.Count + 1][];
        _most[0] = new double[quarters + 1];
        for (var group = 0; group < _groups.Count; group++)
        {
            var without = _most[group];
            _most[group + 1] = Enumerable.Range(0, quarters + 1)
                .Select(time => Math.Max(without[time], Fitting(group, time).Select(option => With(option, without, time)).DefaultIfEmpty(0).Max()))
                .ToArray();
        }
    }

    /// <summary>What so much time brings at most.</summary>
    public double Most(int quarters) => _most[_groups.Count][quarters];

    /// <summary>The options that bring it. Of equals, the shorter; a group is left out where it adds nothing.</summary>
    public IReadOnlyList<StepOption> Chosen(int quarters)
    {
        var chosen = new List<StepOption>();
        for (var group = _groups.Count - 1; group >= 0; group--)
        {
            var most = _most[group + 1][quarters];
            if (most <= _most[group][quarters]) continue;

            var option = Fitting(group, quarters).First(each => With(each, _most[group], quarters) >= most);
            chosen.Add(option);
            quarters -= option.Quarters;
        }
        chosen.Reverse();
        return chosen;
    }

    private IEnumerable<StepOption> Fitting(int group, int quarters) => _groups[group].TakeWhile(option => option.Quarters <= quarters);

    private static double With(StepOption option, double[] without, int quarters) => without[quarters - option.Quarters] + option.Uplift;
}
