using BuyerPath.Sandbox.Store;
using BuyerPath.Sandbox.Tests.Support;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Tests.Messages;

[Covers(Supported.Messages, "Create")]
public sealed class CreateTests
{
    private readonly Scene _scene = new();

    [Fact]
    public void The_platform_fills_in_who_when_owner_number_defaults_and_state()
    {
        var visit = _scene.Read("smpl_visit", _scene.Visit());

        Assert.Equal(Scene.Start.UtcDateTime, visit["createdon"]);
        Assert.Equal(DateTimeKind.Utc, visit.GetAttributeValue<DateTime>("modifiedon").Kind);
        Assert.Equal(_scene.Me, visit.GetAttributeValue<EntityReference>("createdby").Id);
        Assert.Equal("Sandbox Seller", visit.GetAttributeValue<EntityReference>("ownerid").Name);
        Assert.Equal(_scene.Me, visit.GetAttributeValue<EntityReference>("owninguser").Id);
        Assert.Equal("V-001000", visit["smpl_number"]);
        Assert.Equal(new OptionSetValue(712340001), visit["smpl_outcome"]);
        Assert.False(visit.GetAttributeValue<bool>("smpl_isremote"));
        Assert.Equal((0, 1), (Option(visit, "statecode"), Option(visit, "statuscode")));
        Assert.Equal(visit["versionnumber"].ToString(), visit.RowVersion);
    }

    [Fact]
    public void Numbers_go_on_and_a_given_number_is_kept()
    {
        _scene.Visit();
        var given = _scene.Service.Create(new Entity("smpl_visit") { ["smpl_number"] = "own" });

        Assert.Equal("own", _scene.Read("smpl_visit", given)["smpl_number"]);
        Assert.Equal("V-001001", _scene.Read("smpl_visit", _scene.Visit())["smpl_number"]);
    }

    [Fact]
    public void A_state_other_than_the_first_is_ignored()
    {
        var id = _scene.Service.Create(new Entity("smpl_visit") { ["statecode"] = new OptionSetValue(1), ["statuscode"] = new OptionSetValue(2) });

        var visit = _scene.Read("smpl_visit", id);
        Assert.Equal((0, 1), (Option(visit, "statecode"), Option(visit, "statuscode")));
    }

    [Fact]
    public void A_status_of_the_first_state_is_taken()
    {
        var id = _scene.Service.Create(new Entity("smpl_visit") { ["statuscode"] = new OptionSetValue(712340000) });

        Assert.Equal(712340000, Option(_scene.Read("smpl_visit", id), "statuscode"));
    }

    [Fact]
    public void A_migrated_row_shows_its_own_time_of_creation()
    {
        var longAgo = new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc);

        var visit = _scene.Read("smpl_visit", _scene.Service.Create(new Entity("smpl_visit") { ["overriddencreatedon"] = longAgo }));

        Assert.Equal((longAgo, Scene.Start.UtcDateTime), (visit["createdon"], visit["overriddencreatedon"]));
    }

    [Fact]
    public void The_id_may_be_given_as_id_or_as_key_column_but_not_as_two()
    {
        var (one, two) = (Guid.NewGuid(), Guid.NewGuid());

        Assert.Equal(one, _scene.Service.Create(new Entity("smpl_visit", one)));
        Assert.Equal(two, _scene.Service.Create(new Entity("smpl_visit") { ["smpl_visitid"] = two }));
        Assert.Equal(ErrorCode.InvalidArgument, Scene.CodeOf(() => _scene.Service.Create(new Entity("smpl_visit", Guid.NewGuid()) { ["smpl_visitid"] = Guid.NewGuid() })));
        Assert.Equal(ErrorCode.DuplicateId, Scene.CodeOf(() => _scene.Service.Create(new Entity("smpl_visit", one))));
    }

    [Fact]
    public void An_alternate_key_is_unique_without_regard_to_case_and_does_not_bind_a_row_without_value()
    {
        _scene.Region(code: "N");
        _scene.Region(code: null);
        _scene.Region(code: null);

        var fault = Scene.FaultOf(() => _scene.Region(code: "n"));

        Assert.Equal(ErrorCode.DuplicateKey, fault.ErrorCode);
        Assert.Contains("smpl_code", fault.Message);
        Assert.Equal(3, _scene.Count("smpl_region"));
    }

    [Fact]
    public void A_column_that_the_platform_fills_cannot_be_set() =>
        Assert.Equal(ErrorCode.InvalidArgument, Scene.CodeOf(() => _scene.Service.Create(new Entity("smpl_visit") { ["createdon"] = DateTime.UtcNow })));

    [Fact]
    public void What_the_platform_requires_must_be_there() =>
        Assert.Contains("businessunitid", Scene.FaultOf(() => _scene.Service.Create(new Entity("systemuser") { ["lastname"] = "N" })).Message);

    [Fact]
    public void A_full_name_is_joined_from_its_parts()
    {
        var id = _scene.Service.Create(new Entity("contact") { ["firstname"] = "Aino", ["lastname"] = "Ahola" });
        Assert.Equal("Aino Ahola", _scene.Read("contact", id)["fullname"]);

        _scene.Service.Update(new Entity("contact", id) { ["firstname"] = null });
        Assert.Equal("Ahola", _scene.Read("contact", id)["fullname"]);
    }

    [Fact]
    public void Money_comes_with_its_amount_in_the_base_currency()
    {
        var id = _scene.Service.Create(new Entity("smpl_visit") { ["smpl_fee"] = new Money(12.345m) });

        var visit = _scene.Read("smpl_visit", id);
        Assert.Equal((12.35m, 12.35m), (visit.GetAttributeValue<Money>("smpl_fee").Value, visit.GetAttributeValue<Money>("smpl_fee_base").Value));
        Assert.Equal("Euro", visit.GetAttributeValue<EntityReference>("transactioncurrencyid").Name);
    }

    [Fact]
    public void Another_currency_is_refused()
    {
        var dollar = _scene.Service.Create(new Entity("transactioncurrency")
        {
            ["currencyname"] = "US Dollar", ["isocurrencycode"] = "USD", ["currencysymbol"] = "$", ["currencyprecision"] = 2, ["exchangerate"] = 1.1m,
        });

        Assert.Throws<UnsupportedException>(() =>
            _scene.Service.Create(new Entity("smpl_visit") { ["transactioncurrencyid"] = new EntityReference("transactioncurrency", dollar) }));
    }

    [Fact]
    public void A_row_of_the_organization_has_no_owner()
    {
        var row = _scene.Organization.Rows.Find("smpl_region", _scene.Region())!;

        Assert.IsType<Reference>(row["organizationid"]);
        Assert.Null(row["ownerid"]);
    }

    private static int Option(Entity entity, string column) => entity.GetAttributeValue<OptionSetValue>(column).Value;
}
