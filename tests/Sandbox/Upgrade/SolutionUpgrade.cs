using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Store;

namespace BuyerPath.Sandbox.Upgrade;

/// <summary>
/// What stands in the way of putting a newer solution on an organization's rows. A managed upgrade deletes what the
/// newer solution no longer has, with its data and without a question; here it is refused by name instead, whether or
/// not there are rows: another customer has some.
/// </summary>
internal static class SolutionUpgrade
{
    /// <summary>All that forbids the upgrade, a sentence each; none when every row would be kept.</summary>
    public static IReadOnlyList<string> Obstacles(SolutionModel before, SolutionModel after, IRows rows) =>
    [
        .. OtherSolution(before, after),
        .. from table in before.Tables.Values.OrderBy(table => table.LogicalName, StringComparer.Ordinal)
           from obstacle in Of(table, after.Tables.GetValueOrDefault(table.LogicalName))
           select obstacle,
        .. BrokenKeys(before, after, rows),
    ];

    private static IEnumerable<string> OtherSolution(SolutionModel before, SolutionModel after)
    {
        if (after.UniqueName != before.UniqueName)
            yield return $"The zip is of the solution {after.UniqueName}, not of {before.UniqueName}.";
        if (after.IsManaged != before.IsManaged)
            yield return $"The zip is {Kind(after)} and the organization has the solution {Kind(before)}.";
        if (after.Version <= before.Version)
            yield return $"The zip has version {after.Version}, which is not above {before.Version}.";

        static string Kind(SolutionModel model) => model.IsManaged ? "managed" : "unmanaged";
    }

    private static IEnumerable<string> Of(Table before, Table? after)
    {
        if (after is null) return [$"The table {before.LogicalName} would be deleted with its rows."];

        var ownership = after.Ownership == before.Ownership
            ? []
            : new[] { $"The table {before.LogicalName} would be owned by {after.Ownership}, not {before.Ownership}; ownership cannot change." };
        return ownership.Concat(
            from column in before.Columns.Values.OrderBy(column => column.LogicalName, StringComparer.Ordinal)
            from obstacle in Of(column, after.Find(column.LogicalName))
            select $"The column {before.LogicalName}.{column.LogicalName} {obstacle}.");
    }

    private static IEnumerable<string> Of(Column before, Column? after)
    {
        if (after is null)
        {
            yield return "would be deleted with its values";
            yield break;
        }
        if (after.Type != before.Type)
        {
            yield return $"would be of type {after.Type}, not {before.Type}";
            yield break;
        }
        if (after.Behavior != before.Behavior)
            yield return $"would relate to time zones as {after.Behavior}, not {before.Behavior}";
        if (after.MaxLength < before.MaxLength)
            yield return $"would hold {after.MaxLength} characters, not {before.MaxLength}";
        if (after.Precision < before.Precision)
            yield return $"would hold {after.Precision} decimals, not {before.Precision}";
        if (after.Minimum > before.Minimum || after.Maximum < before.Maximum)
            yield return $"would hold {after.Minimum} to {after.Maximum}, not {before.Minimum} to {before.Maximum}";
        foreach (var option in (before.Choice?.Options ?? []).Where(option => after.Choice?.Find(option.Value) is null))
            yield return $"would lose its option {option.Value}";
        foreach (var target in before.Targets.Except(after.Targets))
            yield return $"would no longer point at {target}";
    }

    /// <summary>A new alternate key is only activated when no two rows have the same values in it.</summary>
    private static IEnumerable<string> BrokenKeys(SolutionModel before, SolutionModel after, IRows rows) =>
        from table in after.Tables.Values
        where before.Tables.ContainsKey(table.LogicalName)
        from key in table.Keys
        let values = rows.All(table.LogicalName).Select(row => KeyIndex.TextOf(key, column => row[column])).OfType<string>()
        where values.GroupBy(value => value).Any(same => same.Count() > 1)
        select $"The key {key.LogicalName} of {table.LogicalName} does not fit: some rows have the same values.";
}
