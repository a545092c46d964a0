namespace BuyerPath.Domain.Calibration;

/// <summary>
/// How often closed deals with each value of each signal, and with each pair of values, were won and lost. All that a
/// <see cref="PointsCard"/> is learned from: it fits in a column however many deals there are, adds up over pages, and can be
/// put away and taken up again.
/// </summary>
/// <remarks>
/// The deals are dealt into folds by what their signals say, not by chance: deals that say the same are always in the same fold,
/// for otherwise a card would be tried on deals that it has seen.
/// </remarks>
public sealed class SignalCounts
{
    /// <summary>Each card is tried on one in so many deals.</summary>
    public const int Folds = 5;

    private readonly IReadOnlyList<int> _sizes;
    private readonly IReadOnlyList<int> _offsets;
    private readonly int[][] _counts; // [fold * 2 + won][place of one value * width + place of the other]; each pair once
    private readonly int _width;

    /// <param name="sizes">Of each signal, how many values it can have. They are numbered from 0.</param>
    public SignalCounts(IReadOnlyList<int> sizes) : this(sizes, null)
    {
    }

    private SignalCounts(IReadOnlyList<int> sizes, int[][]? counts)
    {
        _sizes = sizes;
        _offsets = sizes.Select((_, signal) => sizes.Take(signal).Sum()).ToList();
        _width = sizes.Sum();
        _counts = counts ?? Enumerable.Range(0, Folds * 2).Select(_ => new int[_width * _width]).ToArray();
    }

    /// <summary>Counts a closed deal.</summary>
    /// <param name="values">The value of each signal.</param>
    /// <param name="won">It was won.</param>
    /// <exception cref="ArgumentException">There are not as many values as signals, or one is not a value of its signal.</exception>
    public void Add(IReadOnlyList<int> values, bool won)
    {
        if (values.Count != _sizes.Count || values.Where((value, signal) => value < 0 || value >= _sizes[signal]).Any())
            throw new ArgumentException("A deal needs one of the values of each signal.", nameof(values));

        var counts = _counts[FoldOf(values) * 2 + (won ? 1 : 0)];
        for (var one = 0; one < values.Count; one++)
            for (var other = one; other < values.Count; other++)
                counts[(_offsets[one] + values[one]) * _width + _offsets[other] + values[other]]++;
    }

    /// <summary>The fold of a deal that says this; the same on every machine.</summary>
    public static int FoldOf(IEnumerable<int> values)
    {
        var hash = 2166136261u; // FNV-1a, whose last steps mix what the division then looks at
        foreach (var value in values) hash = unchecked((hash ^ (uint)value) * 16777619u);
        hash = unchecked((hash ^ (hash >> 15)) * 2246822519u);
        return (int)((hash ^ (hash >> 13)) % Folds);
    }

    /// <summary>Adds what was counted elsewhere of the same signals.</summary>
    public void Merge(SignalCounts other)
    {
        if (!other._sizes.SequenceEqual(_sizes)) throw new ArgumentException("These are counts of other signals.", nameof(other));
        for (var part = 0; part < _counts.Length; part++)
            for (var place = 0; place < _counts[part].Length; place++)
                _counts[part][place] += other._counts[part][place];
    }

    /// <summary>The counts as text.</summary>
    public string Write() => string.Join("\n", [HeaderOf(_sizes), .. _counts.Select(CountText.Sparse)]);

    /// <summary>Takes up what <see cref="Write"/> put away.</summary>
    /// <param name="text">The text.</param>
    /// <param name="sizes">The signals that it must be about.</param>
    /// <exception cref="FormatException">The text is not such, or is about other signals.</exception>
    public static SignalCounts Read(string text, IReadOnlyList<int> sizes)
    {
        var lines = text.Split('\n');
        if (lines.Length != Folds * 2 + 1 || lines[0] != HeaderOf(sizes))
            throw new FormatException("The counts are about other signals: begin the calibration anew.");
        var width = sizes.Sum();
        return new SignalCounts(sizes, lines.Skip(1).Select(line => CountText.Dense(line, width * width)).ToArray());
    }

    /// <summary>Deals that were won.</summary>
    public int DealsWon => All.DealsWon;

    /// <summary>Deals that were lost.</summary>
    public int DealsLost => All.DealsLost;

    /// <summary>Without any of the folds there are still deals that were won and deals that were lost.</summary>
    public bool EveryFoldCanBeTried => Enumerable.Range(0, Folds).Select(Without).All(rest => rest.DealsWon > 0 && rest.DealsLost > 0);

    /// <summary>All deals.</summary>
    internal SignalSums All => Sums(_ => true);

    /// <summary>The deals of all folds but this.</summary>
    internal SignalSums Without(int fold) => Sums(each => each != fold);

    /// <summary>How many deals have this value.</summary>
    public int Deals(int signal, int value) => All.Deals(signal, value);

    private static string HeaderOf(IEnumerable<int> sizes) => string.Join(",", sizes);

    private SignalSums Sums(Func<int, bool> takes) => new(
        _sizes, _offsets, _width, Added(takes, won: 1), Added(takes, won: 0));

    private int[] Added(Func<int, bool> takes, int won)
    {
        var sum = new int[_width * _width];
        foreach (var counts in Enumerable.Range(0, Folds).Where(takes).Select(fold => _counts[fold * 2 + won]))
            for (var place = 0; place < sum.Length; place++)
                sum[place] += counts[place];
        return sum;
    }
}

/// <summary>Counts of some of the deals.</summary>
internal sealed class SignalSums
{
    private readonly IReadOnlyList<int> _offsets;
    private readonly int _width;
    private readonly int[] _won;
    private readonly int[] _lost;

    internal SignalSums(IReadOnlyList<int> sizes, IReadOnlyList<int> offsets, int width, int[] won, int[] lost)
    {
        Sizes = sizes;
        _offsets = offsets;
        _width = width;
        _won = won;
        _lost = lost;
        DealsWon = sizes.Count == 0 ? 0 : Enumerable.Range(0, sizes[0]).Sum(value => Won(0, value));
        DealsLost = sizes.Count == 0 ? 0 : Enumerable.Range(0, sizes[0]).Sum(value => Lost(0, value));
    }

    public IReadOnlyList<int> Sizes { get; }

    public int DealsWon { get; }

    public int DealsLost { get; }

    public int Won(int signal, int value) => Single(_won, signal, value);

    public int Lost(int signal, int value) => Single(_lost, signal, value);

    public int Deals(int signal, int value) => Won(signal, value) + Lost(signal, value);

    /// <summary>How many deals, won or lost, have both values; of two different signals, the first named first.</summary>
    public int Won(int one, int value, int other, int otherValue) => Pair(_won, one, value, other, otherValue);

    /// <summary>The same of the lost.</summary>
    public int Lost(int one, int value, int other, int otherValue) => Pair(_lost, one, value, other, otherValue);

    private int Single(int[] counts, int signal, int value) => Pair(counts, signal, value, signal, value);

    private int Pair(int[] counts, int one, int value, int other, int otherValue) =>
        counts[(_offsets[one] + value) * _width + _offsets[other] + otherValue];
}
