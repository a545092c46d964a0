using BuyerPath.Sandbox.Conversion;
using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Pipeline;
using BuyerPath.Sandbox.Security;
using BuyerPath.Sandbox.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace BuyerPath.Sandbox.Messages;

/// <summary>Creates rows.</summary>
internal sealed class Create(Table table, IReadOnlyList<Entity> targets) : Save("Create", table, targets)
{
    public static OrganizationResponse Execute(Call call, OrganizationRequest request)
    {
        request.Only("Target");
        var target = request.Required<Entity>("Target");
        return new CreateResponse
        {
            ["id"] = target.RelatedEntities.Count > 0
                ? CreateTogether.Run(call, target)
                : Run(call, call.Kernel.RowValues.TableOf(target.LogicalName), [target])[0].Id,
        };
    }

    public static OrganizationResponse ExecuteMany(Call call, OrganizationRequest request)
    {
        request.Only("Targets");
        var (table, targets) = ManyTargets.Of(call, request);
        return new CreateMultipleResponse { ["Ids"] = Run(call, table, targets).Select(row => row.Id).ToArray() };
    }

    /// <summary>The new rows in the order of the targets.</summary>
    public static IReadOnlyList<Row> Run(Call call, Table table, IReadOnlyList<Entity> targets)
    {
        var create = new Create(table, targets);
        Run(call, create);
        return create.Rows;
    }

    protected override Row? Before(Call call, Entity target) => null;

    protected override void Verify(Call call, SaveCheck check, Entity target) => check.RequireCreate(target);

    protected override Row Write(Call call, Entity target)
    {
        var id = IdOf(call, target);
        var values = new Dictionary<string, object> { [Table.PrimaryKey] = id };
        foreach (var (name, value) in StateRules.WithoutForeignState(Table, target))
        {
            var column = RowValues.ColumnOf(Table, name);
            if (column.Type == ColumnType.PrimaryKey) continue;
            if (!column.ValidForCreate)
                throw Fault.Of(ErrorCode.InvalidArgument, $"'{Table.LogicalName}.{name}' cannot be set when a row is created; the platform fills it.");
            if (call.Kernel.RowValues.Stored(Table, column, value) is { } stored) values[name] = stored;
        }
        PlatformColumns.Create(call, Table, values);
        StateRules.Complete(Table, values, before: null);
        RowRules.Check(call.Kernel, Table, id, values);

        var row = call.Kernel.Rows.Write(Table.LogicalName, id, values);
        if (Table.LogicalName == "systemuser") PersonalSettings.Give(call.Kernel, row);
        target.Id = id;
        target[Table.PrimaryKey] = id;
        return row;
    }

    private Guid IdOf(Call call, Entity target)
    {
        var given = target.Attributes.TryGetValue(Table.PrimaryKey, out var value) && value is Guid key ? key : Guid.Empty;
        if (given != Guid.Empty && target.Id != Guid.Empty && given != target.Id)
            throw Fault.Of(ErrorCode.InvalidArgument, $"The {Table.LogicalName} to create has two ids: {target.Id} and, in '{Table.PrimaryKey}', {given}.");

        var id = target.Id != Guid.Empty ? target.Id : given;
        if (id == Guid.Empty) return call.Kernel.NewId();
        return call.Kernel.Rows.Find(Table.LogicalName, id) is null
            ? id
            : throw Fault.Of(ErrorCode.DuplicateId, $"There is a {Table.LogicalName} with the id {id} already.");
    }
}
