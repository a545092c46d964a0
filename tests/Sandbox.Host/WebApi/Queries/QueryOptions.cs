namespace BuyerPath.Sandbox.Host.WebApi.Queries;

/// <summary>Query options by name. One that an address does not take is refused, never passed over.</summary>
internal static class QueryOptions
{
    public const string Select = "$select";
    public const string Expand = "$expand";
    public const string Filter = "$filter";
    public const string OrderBy = "$orderby";
    public const string Top = "$top";
    public const string Count = "$count";
    public const string SkipToken = "$skiptoken";
    public const string Apply = "$apply";
    public const string FetchXml = "fetchXml";
    public const string SavedQuery = "savedQuery";

    /// <summary>Every option that some address takes.</summary>
    public static readonly IReadOnlyList<string> All = [Select, Expand, Filter, OrderBy, Top, Count, SkipToken, Apply, FetchXml, SavedQuery];

    private static readonly HashSet<string> KnownUnsupported =
    [
        "$search", "$compute", "$format", "$deltatoken", "$id", "$levels", "$index", "$schemaversion",
        "userQuery", "sql", "tag", "partitionId", "api-version",
    ];

    /// <summary>Checks that the address has only options out of <paramref name="allowed"/>, each once, and parameters that begin with @.</summary>
    /// <exception cref="Refusal">It has another.</exception>
    /// <exception cref="NotSupportedException">It has one that Dataverse knows and the sandbox does not.</exception>
    public static void Require(HttpRequest request, params string[] allowed)
    {
        foreach (var (name, values) in request.Query)
        {
            if (KnownUnsupported.Contains(name)) throw Unsupported.Feature($"the query option {name}", "Web API address");
            if (name == "$skip") throw Refusal.Address("The query option $skip is not supported by Dataverse; follow @odata.nextLink instead.");
            if (!allowed.Contains(name) && !name.StartsWith('@')) throw Refusal.Address($"The query option '{name}' is not known here. Known are: {List(allowed)}.");
            if (values.Count > 1) throw Refusal.Address($"The query option '{name}' is there more than once.");
        }
    }

    private static string List(string[] allowed) => allowed.Length == 0 ? "none" : string.Join(", ", allowed);
}
