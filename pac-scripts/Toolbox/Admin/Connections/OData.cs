namespace BuyerPath.Toolbox.Admin.Connections;

/// <summary>Values as addresses of the Web API write them.</summary>
internal static class OData
{
    /// <summary>A text in quotes, safe inside a filter.</summary>
    public static string Quoted(string text) => $"'{Uri.EscapeDataString(text.Replace("'", "''", StringComparison.Ordinal))}'";
}
