using System.Text.Json;

namespace BuyerPath.Toolbox.Admin.Connections;

/// <summary>Columns of a row that the Web API has written as JSON.</summary>
internal static class JsonRows
{
    /// <summary>A text, an id or a date; null when the column is empty.</summary>
    public static string? Text(this JsonElement row, string column) => row.GetProperty(column).GetString();

    /// <summary>A number or a choice that is never empty.</summary>
    public static int Number(this JsonElement row, string column) => row.GetProperty(column).GetInt32();
}
