using System.Globalization;
using BuyerPath.Sandbox.Conversion;
using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Pipeline;
using BuyerPath.Sandbox.Security;
using BuyerPath.Sandbox.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace BuyerPath.Sandbox.Messages;

/// <summary>
/// Updates rows. State and status together with other columns are two updates on the platform, the other columns first,
/// each with its own steps of stages 20 and 40.
/// </summary>
internal sealed class Update(Table table, IReadOnlyList<Entity> targets) : Save("Update", table, targets)
{
    private static readonly string[] StateColumns = ["statecode", "statuscode"];

    /// <summary>True for checking row versions.</summary>
    private bool ChecksVersion { get; init; }

    /// <summary>True for the update by which the platform closes an opportunity: in one part, to any state.</summary>
    private bool ByPlatform { get; init; }

    public static OrganizationResponse Execute(Call call, OrganizationRequest request)
    {
        request.Only("Target", "ConcurrencyBehavior");
        Run(call, [request.Required<Entity>("Target")], RowVersions.AreChecked(request));
        return new UpdateResponse();
    }

    public static OrganizationResponse ExecuteMany(Call call, OrganizationRequest request)
    {
        request.Only("Targets", "ConcurrencyBehavior");
        Run(call, ManyTargets.Of(call, request).Targets, RowVersions.AreChecked(request));
        return new UpdateMultipleResponse();
    }

    /// <summary>An update on behalf of the caller.</summary>
    public static void Run(Call call, IReadOnlyList<Entity> targets, bool checksVersion = false) =>
        Run(call, Of(call, targets, checksVersion, byPlatform: false));

    /// <summary>An update by which the platform completes a message of its own.</summary>
    public static void RunByPlatform(Call call, Entity target) => Run(call, Of(call, [target], checksVersion: false, byPlatform: true));

    /// <summary>An update that is yet to run; the targets get the ids that their alternate keys stand for.</summary>
    public static Update Of(Call call, IReadOnlyList<Entity> targets, bool checksVersion, bool byPlatform)
    {
        var table = call.Kernel.RowValues.TableOf(targets[0].LogicalName);
        foreach (var target in targets) target.Id = call.Kernel.RowValues.Existing(table, IdOf(table, target), target.KeyAttributes).Id;
        return new Update(table, targets) { ChecksVersion = checksVersion, ByPlatform = byPlatform };
    }

    protected override Row Before(Call call, Entity target) => call.Kernel.RowValues.Existing(Table, target.Id, []);

    protected override void Verify(Call call, SaveCheck check, Entity target)
    {
        var before = Before(call, target);
        check.RequireUpdate(before, target);
        if (ChecksVersion) RowVersions.Check(before, target.RowVersion);
    }

    protected override IEnumerable<IReadOnlyList<(int Position, Entity Target)>> Parts(IReadOnlyList<Entity> all)
    {
        if (ByPlatform || !all.Any(HasStateAndMore)) return base.Parts(all);

        var positions = all.Select((target, position) => (Position: position, Target: target)).ToList();
        var others = positions.Where(item => !HasOnlyState(item.Target)).Select(item => (item.Position, Only(item.Target, name => !StateColumns.Contains(name))));
        var states = positions.Where(item => HasState(item.Target)).Select(item => (item.Position, Only(item.Target, StateColumns.Contains)));
        return [[.. others], [.. states]];
    }

    protected override Row Write(Call call, Entity target)
    {
        var before = Before(call, target);
        var values = new Dictionary<string, object>(before.Values);
        foreach (var (name, value) in target.Attributes)
        {
            var column = RowValues.ColumnOf(Table, name);
            if (column.Type == ColumnType.PrimaryKey && Equals(value, target.Id)) continue;
            if (!column.ValidForUpdate)
                throw Fault.Of(ErrorCode.InvalidArgument, $"'{Table.LogicalName}.{name}' cannot be updated; the platform keeps it.");
            if (call.Kernel.RowValues.Stored(Table, column, value) is { } stored) values[name] = stored;
            else values.Remove(name);
        }
        RowRules.RefuseMove(Table, before, values);
        if (!ByPlatform) CloseOpportunity.RefuseOtherWays(Table, before, values);
        if (target.Contains("statecode") && !target.Contains("statuscode")) values.Remove("statuscode");
        StateRules.Complete(Table, values, before);
        PlatformColumns.Update(call, Table, values);
        RowRules.Check(call.Kernel, Table, target.Id, values);

        var row = call.Kernel.Rows.Write(Table.LogicalName, target.Id, values);
        Assign.Cascade(call, before, row);
        return row;
    }

    private static Guid IdOf(Table table, Entity target) =>
        target.Id == Guid.Empty && target.Attributes.TryGetValue(table.PrimaryKey, out var key) && key is Guid id ? id : target.Id;

    private static bool HasState(Entity target) => StateColumns.Any(target.Contains);

    private static bool HasOnlyState(Entity target) => HasState(target) && target.Attributes.Keys.All(StateColumns.Contains);

    private static bool HasStateAndMore(Entity target) => HasState(target) && !HasOnlyState(target);

    private static Entity Only(Entity target, Func<string, bool> columns)
    {
        var part = new Entity(target.LogicalName, target.Id) { RowVersion = target.RowVersion };
        foreach (var (name, value) in target.Attributes.Where(attribute => columns(attribute.Key))) part[name] = value;
        return part;
    }
}

/// <summary>Optimistic concurrency: a change is refused when the row is no longer in the version that the caller has read.</summary>
internal static class RowVersions
{
    public static bool AreChecked(OrganizationRequest request) =>
        request.Optional<ConcurrencyBehavior>("ConcurrencyBehavior") == ConcurrencyBehavior.IfRowVersionMatches;

    public static void Check(Row row, string? version)
    {
        if (string.IsNullOrEmpty(version))
            throw Fault.Of(ErrorCode.VersionMissing, $"The row version of {row.Table} {row.Id} must be given when it is to be checked.");
        if (version != row.Version.ToString(CultureInfo.InvariantCulture))
            throw Fault.Of(ErrorCode.VersionMismatch, $"{row.Table} {row.Id} has changed since it was read: it is in version {row.Version}, not {version}.");
    }
}
