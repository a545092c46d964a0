using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks;

/// <summary>Which columns the source can vouch for.</summary>
internal static class KnownColumns
{
    /// <summary>
    /// False when the solution should define the column and does not. The columns of standard tables are not in the
    /// source; of those only names with our prefix can be wrong.
    /// </summary>
    public static bool MayHave(this SolutionSource source, string table, string column)
    {
        var owner = source.Tables.FirstOrDefault(candidate => candidate.LogicalName == table);
        var isOurs = column.StartsWith(source.Manifest.Prefix + "_", StringComparison.Ordinal);
        return owner is null ? !isOurs : owner.Find(column) is not null || owner.IsExtended && !isOurs;
    }
}
