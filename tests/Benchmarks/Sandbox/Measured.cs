using System.Diagnostics;
using System.Globalization;

namespace BuyerPath.Benchmarks.Sandbox;

/// <summary>How long something took.</summary>
/// <param name="What">What was done.</param>
/// <param name="Count">How many times, or on how many rows.</param>
/// <param name="Time">All together.</param>
internal sealed record Measured(string What, int Count, TimeSpan Time)
{
    /// <summary>Head of the table of lines.</summary>
    public static string Head { get; } = $"{"",-62}{"count",10}{"seconds",10}{"per second",12}{"ms each",10}";

    /// <summary>Does it once; <paramref name="work"/> gives back how much it did.</summary>
    public static Measured Once(string what, Func<int> work)
    {
        var watch = Stopwatch.StartNew();
        var count = work();
        return new Measured(what, count, watch.Elapsed);
    }

    /// <summary>Does it once to warm up, and then a number of times.</summary>
    public static Measured Often(string what, int times, Action work)
    {
        work();
        return Once(what, () =>
        {
            for (var time = 0; time < times; time++) work();
            return times;
        });
    }

    /// <summary>A line of the table.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{What,-62}{Count,10}{Time.TotalSeconds,10:0.00}{Count / Time.TotalSeconds,12:0}{Time.TotalMilliseconds / Count,10:0.00}");
}
