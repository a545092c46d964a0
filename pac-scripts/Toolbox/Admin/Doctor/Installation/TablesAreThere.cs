namespace BuyerPath.Toolbox.Admin.Doctor.Installation;

/// <summary>Every table that ships is there.</summary>
internal sealed class TablesAreThere : IExamination
{
    public IEnumerable<Finding> Examine(Examined environment) =>
        from table in environment.Shipped.OwnTables
        where !environment.Tables.Contains(table)
        select new Finding($"The table {table} is missing.", "import this version again (import.cs): an import that ended halfway left it out.");
}
