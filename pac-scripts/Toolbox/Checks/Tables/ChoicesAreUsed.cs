using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Tables;

/// <summary>Every global choice belongs to a column.</summary>
internal sealed class ChoicesAreUsed : ICheck
{
    public IEnumerable<string> Findings(SolutionSource source)
    {
        var used = source.Tables.SelectMany(table => table.Columns).Select(column => column.GlobalChoice).ToHashSet();
        return
            from choice in source.Files("OptionSets/")
            where !used.Contains(choice.Stem)
            select $"{choice.Path}: no column uses the choice {choice.Stem}.";
    }
}
