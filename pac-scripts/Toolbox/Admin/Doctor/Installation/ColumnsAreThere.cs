using BuyerPath.Toolbox.Admin.Connections;

namespace BuyerPath.Toolbox.Admin.Doctor.Installation;

/// <summary>Every column that BuyerPath adds to tables of Sales is there.</summary>
internal sealed class ColumnsAreThere : IExamination
{
    public IEnumerable<Finding> Examine(Examined environment) =>
        from added in environment.Shipped.AddedColumns
        where environment.Tables.Contains(added.Key) // a missing table is the fault of another examination
        let present = environment.Connection.Rows($"EntityDefinitions(LogicalName='{added.Key}')/Attributes?$select=LogicalName").Select(column => column.Text("LogicalName")!).ToHashSet(StringComparer.Ordinal)
        from column in added.Value
        where !present.Contains(column)
        select new Finding($"The column {column} of {added.Key} is missing.", "import this version again (import.cs): an import that ended halfway left it out.");
}
