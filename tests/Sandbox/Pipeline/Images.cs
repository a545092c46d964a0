using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Query;
using BuyerPath.Sandbox.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Pipeline;

/// <summary>The copies of rows that a step has asked for: only its columns, and none where there is no row.</summary>
internal static class Images
{
    public static EntityImageCollection[] Before(Call call, Step step, MessageEvent e) =>
        [.. e.Before.Select(row => Of(call, step.Images.Where(image => image.IsPre), row))];

    public static EntityImageCollection[] After(Call call, Step step, MessageEvent e) =>
        [.. e.After.Select(row => Of(call, step.Images.Where(image => image.IsPost), row))];

    private static EntityImageCollection Of(Call call, IEnumerable<StepImage> images, Row? row)
    {
        var collection = new EntityImageCollection();
        if (row is null) return collection;
        foreach (var image in images) collection[image.Alias] = EntityOf(call, image, row);
        return collection;
    }

    private static Entity EntityOf(Call call, StepImage image, Row row)
    {
        var table = call.Kernel.Model.Tables[row.Table];
        var columns = image.Columns.Count > 0 ? new ColumnSet([.. image.Columns]) : new ColumnSet(true);
        var entity = QueryExecutor.EntityOf(row, table, columns, call.Kernel.ValuesIn(call.Language));
        if (!columns.AllColumns && !image.Columns.Contains(table.PrimaryKey)) entity.Attributes.Remove(table.PrimaryKey);
        return entity;
    }
}
