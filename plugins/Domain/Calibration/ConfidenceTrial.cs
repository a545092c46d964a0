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
/// Tries temperatures on positions of which the true stage is known since. It adds up over pages: of each temperature only the loss and
/// the reliability in tenths are kept.
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

    /// <summary>1 to 3 in steps of 0.1: positions that are not sure enough are not made surer by a rule.</summary>
    private static readonly IReadOnlyList<double> Temperatures = Enumerable.Range(10, 21).Select(tenths => tenths / 10.0).ToList();

    private readonly double[] _loss = new double[Temperatures.Count];
    private readonly Bin[,] _bins = new Bin[Temperatures.Count, Tenths];

    /// <summary>How many were tried.</summary>
    public int Customers { get; private set; }

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
            _loss[index] -= Math.Log(Math.Max(probabilities[place], 1e-12), 2);
            var confidence = probabilities.Max();
            var bin = Math.Min(Tenths - 1, (int)(confidence * Tenths));
            _bins[index, bin] = _bins[index, bin].With(confidence, position.Stage.Order == trueStage);
        }
        Customers++;
    }

    /// <summary>Adds what was tried elsewhere.</summary>
    public void Merge(ConfidenceTrial other)
    {
        for (var index = 0; index < Temperatures.Count; index++)
        {
            _loss[index] += other._loss[index];
            for (var bin = 0; bin < Tenths; bin++) _bins[index, bin] = _bins[index, bin].With(other._bins[index, bin]);
        }
        Customers += other.Customers;
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
        var best = Array.IndexOf(_loss, _loss.Min());
        return new TemperatureProposal(Temperatures[best], Customers, Table(0), Table(best));
    }

    /// <summary>Probabilities at a temperature; they sum to 1, and the order of the stages stays.</summary>
    public static IReadOnlyList<double> Softened(IReadOnlyList<double> probabilities, double temperature)
    {
        var odds = probabilities.Select(each => Math.Pow(each, 1 / temperature)).ToList();
        var all = odds.Sum();
        return odds.Select(each => each / all).ToList();
    }

    private IReadOnlyList<Reliability> Table(int index) => Enumerable.Range(0, Tenths)
        .Select(bin => new { From = (double)bin / Tenths, Bin = _bins[index, bin] })
        .Where(each => each.Bin.Count > 0)
        .Select(each => new Reliability(each.From, each.Bin.Count, each.Bin.Confidence / each.Bin.Count, (double)each.Bin.Right / each.Bin.Count))
        .ToList();

    private readonly record struct Bin(int Count, double Confidence, int Right)
    {
        public Bin With(double confidence, bool isRight) => new(Count + 1, Confidence + confidence, Right + (isRight ? 1 : 0));

        public Bin With(Bin other) => new(Count + other.Count, Confidence + other.Confidence, Right + other.Right);
    }
}
