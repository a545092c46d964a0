using System.Text.RegularExpressions;
using System.Xml.Linq;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Apps;

/// <summary>What a role may do with a table of ours, and with whose rows.</summary>
/// <param name="Verb">Create, Read, Write, Delete, Append, AppendTo, Assign or Share.</param>
/// <param name="Table">Schema name of the table.</param>
/// <param name="Level">Basic (own), Local (business unit), Deep (and those below) or Global (all).</param>
public sealed partial record Privilege(string Verb, string Table, string Level)
{
    /// <summary>The privileges of a role that concern tables with our prefix.</summary>
    public static IEnumerable<Privilege> Of(XElement role, string prefix) =>
        from privilege in role.Descendants("RolePrivilege")
        let name = Name().Match(privilege.Attribute("name")?.Value ?? "")
        where name.Success && name.Groups["table"].Value.StartsWith(prefix + "_", StringComparison.OrdinalIgnoreCase)
        select new Privilege(name.Groups["verb"].Value, name.Groups["table"].Value, privilege.Attribute("level")?.Value ?? "");

    [GeneratedRegex("^prv(?<verb>Create|Read|Write|Delete|AppendTo|Append|Assign|Share)(?<table>.+)$")]
    private static partial Regex Name();
}
