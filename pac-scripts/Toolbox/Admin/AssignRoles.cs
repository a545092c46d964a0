using System.Text.Json;
using BuyerPath.Toolbox.Admin.Connections;

namespace BuyerPath.Toolbox.Admin;

/// <summary>Gives a security role of BuyerPath to users and teams. Whoever has it keeps it; nothing is taken away.</summary>
public static class AssignRoles
{
    /// <summary>How to call it.</summary>
    public const string Usage = """
        Gives a security role of BuyerPath to users and teams, beside the role of Sales that they have.

          dotnet pac-scripts/assign.cs URL --role seller|manager|administrator|reader
              [--user NAME@DOMAIN]... [--team "NAME"]... [options]

          --user               a user, who is brought into the environment when pac can
          --team               a team as it is called; all its members then have the role
        """;

    /// <summary>Assigns.</summary>
    /// <exception cref="AdminException">It cannot be done.</exception>
    public static void Perform(Arguments arguments, Func<Pac> pac, Desk desk)
    {
        var session = Session.Of(arguments, desk);
        var names = Shipped.Here.Roles.ToDictionary(role => role.Split(' ')[^1], StringComparer.Ordinal);
        var role = arguments.OneOf("--role", names);
        var (users, teams) = (arguments.All("--user"), arguments.All("--team"));
        arguments.RefuseOthers(1);
        if (users.Count + teams.Count == 0) throw new AdminException("Nobody is named.", "give --user NAME@DOMAIN or --team NAME, as often as you like.");

        using var connection = Connection.Open(session);
        var rows = RoleRows.Of(connection, [role]).ToList();
        if (rows.Count == 0) throw new AdminException($"{session.Target.Url} has no role '{role}'.", "import the solution first: dotnet pac-scripts/import.cs help");

        var newUsers = users.Where(user => !Has(connection, FindUser(connection, user), "systemuserroles_association", role)).ToList();
        var newTeams = teams.Select(team => FindTeam(connection, team)).Where(team => !Has(connection, team, "teamroles_association", role)).ToList();
        foreach (var user in users.Except(newUsers)) desk.Say($"{user} has the role already.");
        if (newUsers.Count + newTeams.Count == 0)
        {
            desk.Say("Nothing to do.");
            return;
        }

        session.Agree($"The role '{role}' in {session.Target.Url} goes to:", [.. newUsers.Select(user => $"user {user}"), .. newTeams.Select(team => $"team {team.Name}")]);
        foreach (var team in newTeams)
            connection.Associate(team.Address, "teamroles_association", $"roles({RoleOf(team, rows, role).Text("roleid")})");
        if (newUsers.Count > 0) GiveToUsers(session, pac(), role, newUsers);
        desk.Say("Done. Who has only this role sees no opportunity: a role of Sales (Salesperson, Sales Manager) or Basic User goes with it.");
    }

    // By pac and not by a row: pac also brings somebody into the environment who has never been there.
    private static void GiveToUsers(Session session, Pac pac, string role, IEnumerable<string> users) => session.WithPac(pac, () =>
    {
        foreach (var user in users)
            pac.Perform(
                $"see that {user} exists in the tenant, has a licence and is a member of the environment's security group; those before were given the role, and running this again is safe.",
                "admin", "assign-user", "--environment", session.Target.Url, "--user", user, "--role", role);
    });

    private static Holder? FindUser(Connection connection, string name) =>
        connection.Rows($"systemusers?$select=systemuserid,fullname,_businessunitid_value&$filter=domainname eq {OData.Quoted(name)}")
            .Select(row => new Holder($"systemusers({row.Text("systemuserid")})", row.Text("fullname")!, row.Text("_businessunitid_value")!))
            .FirstOrDefault();

    private static Holder FindTeam(Connection connection, string name) =>
        connection.Rows($"teams?$select=teamid,name,_businessunitid_value&$filter=name eq {OData.Quoted(name)}")
            .Select(row => new Holder($"teams({row.Text("teamid")})", row.Text("name")!, row.Text("_businessunitid_value")!))
            .FirstOrDefault()
        ?? throw new AdminException($"There is no team '{name}'.", "see its name under Settings > Users + permissions > Teams in the Power Platform admin center.");

    private static bool Has(Connection connection, Holder? holder, string association, string role) =>
        holder is not null && connection.Rows($"{holder.Address}/{association}?$select=name").Any(row => row.Text("name") == role);

    /// <summary>A team takes the copy of the role that its business unit has.</summary>
    private static JsonElement RoleOf(Holder team, List<JsonElement> rows, string role)
    {
        var own = rows.Where(row => row.Text("_businessunitid_value") == team.BusinessUnit).ToList();
        return own.Count > 0 ? own[0] : throw new AdminException($"The business unit of team '{team.Name}' has no role '{role}'.", "wait until Dataverse has copied the role to all business units, then run this again.");
    }

    private sealed record Holder(string Address, string Name, string BusinessUnit);
}
