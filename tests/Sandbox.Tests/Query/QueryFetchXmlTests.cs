using BuyerPath.Sandbox.Tests.Support;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Tests.Query;

[Covers(Supported.FetchXmlElements, "fetch", "entity", "attribute", "all-attributes", "order", "filter", "condition", "value", "link-entity")]
public class QueryFetchXmlTests
{
    private readonly QueryScene _scene = new();

    public QueryFetchXmlTests()
    {
        var contoso = _scene.Add("account", ("name", "Contoso"), ("employees", 500));
        var fabrikam = _scene.Add("account", ("name", "Fabrikam"), ("employees", 20));
        _scene.Add("contact", ("fullname", "Contoso"), ("accountid", contoso));
        _scene.Add("opportunity", ("name", "A"), ("accountid", contoso), ("probability", 10), ("party", 1));
        _scene.Add("opportunity", ("name", "B"), ("accountid", contoso), ("probability", 20), ("note", "B"));
        _scene.Add("opportunity", ("name", "C"), ("accountid", fabrikam), ("probability", 30));
    }

    [Fact]
    public void Attributes_choose_the_columns() =>
        Assert.Equal(["opportunityid", "name", "party"], First("<fetch><entity name='opportunity'><attribute name='name'/><attribute name='party'/></entity></fetch>").Attributes.Keys);

    [Theory]
    [InlineData("<fetch><entity name='opportunity'/></fetch>")]
    [InlineData("<fetch><entity name='opportunity'><all-attributes/></entity></fetch>")]
    public void All_attributes_or_none_mean_all_columns(string xml) =>
        Assert.Equal(["opportunityid", "name", "accountid", "probability", "party"], First(xml).Attributes.Keys);

    [Fact]
    public void An_attribute_with_an_alias_comes_under_it()
    {
        var row = First("<fetch><entity name='opportunity'><attribute name='party' alias='who'/></entity></fetch>");

        var who = Assert.IsType<AliasedValue>(row["who"]);
        Assert.Equal(("opportunity", "party", new OptionSetValue(1)), (who.EntityLogicalName, who.AttributeLogicalName, who.Value));
        Assert.Equal("Customer", row.FormattedValues["who"]);
        Assert.False(row.Contains("party"));
    }

    [Fact]
    public void Orders_top_and_descending() =>
        Assert.Equal("C B", _scene.NamesOf("<fetch top='2'><entity name='opportunity'><attribute name='name'/><order attribute='probability' descending='true'/></entity></fetch>"));

    [Fact]
    public void Pages_total_and_cookie()
    {
        const string Page = "<fetch count='2' page='{0}' returntotalrecordcount='true'{1}><entity name='opportunity'><attribute name='name'/></entity></fetch>";
        var first = _scene.Fetch(string.Format(null, Page, 1, ""));
        Assert.Equal((2, true, 3), (first.Entities.Count, first.MoreRecords, first.TotalRecordCount));

        var cookie = System.Security.SecurityElement.Escape(first.PagingCookie);
        var second = _scene.Fetch(string.Format(null, Page, 2, $" paging-cookie='{cookie}'"));
        Assert.Equal(("C", false), (Assert.Single(second.Entities)["name"], second.MoreRecords));
    }

    [Fact]
    public void Distinct_rows() =>
        Assert.Equal("Contoso", _scene.NamesOf("""
            <fetch distinct='true'><entity name='account'><attribute name='name'/>
              <link-entity name='opportunity' from='accountid' to='accountid'><filter><condition attribute='probability' operator='lt' value='30'/></filter></link-entity>
            </entity></fetch>
            """));

    [Theory]
    [InlineData("and", "A")]
    [InlineData("or", "A B")]
    public void Filters_nest_and_combine(string type, string found) =>
        Assert.Equal(found, _scene.NamesOf($"""
            <fetch><entity name='opportunity'><attribute name='name'/>
              <filter type='{type}'>
                <condition attribute='name' operator='eq' value='A'/>
                <filter type='or'>
                  <condition attribute='probability' operator='in'><value>10</value><value>20</value></condition>
                </filter>
              </filter>
            </entity></fetch>
            """));

    [Fact]
    public void Several_filters_of_an_entity_must_all_accept() =>
        Assert.Equal("B", _scene.NamesOf("""
            <fetch><entity name='opportunity'><attribute name='name'/>
              <filter><condition attribute='probability' operator='gt' value='10'/></filter>
              <filter><condition attribute='probability' operator='lt' value='30'/></filter>
            </entity></fetch>
            """));

    [Fact]
    public void A_value_of_another_column() =>
        Assert.Equal("B", _scene.NamesOf("<fetch><entity name='opportunity'><attribute name='name'/><filter><condition attribute='note' operator='eq' valueof='name'/></filter></entity></fetch>"));

    [Fact]
    public void A_value_of_a_column_of_a_link() =>
        Assert.Equal("Contoso", _scene.NamesOf("""
            <fetch><entity name='contact'><attribute name='fullname'/>
              <filter><condition attribute='fullname' operator='eq' valueof='a.name'/></filter>
              <link-entity name='account' from='accountid' to='accountid' link-type='outer' alias='a'/>
            </entity></fetch>
            """));

    [Fact]
    public void Links_have_columns_filters_orders_and_links()
    {
        var rows = _scene.Fetch("""
            <fetch><entity name='contact'><attribute name='fullname'/>
              <link-entity name='account' from='accountid' to='accountid' alias='a'>
                <attribute name='name'/><attribute name='employees' alias='size'/>
                <filter><condition attribute='employees' operator='gt' value='100'/></filter>
                <link-entity name='opportunity' from='accountid' to='accountid' alias='o'>
                  <attribute name='name'/><order attribute='probability' descending='true'/>
                </link-entity>
              </link-entity>
            </entity></fetch>
            """).Entities;

        Assert.Equal(["Contoso 500 B", "Contoso 500 A"], rows.Select(row => $"{Aliased(row, "a.name")} {Aliased(row, "size")} {Aliased(row, "o.name")}"));
    }

    [Fact]
    public void A_condition_may_name_a_link() =>
        Assert.Equal("C", _scene.NamesOf("""
            <fetch><entity name='opportunity'><attribute name='name'/>
              <link-entity name='account' from='accountid' to='accountid' link-type='outer' alias='a'/>
              <filter><condition entityname='a' attribute='employees' operator='lt' value='100'/></filter>
              <order entityname='a' attribute='name'/>
            </entity></fetch>
            """));

    [Theory]
    [InlineData("any", "Contoso")]
    [InlineData("not any", "Fabrikam")]
    [InlineData("all", "Fabrikam")]
    [InlineData("not all", "Contoso")]
    public void A_filter_asks_for_related_rows(string type, string found) =>
        Assert.Equal(found, _scene.NamesOf($"""
            <fetch><entity name='account'><attribute name='name'/>
              <filter>
                <link-entity name='opportunity' from='accountid' to='accountid' link-type='{type}'>
                  <filter><condition attribute='name' operator='eq' value='A'/></filter>
                </link-entity>
              </filter>
            </entity></fetch>
            """));

    [Fact]
    public void A_filter_may_hold_several_links() =>
        Assert.Equal("Contoso Fabrikam", _scene.NamesOf("""
            <fetch><entity name='account'><attribute name='name'/>
              <filter type='or'>
                <link-entity name='contact' from='accountid' to='accountid' link-type='any'/>
                <link-entity name='contact' from='accountid' to='accountid' link-type='not any'/>
              </filter>
            </entity></fetch>
            """));

    [Theory]
    [InlineData("exists")]
    [InlineData("in")]
    public void A_link_may_only_ask_whether_there_is_a_row(string type) =>
        Assert.Equal("Contoso", _scene.NamesOf($"<fetch><entity name='account'><attribute name='name'/><link-entity name='contact' from='accountid' to='accountid' link-type='{type}'/></entity></fetch>"));

    [Fact]
    public void What_the_view_editor_adds_changes_nothing() =>
        Assert.Equal("A", _scene.NamesOf("""
            <fetch version='1.0' output-format='xml-platform' mapping='logical' no-lock='true' distinct='false'>
              <entity name='opportunity'>
                <attribute name='name'/>
                <!-- a note -->
                <link-entity name='account' from='accountid' to='accountid' visible='false' intersect='false' link-type='inner'/>
                <filter type='and' isquickfindfields='1'>
                  <condition attribute='name' operator='in' uiname='name' uitype='text' uihidden='0'><value uiname='x' uitype='y'>A</value></condition>
                </filter>
              </entity>
            </fetch>
            """));

    private Entity First(string xml) => _scene.Fetch(xml)[0];

    private static object? Aliased(Entity row, string name) => ((AliasedValue)row[name]).Value;
}
