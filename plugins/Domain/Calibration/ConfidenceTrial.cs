using System.Globalization;
using BuyerPath.Domain.Positions;

namespace BuyerPath.Domain.Calibration;

/// <summary>How sure a position should have been, by where customers really stood.</summary>
/// <param name="Temperature">What the bits of every stage should be divided by: above 1, positions are too sure of themselves.</param>
/// <param name="Customers">How many it rests on.</param>
/// <param name="Before">What was said against what was right, as positions are.</param>
/// <param name="After">The same with the temperature.</param>
public sealed record TemperatureProposal(
    double Temperature, int Customers, IReadOnlyList<Reliability> Before, IReadOnlyList<Reliability> After);

/// <summary>
/// Tries temperatures on positions of which the true stage is known since. It adds up over pages and can be put away: of each
/// temperature only the loss and the reliability in tenths are kept.
/// </summary>
/// <remarks>
/// Answers of one customer have causes in common, and the sum of bits counts each as if it had its own: so a position is surer than it
/// should be. A temperature T makes of the probabilities p^(1/T), and 1 changes nothing. The one with the least mean log loss is proposed.
/// </remarks>
public sealed class ConfidenceTrial
{
    /// <summary>Fewer customers are no history.</summary>
    public const int LeastCustomers = 100;

    private const int Tenths = 10;

    /// <summary>A stage ruled out that was the true one costs much, and not everything.</summary>
    private const double LeastProbability = 1e-12;

    /// <summary>1 to 3 in steps of 0.1: positions that are not sure enough are not made surer by a rule.</summary>
    private static readonly IReadOnlyList<double> Temperatures = Enumerable.Range(10, 21).Select(tenths => tenths / 10.0).ToList();

    /// <summary>Sums are kept in millionths: whole numbers add up to the same in any order.</summary>
    private const double Millionths = 1e6;

    /// <summary>Of each tenth: how many customers, the sum of their confidence, how many positions were right.</summary>
    private const int PerTenth = 3;

    private const int PerTemperature = 1 + Tenths * PerTenth;

    private readonly long[] _sums; // of each temperature its loss, then its tenths

    private ConfidenceTrial(long[] sums) => _sums = sums;

    /// <summary>Nothing tried yet.</summary>
    public ConfidenceTrial() : this(new long[Temperatures.Count * PerTemperature])
    {
    }

    /// <summary>How many were tried.</summary>
    public int Customers => (int)Enumerable.Range(0, Tenths).Sum(tenth => _sums[PlaceOf(0, tenth)]);

    /// <summary>Takes up what <see cref="Write"/> put away.</summary>
    /// <exception cref="FormatException">The text is not such.</exception>
    public static ConfidenceTrial Read(string text)
    {
        var sums = text.Split(';').Select(each => long.Parse(each, CultureInfo.InvariantCulture)).ToArray();
        return sums.Length == Temperatures.Count * PerTemperature
            ? new ConfidenceTrial(sums)
            : throw new FormatException("The text is no trial that was written here: begin the calibration anew.");
    }

    /// <summary>The trial so far as text.</summary>
    public string Write() => string.Join(";", _sums);

    /// <summary>Tries a position.</summary>
    /// <param name="position">The position as it was then.</param>
    /// <param name="trueStage">Order of the stage at which the customer is now known to have stood.</param>
    /// <exception cref="ArgumentException">The process has no such stage.</exception>
    public void Add(Position position, int trueStage)
    {
        var place = position.Process.Stages.TakeWhile(stage => stage.Order != trueStage).Count();
        if (place == position.Process.Stages.Count) throw new ArgumentException($"The process has no stage {trueStage}.", nameof(trueStage));

        for (var index = 0; index < Temperatures.Count; index++)
        {
            var probabilities = Softened(position.Probabilities, Temperatures[index]);
            var confidence = probabilities.Max();
            var tenth = PlaceOf(index, Math.Min(Tenths - 1, (int)(confidence * Tenths)));
            _sums[index * PerTemperature] -= (long)(Math.Log(Math.Max(probabilities[place], LeastProbability), 2) * Millionths);
            _sums[tenth]++;
            _sums[tenth + 1] += (long)Math.Round(confidence * Millionths);
            _sums[tenth + 2] += position.Stage.Order == trueStage ? 1 : 0;
        }
    }

    /// <summary>Adds what was tried elsewhere.</summary>
    public void Merge(ConfidenceTrial other)
    {
        for (var place = 0; place < _sums.Length; place++) _sums[place] += other._sums[place];
    }

    /// <summary>Whether so many customers are enough.</summary>
    public Decision MayPropose() => Decision.From(Customers < LeastCustomers
        ? [$"Of {Customers} customers it is known since where they stood: a temperature needs {LeastCustomers}."]
        : []);

    /// <summary>The temperature that fits best.</summary>
    /// <exception cref="InvalidOperationException">There are too few customers.</exception>
    public TemperatureProposal Propose()
    {
        if (!MayPropose().IsAllowed) throw new InvalidOperationException(string.Join(" ", MayPropose().Reasons));
        var best = Enumerable.Range(0, Temperatures.Count).OrderBy(index => _sums[index * PerTemperature]).First();
        return new TemperatureProposal(Temperatures[best], Customers, Table(0), Table(best));
    }

    /// <summary>Probabilities at a temperature; they sum to 1, and the order of the stages stays.</summary>
    public static IReadOnlyList<double> Softened(IReadOnlyList<double> probabilities, double temperature)
    {
        var odds = probabilities.Select(each => Math.Pow(each, 1 / temperature)).ToList();
        var all = odds.Sum();
        return odds.Select(each => each / all).ToList();
    }

    private static int PlaceOf(int temperature, int tenth) => temperature * PerTemperature + 1 + tenth * PerTenth;

    private IReadOnlyList<Reliability> Table(int index) => (
        from tenth in Enumerable.Range(0, Tenths)
        let place = PlaceOf(index, tenth)
        let customers = _sums[place]
        where customers > 0
        select new Reliability(
            (double)tenth / Tenths, (int)customers, _sums[place + 1] / Millionths / customers, (double)_sums[place + 2] / customers)).ToList();
}
