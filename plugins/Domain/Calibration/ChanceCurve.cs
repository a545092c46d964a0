namespace BuyerPath.Domain.Calibration;

/// <summary>Deals that a number was given to: how many of them were won and lost.</summary>
/// <param name="Points">The number.</param>
/// <param name="Won">How many were won.</param>
/// <param name="Lost">How many were lost.</param>
public sealed record Scored(double Points, int Won, int Lost);

/// <summary>What points are worth: chance = 1 / (1 + e^-(intercept + slope * points)).</summary>
/// <param name="Intercept">Log-odds at no points.</param>
/// <param name="Slope">Log-odds a point.</param>
public sealed record ChanceCurve(double Intercept, double Slope)
{
    private const int MostSteps = 100;
    private const double Enough = 1e-10;

    /// <summary>So sharp is the belief that nothing is certain: points that separate all deals must not make chances of 0 and 1.</summary>
    private const double Doubt = 0.05;

    /// <summary>The chance, 0 to 1.</summary>
    public double Of(double points) => 1 / (1 + Math.Exp(-(Intercept + Slope * points)));

    /// <summary>The curve that fits deals best, by Newton's method on points brought to a mean of 0 and a deviation of 1.</summary>
    /// <exception cref="ArgumentException">There is no deal.</exception>
    public static ChanceCurve Fit(IReadOnlyCollection<Scored> deals)
    {
        double all = deals.Sum(each => each.Won + each.Lost);
        if (all == 0) throw new ArgumentException("A curve needs deals.", nameof(deals));

        var mean = deals.Sum(each => each.Points * (each.Won + each.Lost)) / all;
        var variance = deals.Sum(each => (each.Won + each.Lost) * (each.Points - mean) * (each.Points - mean)) / all;
        var deviation = variance > 0 ? Math.Sqrt(variance) : 1;
        var standard = new ChanceCurve(0, 0);
        for (var step = 0; step < MostSteps; step++)
        {
            var next = standard.Step(deals, mean, deviation);
            var change = Math.Abs(next.Intercept - standard.Intercept) + Math.Abs(next.Slope - standard.Slope);
            standard = next;
            if (change < Enough) break;
        }
        return new ChanceCurve(standard.Intercept - standard.Slope * mean / deviation, standard.Slope / deviation);
    }

    private ChanceCurve Step(IEnumerable<Scored> deals, double mean, double deviation)
    {
        double gradient0 = -Doubt * Intercept, gradient1 = -Doubt * Slope, curve00 = Doubt, curve01 = 0, curve11 = Doubt;
        foreach (var each in deals)
        {
            var place = (each.Points - mean) / deviation;
            var chance = Of(place);
            var error = each.Won - (each.Won + each.Lost) * chance;
            var weight = (each.Won + each.Lost) * chance * (1 - chance);
            gradient0 += error;
            gradient1 += error * place;
            curve00 += weight;
            curve01 += weight * place;
            curve11 += weight * place * place;
        }
        var determinant = curve00 * curve11 - curve01 * curve01;
        return new ChanceCurve(
            Intercept + (curve11 * gradient0 - curve01 * gradient1) / determinant,
            Slope + (curve00 * gradient1 - curve01 * gradient0) / determinant);
    }
}
