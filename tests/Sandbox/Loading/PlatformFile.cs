using System.Text.Json;
using System.Text.Json.Serialization;
using BuyerPath.Sandbox.Model;

namespace BuyerPath.Sandbox.Loading;

/// <summary>The shape of <c>platform.json</c>: the stand-ins for the standard tables.</summary>
internal sealed record PlatformFile(
    string About,
    PlatformFile.SystemColumnSets SystemColumns,
    IReadOnlyList<PlatformFile.StateEntry> ActiveInactive,
    IReadOnlyList<PlatformFile.TableEntry> Tables,
    IReadOnlyList<PlatformFile.ManyToManyEntry> ManyToMany,
    IReadOnlyList<PlatformFile.RoleEntry> Roles)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = false,
        Converters = { new JsonStringEnumConverter<PrivilegeDepth>() },
    };

    public static PlatformFile Read()
    {
        using var stream = typeof(PlatformFile).Assembly.GetManifestResourceStream("platform.json")!;
        return JsonSerializer.Deserialize<PlatformFile>(stream, Strict)!;
    }

    /// <summary>Columns that the platform adds: to all tables, by ownership, and to tables with money.</summary>
    public sealed record SystemColumnSets(
        IReadOnlyList<ColumnEntry> All,
        IReadOnlyList<ColumnEntry> User,
        IReadOnlyList<ColumnEntry> Organization,
        IReadOnlyList<ColumnEntry> Money);

    /// <summary>A table; its primary key and its privileges are named after it unless said otherwise.</summary>
    public sealed record TableEntry(
        string Name, string Set, string? PrimaryKey, string? PrimaryName, string? Privilege, string Ownership, bool Stateless,
        string En, string Fi, string EnMany, string FiMany,
        IReadOnlyList<StateEntry>? States, IReadOnlyList<ColumnEntry> Columns);

    /// <summary>A column; <c>to</c> and <c>relationships</c> run in parallel.</summary>
    public sealed record ColumnEntry(
        string Name, string Type, int? Length, string? Format, decimal? Min, decimal? Max, int? Precision, string? Behavior,
        string? Required, bool ReadOnly, bool OnCreateOnly, int? Default,
        IReadOnlyList<string>? To, IReadOnlyList<string>? Relationships, string? OnDelete, string? OnAssign, string? OnShare, string? OnReparent,
        IReadOnlyList<string>? Joined, IReadOnlyList<OptionEntry>? Options, string En, string Fi);

    /// <summary>An option of a choice.</summary>
    public sealed record OptionEntry(int Value, string En, string Fi);

    /// <summary>A state with its statuses; the first status is its default.</summary>
    public sealed record StateEntry(int Value, string En, string Fi, IReadOnlyList<OptionEntry> Statuses);

    /// <summary>A many-to-many relationship; <paramref name="Privilege"/> is what linking takes in place of Append on both rows.</summary>
    public sealed record ManyToManyEntry(string Name, string Intersect, string Key, string First, string Second, string? Privilege);

    /// <summary>A role; without privileges it has them all.</summary>
    public sealed record RoleEntry(Guid Id, string Name, IReadOnlyList<GrantEntry>? Privileges);

    /// <summary>Each of the verbs on each of the tables (by the name that privileges have for them), to one depth.</summary>
    public sealed record GrantEntry(PrivilegeDepth Depth, IReadOnlyList<string> Verbs, IReadOnlyList<string> Tables);

    /// <summary>Both languages as labels.</summary>
    public static Labels LabelsOf(string english, string finnish) =>
        new(new Dictionary<int, string> { [1033] = english, [1035] = finnish });
}
