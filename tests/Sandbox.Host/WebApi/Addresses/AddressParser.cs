using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;
using Microsoft.OData.UriParser.Aggregation;

namespace BuyerPath.Sandbox.Host.WebApi.Addresses;

/// <summary>
/// Microsoft's parser for one address. Some malformed texts (<c>$expand=$ref</c>) make it stumble instead of saying what is
/// wrong; here they become a bad request as well.
/// </summary>
internal sealed class AddressParser
{
    private readonly ODataUriParser _parser;

    public AddressParser(IEdmModel model, Uri root, Uri address) => _parser = Guard(() => new ODataUriParser(model, root, address)
    {
        Resolver = new AlternateKeysODataUriResolver(model),
        UrlKeyDelimiter = ODataUrlKeyDelimiter.Parentheses,
    });

    /// <summary>The values of parameters that begin with @; known once the option that uses them was parsed.</summary>
    public IDictionary<string, SingleValueNode> ParameterAliasNodes => _parser.ParameterAliasNodes;

    public ODataPath ParsePath() => Guard(_parser.ParsePath);

    public SelectExpandClause? ParseSelectAndExpand() => Guard(_parser.ParseSelectAndExpand);

    public FilterClause? ParseFilter() => Guard(_parser.ParseFilter);

    public OrderByClause? ParseOrderBy() => Guard(_parser.ParseOrderBy);

    public ApplyClause? ParseApply() => Guard(_parser.ParseApply);

    public long? ParseTop() => Guard(_parser.ParseTop);

    public bool? ParseCount() => Guard(_parser.ParseCount);

    public string? ParseSkipToken() => Guard(_parser.ParseSkipToken);

    private static T Guard<T>(Func<T> parse)
    {
        try
        {
            return parse();
        }
        catch (Exception stumble) when (stumble is NullReferenceException or ArgumentException or FormatException or OverflowException or InvalidOperationException and not ODataException)
        {
            throw Refusal.Address($"The address cannot be parsed: {stumble.Message}");
        }
    }
}
