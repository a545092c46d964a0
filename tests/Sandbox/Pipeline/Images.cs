using BuyerPath.Sandbox.Conversion;
using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Store;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Pipeline;

/// <summary>The copies of rows that a step has asked for: only its columns, and none where there is no row.</summary>
internal static class Images
{
    public static EntityImageCollection[] Before(Step step, MessageEvent e, Values values) =>
        [.. e.Before.Select(row => Of(step.Images.Where(image => image.IsPre), row, values))];

    public static EntityImageCollection[] After(Step step, MessageEvent e, Values values) =>
        [.. e.After.Select(row => Of(step.Images.Where(image => image.IsPost), row, values))];

    private static EntityImageCollection Of(IEnumerable<StepImage> images, Row? row, Values values)
    {
        var collection = new EntityImageCollection();
        if (row is null) return collection;
        foreach (var image in images)
            collection[image.Alias] = values.ToEntity(row, image.Columns.Count > 0 ? image.Columns : null);
        return collection;
    }
}
