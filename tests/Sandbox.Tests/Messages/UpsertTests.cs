using BuyerPath.Sandbox.Tests.Support;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace BuyerPath.Sandbox.Tests.Messages;

[Covers(Supported.Messages, "Upsert", "UpsertMultiple")]
public sealed class UpsertTests
{
    private readonly Scene _scene = new();

    [Fact]
    public void By_key_it_creates_once_with_the_key_and_then_updates_without_it()
    {
        var events = new List<string>();
        foreach (var message in new[] { "Create", "Update" })
            _scene.On(message, "smpl_region", 40, run => events.Add($"{message}: {string.Join("+", run.Target.Attributes.Keys)}"));

        var first = Upsert("North");
        var second = Upsert("Far north");

        Assert.Equal((true, false, first.Target.Id), (first.RecordCreated, second.RecordCreated, second.Target.Id));
        Assert.Equal(["Create: smpl_name+smpl_code+smpl_regionid", "Update: smpl_name"], events);

        UpsertResponse Upsert(string name) => (UpsertResponse)_scene.Service.Execute(new UpsertRequest
        {
            Target = new Entity("smpl_region", "smpl_code", "n") { ["smpl_name"] = name, ["smpl_code"] = "n" },
        });
    }

    [Fact]
    public void A_create_takes_the_key_from_how_it_was_looked_for()
    {
        var response = (UpsertResponse)_scene.Service.Execute(new UpsertRequest { Target = new Entity("smpl_region", "smpl_code", "n") });

        Assert.Equal("n", _scene.Read("smpl_region", response.Target.Id)["smpl_code"]);
    }

    [Fact]
    public void By_id_it_creates_under_that_id()
    {
        var id = Guid.NewGuid();

        var response = (UpsertResponse)_scene.Service.Execute(new UpsertRequest { Target = new Entity("smpl_region", id) });

        Assert.True(response.RecordCreated);
        Assert.NotNull(_scene.Organization.Rows.Find("smpl_region", id));
    }

    [Fact]
    public void Many_rows_are_created_and_updated_in_one_transaction()
    {
        var events = new List<string>();
        _scene.On("CreateMultiple", "smpl_region", 40, run => events.Add($"create {run.Targets.Count}"));
        _scene.On("UpdateMultiple", "smpl_region", 40, run => events.Add($"update {run.Targets.Count}"));
        var known = _scene.Region("known", "K");
        events.Clear();

        var response = _scene.Service.Execute(new UpsertMultipleRequest
        {
            Targets = new EntityCollection([new Entity("smpl_region", "smpl_code", "A"), new Entity("smpl_region", "smpl_code", "K") { ["smpl_name"] = "new" }, new Entity("smpl_region", "smpl_code", "B")]),
        });

        Assert.Equal(["create 2", "update 1"], events);
        var results = (UpsertResponse[])response["Results"];
        Assert.Equal([true, false, true], results.Select(result => result.RecordCreated));
        Assert.Equal(known, results[1].Target.Id);
    }

    [Fact]
    public void The_same_new_key_twice_in_one_request_is_refused()
    {
        var code = Scene.CodeOf(() => _scene.Service.Execute(new UpsertMultipleRequest
        {
            Targets = new EntityCollection([new Entity("smpl_region", "smpl_code", "A"), new Entity("smpl_region", "smpl_code", "A")]),
        }));

        Assert.Equal(ErrorCode.DuplicateKey, code);
        Assert.Equal(0, _scene.Count("smpl_region"));
    }
}
