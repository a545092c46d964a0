using BuyerPath.Toolbox.Admin.Connections;

namespace BuyerPath.Toolbox.Admin.Doctor.Installation;

/// <summary>Every alternate key is active: until then doubles can be saved, and data packages find no row.</summary>
internal sealed class KeysAreActive : IExamination
{
    public IEnumerable<Finding> Examine(Examined environment) =>
        from table in environment.Shipped.OwnTables
        from key in environment.Connection.Rows($"EntityDefinitions(LogicalName='{table}')/Keys?$select=LogicalName,EntityKeyIndexStatus")
        let state = key.Text("EntityKeyIndexStatus")
        where state != "Active"
        select new Finding(
            $"The key {key.Text("LogicalName")} of {table} is {state}.",
            state == "Failed" ? $"rows of {table} have the same key: merge or delete them, then choose 'Reactivate' on the key in make.powerapps.com." : "Dataverse is still indexing it: look again in some minutes.");
}
