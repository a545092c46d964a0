using System.Globalization;

namespace BuyerPath.Benchmarks.Qualification;

/// <summary>One division of the deals: on some a rule learns, on the others it is tried.</summary>
/// <param name="Train">Places of the deals to learn from.</param>
/// <param name="Test">Places of the deals to be tried on.</param>
public sealed record Split(IReadOnlyList<int> Train, IReadOnlyList<int> Test)
{
    /// <summary>
    /// Reads fixed folds: a column id that numbers the deals from 0 in the order of their file, label (1 won, 0 not), and for each
    /// repeat a column rep0, rep1, ... with the fold of the deal. Each fold of each repeat is tried once, the rest being learned from.
    /// </summary>
    /// <exception cref="InvalidDataException">The file cannot be read, or is about other deals.</exception>
    public static IReadOnlyList<Split> Parse(string text, Deals deals)
    {
        var table = CsvTable.Parse(text, ["id", "label", "rep0"]);
        var faults = table.Faults.ToList();
        if (table.Rows.Count + faults.Count != deals.Won.Count)
            throw new InvalidDataException($"The folds are of {table.Rows.Count + faults.Count} deals; there are {deals.Won.Count}.");

        faults.AddRange(
            from each in table.Rows.Select((row, place) => (Row: row, Place: place))
            let expected = FormattableString.Invariant($"{each.Place},{(deals.Won[each.Place] ? 1 : 0)}")
            let found = $"{each.Row.Fields[table.Places["id"]]},{each.Row.Fields[table.Places["label"]]}"
            where found != expected
            select new RowFault(each.Row.Line, $"id and label are {found}; by the deals they must be {expected}."));
        CsvTable.Refuse(faults);

        return (
            from column in Enumerable.Range(0, table.Places.Count).Select(repeat => string.Create(CultureInfo.InvariantCulture, $"rep{repeat}")).TakeWhile(table.Places.ContainsKey)
            let folds = table.Rows.Select(row => row.Fields[table.Places[column]]).ToList()
            from fold in folds.Distinct().Order(StringComparer.Ordinal)
            select new Split(Places(folds, each => each != fold), Places(folds, each => each == fold))).ToList();
    }

    /// <summary>The same, with only so many deals to learn from, drawn by this chance.</summary>
    public Split LearningFrom(int deals, Random chance)
    {
        var drawn = Train.ToArray();
        chance.Shuffle(drawn);
        return this with { Train = drawn.Take(deals).Order().ToList() };
    }

    private static List<int> Places(List<string> folds, Func<string, bool> takes) =>
        folds.Select((fold, place) => (fold, place)).Where(each => takes(each.fold)).Select(each => each.place).ToList();
}
