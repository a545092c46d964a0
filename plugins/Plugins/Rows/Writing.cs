using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins.Rows;

/// <summary>Writing no more than what changed.</summary>
internal static class Writing
{
    /// <summary>Writes those of the columns whose value differs from what is stored; nothing if none does.</summary>
    public static void UpdateChanged(this IOrganizationService data, Entity stored, IEnumerable<KeyValuePair<string, object?>> columns)
    {
        var row = new Entity(stored.LogicalName, stored.Id);
        foreach (var column in columns)
            if (!Equals(stored.GetAttributeValue<object>(column.Key), column.Value))
                row[column.Key] = column.Value;
        if (row.Attributes.Count > 0) data.Update(row);
    }
}
