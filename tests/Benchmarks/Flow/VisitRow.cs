using BuyerPath.Domain.Outcomes;
using BuyerPath.Domain.Turns;

namespace BuyerPath.Benchmarks.Flow;

/// <summary>A row of the file: for this time the case stood at this stage and this party held the ball.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Case">Which case.</param>
/// <param name="Stage">The stage as written.</param>
/// <param name="Holder">Whose turn it was.</param>
/// <param name="EnteredOn">Beginning (UTC).</param>
/// <param name="LeftOn">End (UTC); null while it lasts.</param>
/// <param name="Outcome">How the case ended; null when the row does not say.</param>
public sealed record VisitRow(int Line, string Case, string Stage, Party Holder, DateTime EnteredOn, DateTime? LeftOn, Outcome? Outcome)
{
    private static readonly Dictionary<string, Party> Holders = new()
    {
        ["customer"] = Party.Customer,
        ["us"] = Party.Us,
        ["third"] = Party.ThirdParty,
        ["thirdparty"] = Party.ThirdParty,
        ["nobody"] = Party.Nobody,
    };

    private static readonly Dictionary<string, Outcome> Outcomes = new()
    {
        ["go"] = Domain.Outcomes.Outcome.Go,
        ["nogo"] = Domain.Outcomes.Outcome.NoGo,
        ["nodecision"] = Domain.Outcomes.Outcome.NoDecision,
        ["withdrawn"] = Domain.Outcomes.Outcome.WithdrawnByUs,
        ["withdrawnbyus"] = Domain.Outcomes.Outcome.WithdrawnByUs,
    };

    /// <summary>Reads the fields of a line; null when it cannot be right, with every reason added to <paramref name="faults"/>.</summary>
    internal static VisitRow? Read(int line, Func<string, string> field, ICollection<RowFault> faults)
    {
        var reasons = new List<string>();
        var row = new VisitRow(
            line,
            Filled("case"),
            Filled("stage"),
            Word("holder", Holders, "customer, us, third party or nobody"),
            Time("entered") ?? default,
            field("left").Length == 0 ? null : Time("left"),
            field("outcome").Length == 0 ? null : Word("outcome", Outcomes, "go, no-go, no-decision, withdrawn, or empty"));

        if (reasons.Count == 0) reasons.AddRange(Contradictions(row));
        foreach (var reason in reasons) faults.Add(new RowFault(line, reason));
        return reasons.Count == 0 ? row : null;

        string Filled(string name)
        {
            if (field(name).Length == 0) reasons.Add($"{name} is empty.");
            return field(name);
        }

        T? Word<T>(string name, Dictionary<string, T> words, string known)
        {
            var isKnown = words.TryGetValue(Letters(field(name)), out var word);
            if (!isKnown) reasons.Add($"{name} is '{field(name)}'; it must be {known}.");
            return word;
        }

        DateTime? Time(string name)
        {
            var time = UtcTime.Read(field(name));
            if (time == null) reasons.Add($"{name} is '{field(name)}'; it must be {UtcTime.Form}.");
            return time;
        }
    }

    private static IEnumerable<string> Contradictions(VisitRow row)
    {
        if (row.LeftOn < row.EnteredOn) yield return "left is before entered.";
        if (row.LeftOn == null && row.Outcome != null) yield return "there is an outcome, but left is empty.";
    }

    /// <summary>No-Go, no_go and NoGo are one word.</summary>
    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter)).ToLowerInvariant();
}
