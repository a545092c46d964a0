using System.Globalization;
using System.Text.RegularExpressions;

namespace BuyerPath.Toolbox.Testing;

/// <summary>How many tests passed, failed and were skipped; adds up what the test runners print.</summary>
public sealed partial record Tally(int Passed, int Failed, int Skipped)
{
    /// <summary>No test yet.</summary>
    public static readonly Tally None = new(0, 0, 0);

    /// <summary>True when something ran and nothing failed.</summary>
    public bool IsGreen => Passed > 0 && Failed == 0;

    /// <summary>The sum of two.</summary>
    public static Tally operator +(Tally one, Tally other) =>
        new(one.Passed + other.Passed, one.Failed + other.Failed, one.Skipped + other.Skipped);

    /// <summary>
    /// Reads the closing lines of <c>dotnet test</c> (<c>Passed! - Failed: 0, Passed: 49, Skipped: 0, ...</c>, one for each
    /// project) and of node's runner in TAP (<c># pass 12</c>, <c># fail 0</c>, <c># skipped 0</c>).
    /// </summary>
    public static Tally Of(string output)
    {
        var sum = None;
        foreach (Match line in DotnetLine().Matches(output))
            sum += new Tally(Number(line, "passed"), Number(line, "failed"), Number(line, "skipped"));
        foreach (Match line in NodeLine().Matches(output))
            sum += line.Groups["what"].Value switch
            {
                "pass" => new Tally(Number(line, "count"), 0, 0),
                "fail" or "cancelled" => new Tally(0, Number(line, "count"), 0),
                _ => new Tally(0, 0, Number(line, "count")),
            };
        return sum;
    }

    /// <inheritdoc />
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Passed} passed, {Failed} failed, {Skipped} skipped");

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Failed:\s+(?<failed>\d+), Passed:\s+(?<passed>\d+), Skipped:\s+(?<skipped>\d+), Total:")]
    private static partial Regex DotnetLine();

    [GeneratedRegex(@"^# (?<what>pass|fail|cancelled|skipped|todo) (?<count>\d+)\s*$", RegexOptions.Multiline)]
    private static partial Regex NodeLine();
}
