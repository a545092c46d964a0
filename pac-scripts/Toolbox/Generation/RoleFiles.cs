using System.Text;
using System.Xml.Linq;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Generation;

/// <summary>The security roles as files of the unpacked solution, and the table of them that people read. Both follow from <see cref="SecurityRole.All"/> and the tables.</summary>
public static class RoleFiles
{
    private const int RoleType = 20;

    private static readonly IReadOnlyList<Verbs> SingleVerbs =
    [
        Verbs.Create, Verbs.Read, Verbs.Write, Verbs.Delete,
        Verbs.Append, Verbs.AppendTo, Verbs.Assign, Verbs.Share,
    ];

    /// <summary>What the platform gives to every role that is made; with them an export brings no differences.</summary>
    private static readonly IReadOnlyList<string> GivenToAll =
    [
        "prvCreateSharePointData", "prvReadSharePointData", "prvWriteSharePointData", "prvReadSharePointDocument",
        "prvReadPluginAssembly", "prvReadPluginType", "prvReadSdkMessage", "prvReadSdkMessageProcessingStep", "prvReadSdkMessageProcessingStepImage",
    ];

    /// <summary>Makes the source hold exactly the declared roles with a privilege on every table that concerns them.</summary>
    /// <returns>The paths of roles that are declared no longer.</returns>
    public static IReadOnlyList<string> WriteInto(SolutionSource source)
    {
        var declared = SecurityRole.All.ToDictionary(FileOf, role => ToXml(role, source));
        var obsolete = source.Paths.Where(path => path.StartsWith("Roles/", StringComparison.Ordinal) && !declared.ContainsKey(path)).ToList();

        foreach (var path in obsolete)
            source.Remove(path);
        foreach (var (path, root) in declared)
        {
            var bytes = SourceXml.Write(path, root);
            if (!source.Has(path) || !source.Bytes(path).AsSpan().SequenceEqual(bytes)) source.Replace(path, bytes);
        }
        source.Manifest.Replace(RoleType, [.. SecurityRole.All.Select(role => new XElement("RootComponent",
            new XAttribute("type", RoleType), new XAttribute("id", IdOf(role)), new XAttribute("behavior", 0)))]);
        return obsolete;
    }

    /// <summary>The id of a role, as its file and an app have it.</summary>
    public static string IdOf(SecurityRole role) => StableId.Of($"role {role.Name}").ToString("B");

    /// <summary>The matrix of tables and roles as Markdown.</summary>
    public static string Matrix(SolutionSource source)
    {
        var text = new StringBuilder($"| Table | {string.Join(" | ", SecurityRole.All.Select(role => role.Name))} |\n");
        text.Append($"|---|{string.Concat(SecurityRole.All.Select(_ => "---|"))}\n");
        foreach (var group in OwnTables(source).GroupBy(SecurityRole.GroupOf).OrderBy(group => group.Key))
        {
            foreach (var table in group)
                text.Append($"| {group.Key}: {table.Labels.Singular.English} (`{table.LogicalName}`) | {string.Join(" | ", SecurityRole.All.Select(role => Cell(role.On(table))))} |\n");
        }
        foreach (var standard in SecurityRole.All.SelectMany(role => role.Reads).Distinct().Order(StringComparer.Ordinal))
            text.Append($"| Standard: {standard} | {string.Join(" | ", SecurityRole.All.Select(role => role.Reads.Contains(standard) ? Cell(new Grant(Verbs.Read, Depth.Global)) : Cell(Grant.Nothing)))} |\n");
        return text.ToString();
    }

    private static string FileOf(SecurityRole role) => $"Roles/{role.Name}.xml";

    private static XElement ToXml(SecurityRole role, SolutionSource source)
    {
        var privileges =
            from table in OwnTables(source)
            let grant = role.On(table)
            from verb in SingleVerbs
            where grant.Verbs.HasFlag(verb)
            select (Name: $"prv{verb}{table.SchemaName}", grant.Depth);
        var others = role.Reads.Select(table => $"prvRead{table}").Concat(GivenToAll).Select(name => (Name: name, Depth: Depth.Global));

        var root = SourceXml.Root("Role", new XAttribute("id", IdOf(role)), new XAttribute("name", role.Name));
        root.Add(
            new XElement("IsCustomizable", 1),
            new XElement("IsAutoAssigned", 0),
            new XElement("RolePrivileges", privileges.Concat(others).OrderBy(privilege => privilege.Name, StringComparer.OrdinalIgnoreCase).Select(privilege =>
                new XElement("RolePrivilege", new XAttribute("name", privilege.Name), new XAttribute("level", privilege.Depth)))));
        return root;
    }

    private static IEnumerable<TableSource> OwnTables(SolutionSource source) => source.Tables.Where(table => !table.IsExtended);

    private static string Cell(Grant grant) => grant.Verbs == Verbs.None
        ? ""
        : $"{string.Concat(SingleVerbs.Where(verb => grant.Verbs.HasFlag(verb)).Select(Letter))} {Whose(grant.Depth)}";

    private static char Letter(Verbs verb) => verb switch
    {
        Verbs.AppendTo => 'T',
        Verbs.Assign => 'G',
        _ => verb.ToString()[0],
    };

    private static string Whose(Depth depth) => depth switch
    {
        Depth.Basic => "own",
        Depth.Local => "unit",
        Depth.Deep => "unit and below",
        _ => "all",
    };
}
