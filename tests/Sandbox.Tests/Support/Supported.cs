using System.Text.RegularExpressions;
using BuyerPath.Sandbox.Host.WebApi.Addresses;
using BuyerPath.Sandbox.Host.WebApi.Queries;
using BuyerPath.Sandbox.Messages;
using BuyerPath.Sandbox.Query;
using BuyerPath.Sandbox.Query.Operators;

namespace BuyerPath.Sandbox.Tests.Support;

/// <summary>What the sandbox supports, asked of the code that does it.</summary>
internal static partial class Supported
{
    public const string Messages = "Messages";
    public const string Operators = "Condition operators";
    public const string FetchXmlOperators = "Condition operators in FetchXML";
    public const string FetchXmlElements = "Elements of FetchXML";
    public const string QueryOptions = "Query options of the Web API";
    public const string QueryFunctions = "Query functions of the Web API";
    public const string Addresses = "Addresses of the Web API";

    /// <summary>Every supported item by family.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Items = new Dictionary<string, IReadOnlyList<string>>
    {
        [Messages] = Sorted(Dispatcher.Messages),
        [Operators] = Sorted(Operator.All.Keys.Select(known => known.ToString())),
        [FetchXmlOperators] = Sorted(BuyerPath.Sandbox.Query.FetchXmlOperators.All.Where(known => Operator.All.ContainsKey(known.Value)).Select(known => known.Key)),
        [FetchXmlElements] = Sorted(FetchElement.Names),
        [QueryOptions] = Sorted(BuyerPath.Sandbox.Host.WebApi.Queries.QueryOptions.All),
        [QueryFunctions] = Sorted(QueryFunction.All.Select(function => function.Name)),
        [Addresses] = Sorted(typeof(Address).Assembly.GetTypes().Where(type => type.BaseType == typeof(Address)).Select(type => WordBreak().Replace(type.Name, " ").ToLowerInvariant())),
    };

    private static IReadOnlyList<string> Sorted(IEnumerable<string> items) => [.. items.Order(StringComparer.Ordinal)];

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex WordBreak();
}
