using System.Text.Json;

namespace BuyerPath.Toolbox.Admin.Connections;

/// <summary>Rows of roles. Dataverse keeps a copy of a role in every business unit, each with holders of its own.</summary>
internal static class RoleRows
{
    /// <summary>The rows of roles of these names, in whatever business unit.</summary>
    public static IEnumerable<JsonElement> Of(Connection connection, IEnumerable<string> names) =>
        connection.Rows($"roles?$select=roleid,name,_businessunitid_value&$filter={string.Join(" or ", names.Select(name => $"name eq {OData.Quoted(name)}"))}");

    /// <summary>True when a user or a team has it.</summary>
    public static bool IsGiven(Connection connection, JsonElement role) =>
        connection.Rows($"roles({role.Text("roleid")})/systemuserroles_association?$select=systemuserid&$top=1").Any()
        || connection.Rows($"roles({role.Text("roleid")})/teamroles_association?$select=teamid&$top=1").Any();
}
