using BuyerPath.Sandbox.Pipeline;
using BuyerPath.Sandbox.Store;

namespace BuyerPath.Sandbox.Security;

/// <summary>A user with their teams, or a team, and the roles that they have together.</summary>
internal sealed class Principal
{
    private readonly HashSet<Guid> _ids;

    private Principal(Row row, IReadOnlyList<Guid> teams, IReadOnlyList<HeldRole> roles)
    {
        (Id, IsUser, Unit, Teams, Roles) = (row.Id, row.Table == "systemuser", UnitOf(row), teams, roles);
        _ids = [Id, .. teams];
    }

    public Guid Id { get; }

    public bool IsUser { get; }

    /// <summary>The business unit.</summary>
    public Guid Unit { get; }

    /// <summary>The teams that the user is in; none for a team.</summary>
    public IReadOnlyList<Guid> Teams { get; }

    /// <summary>Own roles and those of the teams. What a team may do, its members may.</summary>
    public IReadOnlyList<HeldRole> Roles { get; }

    /// <summary>The user or team itself, and each team that the user is in.</summary>
    public IEnumerable<Guid> Ids => _ids;

    public static Principal Of(Kernel kernel, Reference reference)
    {
        var row = kernel.Rows.Find(reference.Table, reference.Id)!;
        var teams = reference.Table == "systemuser" ? TeamsOf(kernel.Rows, reference.Id) : [];
        var own = HeldBy(kernel, row, reference.Table == "systemuser" ? "systemuserroles" : "teamroles");
        return new Principal(row, teams, [.. own, .. teams.SelectMany(team => HeldBy(kernel, kernel.Rows.Find("team", team)!, "teamroles"))]);
    }

    /// <summary>The teams that a user is in.</summary>
    public static IReadOnlyList<Guid> TeamsOf(IRows rows, Guid user) =>
        [.. rows.Referring("teammembership", "systemuserid", user).Select(member => (Guid)member["teamid"]!)];

    /// <summary>True for the user or team itself, and for a team that the user is in.</summary>
    public bool Is(Guid id) => _ids.Contains(id);

    private static IEnumerable<HeldRole> HeldBy(Kernel kernel, Row holder, string intersect) =>
        from link in kernel.Rows.Referring(intersect, holder.Table + "id", holder.Id)
        select new HeldRole(kernel.Roles[(Guid)link["roleid"]!], UnitOf(holder));

    private static Guid UnitOf(Row row) => ((Reference)row["businessunitid"]!).Id;
}
