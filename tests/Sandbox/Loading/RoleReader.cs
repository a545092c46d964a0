using System.Xml.Linq;
using BuyerPath.Sandbox.Model;

namespace BuyerPath.Sandbox.Loading;

/// <summary>
/// Reads a <c>Role</c> element. Privileges that concern nothing here (of SharePoint, of plugins ...) are kept: nothing asks for them.
/// </summary>
internal static class RoleReader
{
    public static SecurityRole Read(XElement role)
    {
        var name = role.RequiredAttribute("name", "A role");
        var where = $"Role '{name}'";
        var privileges = new Dictionary<string, PrivilegeDepth>(StringComparer.OrdinalIgnoreCase);
        foreach (var privilege in role.Element("RolePrivileges")?.Elements("RolePrivilege") ?? [])
        {
            var called = privilege.RequiredAttribute("name", where);
            if (!privileges.TryAdd(called, DepthOf(privilege.RequiredAttribute("level", $"{where}, {called}"), $"{where}, {called}")))
                throw new InvalidDataException($"{where} lists {called} twice.");
        }
        return new SecurityRole { Id = Xml.Id(role.RequiredAttribute("id", where), $"{where}: id"), Name = name, Privileges = privileges };
    }

    private static PrivilegeDepth DepthOf(string level, string where) =>
        Enum.TryParse<PrivilegeDepth>(level, out var depth) && Enum.IsDefined(depth) && !char.IsDigit(level[0])
            ? depth
            : throw new InvalidDataException($"{where}: the level is '{level}'; it must be Basic, Local, Deep or Global.");
}
