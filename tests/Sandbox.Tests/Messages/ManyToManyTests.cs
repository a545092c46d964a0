using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Tests.Messages;

/// <summary>Visits and their guests: the relationship smpl_visit_guest.</summary>
public sealed class ManyToManyTests
{
    private static readonly Relationship Guests = new("smpl_visit_guest");

    private readonly Scene _scene = new();

    [Fact]
    public void Rows_are_associated_from_either_side()
    {
        var visit = _scene.Visit();
        var (ann, ben) = (Contact("Ann"), Contact("Ben"));

        _scene.Service.Associate("smpl_visit", visit, Guests, Contacts(ann));
        _scene.Service.Associate("contact", ben, Guests, [new EntityReference("smpl_visit", visit)]);

        Assert.Equal([ann, ben], GuestsOf(visit));
    }

    [Fact]
    public void Twice_is_refused_and_nothing_of_that_request_stays()
    {
        var visit = _scene.Visit();
        var (ann, ben) = (Contact("Ann"), Contact("Ben"));
        _scene.Service.Associate("smpl_visit", visit, Guests, Contacts(ann));

        Assert.Equal(ErrorCode.DuplicateId, Scene.CodeOf(() => _scene.Service.Associate("smpl_visit", visit, Guests, Contacts(ben, ann))));

        Assert.Equal([ann], GuestsOf(visit));
    }

    [Fact]
    public void What_is_parted_is_gone_and_parting_strangers_changes_nothing()
    {
        var visit = _scene.Visit();
        var (ann, ben) = (Contact("Ann"), Contact("Ben"));
        _scene.Service.Associate("smpl_visit", visit, Guests, Contacts(ann));

        _scene.Service.Disassociate("smpl_visit", visit, Guests, Contacts(ben));
        Assert.Equal([ann], GuestsOf(visit));

        _scene.Service.Disassociate("smpl_visit", visit, Guests, Contacts(ann));
        Assert.Empty(GuestsOf(visit));
    }

    [Theory]
    [InlineData("smpl_visit")]
    [InlineData("contact")]
    public void A_row_takes_its_links_along_when_it_is_deleted(string table)
    {
        var (visit, ann) = (_scene.Visit(), Contact("Ann"));
        _scene.Service.Associate("smpl_visit", visit, Guests, Contacts(ann));

        _scene.Service.Delete(table, table == "contact" ? ann : visit);

        Assert.Equal(0, _scene.Count("smpl_visit_guest"));
    }

    [Fact]
    public void Steps_of_the_message_run_and_can_refuse()
    {
        var targets = new List<string>();
        _scene.On("Associate", null, 20, run => targets.Add(((EntityReference)run.Context.InputParameters["Target"]).LogicalName));
        _scene.On("Associate", null, 40, _ => throw new InvalidPluginExecutionException("No."));
        var (visit, ann) = (_scene.Visit(), Contact("Ann"));

        Assert.Equal(ErrorCode.PluginRefused, Scene.CodeOf(() => _scene.Service.Associate("smpl_visit", visit, Guests, Contacts(ann))));

        Assert.Equal(["smpl_visit"], targets);
        Assert.Empty(GuestsOf(visit));
    }

    [Fact]
    public void FetchXML_finds_through_the_intersect_table()
    {
        var (visit, ann) = (_scene.Visit("with Ann"), Contact("Ann"));
        _scene.Visit("alone");
        _scene.Service.Associate("smpl_visit", visit, Guests, Contacts(ann));

        var found = _scene.Service.RetrieveMultiple(new FetchExpression($"""
            <fetch>
              <entity name="smpl_visit">
                <attribute name="smpl_subject" />
                <link-entity name="smpl_visit_guest" from="smpl_visitid" to="smpl_visitid" intersect="true">
                  <link-entity name="contact" from="contactid" to="contactid" alias="guest">
                    <attribute name="lastname" />
                    <filter><condition attribute="contactid" operator="eq" value="{ann}" /></filter>
                  </link-entity>
                </link-entity>
              </entity>
            </fetch>
            """)).Entities;

        Assert.Equal(("with Ann", "Ann"), (Assert.Single(found)["smpl_subject"], found[0].GetAttributeValue<AliasedValue>("guest.lastname").Value));
    }

    [Fact]
    public void The_rows_in_between_cannot_be_written_directly()
    {
        var (visit, ann) = (_scene.Visit(), Contact("Ann"));
        _scene.Service.Associate("smpl_visit", visit, Guests, Contacts(ann));
        var row = _scene.Organization.Rows.All("smpl_visit_guest").Single().Id;

        Assert.Equal(ErrorCode.NotSupportedByTable, Scene.CodeOf(() => _scene.Service.Create(new Entity("smpl_visit_guest"))));
        Assert.Equal(ErrorCode.NotSupportedByTable, Scene.CodeOf(() => _scene.Service.Update(new Entity("smpl_visit_guest", row))));
        Assert.Equal(ErrorCode.NotSupportedByTable, Scene.CodeOf(() => _scene.Service.Delete("smpl_visit_guest", row)));
    }

    [Fact]
    public void Rows_of_other_tables_and_rows_that_are_not_there_are_refused()
    {
        var visit = _scene.Visit();

        Assert.Equal(ErrorCode.InvalidArgument, Scene.CodeOf(() => _scene.Service.Associate("smpl_visit", visit, Guests, [new EntityReference("smpl_region", _scene.Region())])));
        Assert.Equal(ErrorCode.RowNotFound, Scene.CodeOf(() => _scene.Service.Associate("smpl_visit", visit, Guests, Contacts(Guid.NewGuid()))));
    }

    [Fact]
    public void It_takes_append_on_both_rows()
    {
        var visitor = _scene.Organization.ServiceFor(_scene.User(Seed.BusinessUnitId, "Ann", "Visitor"));
        var visit = visitor.Create(new Entity("smpl_visit"));

        var fault = Scene.FaultOf(() => visitor.Associate("smpl_visit", visit, Guests, Contacts(Contact("Ben"))));

        Assert.Equal(ErrorCode.PrivilegeMissing, fault.ErrorCode);
        Assert.Contains("prvAppendContact", fault.Message, StringComparison.Ordinal);
    }

    private Guid Contact(string name) => _scene.Service.Create(new Entity("contact") { ["lastname"] = name });

    private static EntityReferenceCollection Contacts(params Guid[] ids) => new([.. ids.Select(id => new EntityReference("contact", id))]);

    private IEnumerable<Guid> GuestsOf(Guid visit)
    {
        var query = new QueryExpression("smpl_visit_guest") { ColumnSet = new ColumnSet("contactid") };
        query.Criteria.AddCondition("smpl_visitid", ConditionOperator.Equal, visit);
        return _scene.Service.RetrieveMultiple(query).Entities.Select(row => row.GetAttributeValue<Guid>("contactid"));
    }
}
