using BuyerPath.Sandbox.Conversion;
using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Messages;

/// <summary>Reads a row by its id or an alternate key.</summary>
internal static class Retrieve
{
    public static OrganizationResponse Execute(Call call, OrganizationRequest request)
    {
        request.Only("Target", "ColumnSet");
        var target = request.Required<EntityReference>("Target");
        var table = call.Kernel.RowValues.TableOf(target.LogicalName);
        var columns = ColumnsOf(table, request.Required<ColumnSet>("ColumnSet"));

        var outputs = SingleEvent.Run(call, request, "Retrieve", table.LogicalName, target.Id, (inner, e) =>
        {
            var row = inner.Kernel.RowValues.Existing(table, target.Id, target.KeyAttributes);
            e.Outputs["BusinessEntity"] = inner.Kernel.ValuesIn(inner.Language).ToEntity(row, columns);
        });
        return new RetrieveResponse { ["Entity"] = outputs["BusinessEntity"] };
    }

    /// <summary>The columns asked for and the primary key, which always comes along; null for all.</summary>
    private static IReadOnlyCollection<string>? ColumnsOf(Table table, ColumnSet set) =>
        set.AllColumns ? null : [.. set.Columns.Select(name => RowValues.ColumnOf(table, name).LogicalName).Append(table.PrimaryKey).Distinct()];
}
