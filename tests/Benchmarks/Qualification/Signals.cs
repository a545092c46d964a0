namespace BuyerPath.Benchmarks.Qualification;

/// <summary>Values of deals as numbers. One that was not learned from has a number of its own, about which nothing is known.</summary>
internal sealed class Signals
{
    private readonly Deals _deals;
    private readonly IReadOnlyList<Dictionary<string, int>> _numbers;

    public Signals(Deals deals, IReadOnlyCollection<int> train)
    {
        _deals = deals;
        _numbers = deals.Columns
            .Select((_, column) => train.Select(place => deals.Values[place][column]).Distinct().Order(StringComparer.Ordinal).Select((value, number) => (value, number)).ToDictionary())
            .ToList();
    }

    /// <summary>How many values each column has, the unseen one included.</summary>
    public IReadOnlyList<int> Sizes => _numbers.Select(numbers => numbers.Count + 1).ToList();

    /// <summary>The values of a deal.</summary>
    public IReadOnlyList<int> Of(int place) =>
        _deals.Values[place].Select((value, column) => _numbers[column].GetValueOrDefault(value, _numbers[column].Count)).ToList();

    /// <summary>A 1 for every value that a deal has, a 0 for every other.</summary>
    public float[] OneHot(int place)
    {
        var sizes = Sizes;
        var cells = new float[sizes.Sum()];
        var offset = 0;
        foreach (var (value, size) in Of(place).Zip(sizes))
        {
            cells[offset + value] = 1;
            offset += size;
        }
        return cells;
    }
}
