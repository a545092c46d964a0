using BuyerPath.Sandbox.Query;

namespace BuyerPath.Sandbox.Tests.Query;

/// <summary>Nothing in a FetchXML query is passed over: what is not known is refused by name, what is wrong is a fault.</summary>
public class QueryFetchXmlRefusalTests
{
    private readonly QueryScene _scene = new();

    [Theory]
    [InlineData("<search/>", "the element <search> of FetchXML (root)")]
    [InlineData("<fetch xmlns='urn:x'/>", "the element <{urn:x}fetch> of FetchXML (root)")]
    [InlineData("<fetch latematerialize='true'><entity name='account'/></fetch>", "the attribute 'latematerialize' of FetchXML (<fetch>)")]
    [InlineData("<fetch datasource='retained'><entity name='account'/></fetch>", "the attribute 'datasource' of FetchXML (<fetch>)")]
    [InlineData("<fetch useraworderby='true'><entity name='account'/></fetch>", "the attribute 'useraworderby' of FetchXML (<fetch>)")]
    [InlineData("<fetch mapping='internal'><entity name='account'/></fetch>", "mapping='internal' of FetchXML (<fetch>)")]
    [InlineData("<fetch output-format='xml-ado'><entity name='account'/></fetch>", "output-format='xml-ado' of FetchXML (<fetch>)")]
    [InlineData("<fetch><entity name='account' enableprefiltering='1'/></fetch>", "the attribute 'enableprefiltering' of FetchXML (<entity>)")]
    [InlineData("<fetch><entity name='account'><no-attrs/></entity></fetch>", "the element <no-attrs> of FetchXML (<entity>)")]
    [InlineData("<fetch><entity name='account'><attribute name='name' rowaggregate='CountChildren'/></entity></fetch>", "the attribute 'rowaggregate' of FetchXML (<attribute>)")]
    [InlineData("<fetch><entity name='account'><filter hint='union'/></entity></fetch>", "the attribute 'hint' of FetchXML (<filter>)")]
    [InlineData("<fetch><entity name='account'><filter type='xor'/></entity></fetch>", "type='xor' of FetchXML (<filter>)")]
    [InlineData("<fetch><entity name='account'><filter><order/></filter></entity></fetch>", "the element <order> of FetchXML (<filter>)")]
    [InlineData("<fetch><entity name='account'><filter><condition attribute='name' operator='eq' aggregate='sum'/></filter></entity></fetch>", "the attribute 'aggregate' of FetchXML (<condition>)")]
    [InlineData("<fetch><entity name='account'><link-entity name='contact' from='accountid' to='accountid' link-type='cross'/></entity></fetch>", "link-type='cross' of FetchXML (<link-entity>)")]
    [InlineData("<fetch><entity name='account'><link-entity name='contact' from='accountid' to='accountid' link-type='natural'/></entity></fetch>", "the link type Natural (link to contact)")]
    [InlineData("<fetch aggregate='true'><entity name='account'><attribute name='name' alias='n' aggregate='median'/></entity></fetch>", "aggregate='median' of FetchXML (<attribute>)")]
    [InlineData("<fetch aggregate='true'><entity name='opportunity'><attribute name='closedon' alias='n' groupby='true' dategrouping='fiscal-year'/></entity></fetch>", "dategrouping='fiscal-year' of FetchXML (<attribute>)")]
    public void What_is_not_known_is_refused_by_name(string xml, string named) =>
        Assert.Equal($"The sandbox does not support {named}.", _scene.RefusalOf(xml));

    [Theory]
    [InlineData("<fetch/>", 0x8004111Cu, "<fetch> must have exactly one <entity>.")]
    [InlineData("<fetch><entity name='account'/><entity name='account'/></fetch>", 0x8004111Cu, "<fetch> must have exactly one <entity>.")]
    [InlineData("<fetch><entity/></fetch>", 0x8004111Cu, "<entity> needs the attribute 'name'.")]
    [InlineData("<fetch><entity name='acount'/></fetch>", 0x80041102u, "There is no table 'acount'.")]
    [InlineData("<fetch><entity name='account'><attribute name='nane'/></entity></fetch>", 0x80041103u, "The stand-in of account has no column 'nane'.")]
    [InlineData("<fetch><entity name='account'><attribute name='nane' alias='n'/></entity></fetch>", 0x80041103u, "The stand-in of account has no column 'nane'.")]
    [InlineData("<fetch><entity name='account'><attribute name='name' alias='n'/><attribute name='city' alias='n'/></entity></fetch>", 0x80041109u, "The answer would have two columns called 'n'.")]
    [InlineData("<fetch distinct='maybe'><entity name='account'/></fetch>", 0x8004111Cu, "The attribute 'distinct' of <fetch> is true or false, not 'maybe'.")]
    [InlineData("<fetch top='0'><entity name='account'/></fetch>", 0x8004110Cu, "The attribute 'top' of <fetch> is a number above 0, not '0'.")]
    [InlineData("<fetch count='-5'><entity name='account'/></fetch>", 0x8004110Cu, "The attribute 'count' of <fetch> is a number above 0, not '-5'.")]
    [InlineData("<fetch page='two'><entity name='account'/></fetch>", 0x8004110Cu, "The attribute 'page' of <fetch> is a number above 0, not 'two'.")]
    [InlineData("<fetch top='5' page='1'><entity name='account'/></fetch>", 0x8004110Cu, "A query takes either a top or pages, not both.")]
    [InlineData("<fetch><entity name='account'><order/></entity></fetch>", 0x8004111Cu, "<order> needs the attribute 'attribute'.")]
    [InlineData("<fetch><entity name='account'><link-entity name='contact' to='accountid'/></entity></fetch>", 0x8004111Cu, "<link-entity> needs the attribute 'from'.")]
    [InlineData("<fetch><entity name='account'><filter><condition attribute='name' operator='is' value='x'/></filter></entity></fetch>", 0x80041120u, "There is no operator 'is'.")]
    [InlineData("<fetch><entity name='account'><filter><condition operator='null'/></filter></entity></fetch>", 0x8004111Cu, "<condition> needs the attribute 'attribute'.")]
    [InlineData("<fetch><entity name='account'><filter><condition attribute='name' operator='eq' value='x' valueof='city'/></filter></entity></fetch>", 0x8004111Cu, "A condition has either a value or a valueof.")]
    [InlineData("<fetch><entity name='account'><filter><link-entity name='contact' from='accountid' to='accountid'/></filter></entity></fetch>", 0x80041121u, "The link type Inner (to contact) does not belong inside a filter.")]
    [InlineData("<fetch><entity name='account'><filter><link-entity name='contact' from='accountid' to='accountid' link-type='any'><attribute name='fullname' alias='n'/></link-entity></filter></entity></fetch>", 0x80041121u, "The link Any to contact adds no rows, so it has no columns to ask for.")]
    [InlineData("<fetch aggregatelimit='5'><entity name='account'/></fetch>", 0x80041107u, "aggregatelimit belongs to aggregate queries only.")]
    [InlineData("<fetch><entity name='account'><attribute name='name' groupby='true'/></entity></fetch>", 0x80041107u, "The attribute 'name' says groupby, but the query is not an aggregate one.")]
    public void What_is_wrong_is_a_fault_that_names_it(string xml, uint code, string sentence) =>
        Assert.Equal((code, sentence), _scene.FaultOf(xml));

    [Theory]
    [InlineData("")]
    [InlineData("fetch")]
    [InlineData("<fetch>")]
    public void What_is_not_XML_is_a_fault(string xml) => AssertUnreadable(xml);

    [Fact]
    public void A_query_without_XML_is_a_fault() => AssertUnreadable(null);

    [Theory]
    [InlineData("'account'")]
    [InlineData("SYSTEM 'file:///etc/hostname'")]
    public void A_document_type_is_a_fault(string entity) =>
        AssertUnreadable($"<!DOCTYPE fetch [<!ENTITY x {entity}>]><fetch><entity name='&x;'/></fetch>");

    [Fact]
    public void XML_that_is_too_deep_is_a_fault()
    {
        AssertUnreadable(Nested(100_000));
        Assert.StartsWith("The filter is nested more than 50", _scene.FaultOf(Nested(SafeXml.MostLevels - 3)).Sentence, StringComparison.Ordinal);
        Assert.Empty(_scene.Fetch(Nested(40)).Entities);
    }

    [Fact]
    public void XML_that_is_too_long_is_a_fault() =>
        AssertUnreadable($"<fetch><entity name='{new string('x', SafeXml.MostCharacters)}'/></fetch>");

    private void AssertUnreadable(string? xml)
    {
        var (code, sentence) = _scene.FaultOf(xml!);
        Assert.Equal(0x8004111Cu, code);
        Assert.StartsWith("The FetchXML cannot be read: ", sentence, StringComparison.Ordinal);
    }

    private static string Nested(int filters) =>
        "<fetch><entity name='account'>" + string.Concat(Enumerable.Repeat("<filter>", filters))
        + "<condition attribute='name' operator='null'/>"
        + string.Concat(Enumerable.Repeat("</filter>", filters)) + "</entity></fetch>";
}
