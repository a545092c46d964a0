using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Tests.Support;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace BuyerPath.Sandbox.Tests.Pipeline;

/// <summary>The single and the multiple message of a save are one pipeline.</summary>
[Covers(Supported.Messages, "CreateMultiple", "UpdateMultiple")]
public sealed class MergedMessageTests
{
    private readonly Scene _scene = new();

    [Fact]
    public void Single_steps_run_for_each_row_of_many_and_multiple_steps_for_a_single_row()
    {
        var single = new List<object>();
        var multiple = new List<int>();
        _scene.On("Create", "smpl_visit", 40, run => single.Add(run.Target["smpl_subject"]));
        _scene.On("CreateMultiple", "smpl_visit", 40, run => multiple.Add(run.Targets.Count));

        Create("a", "b");
        _scene.Visit("c");

        Assert.Equal(["a", "b", "c"], single);
        Assert.Equal([2, 1], multiple);
    }

    [Fact]
    public void Both_kinds_change_the_same_targets()
    {
        _scene.On("Create", "smpl_visit", 20, run => run.Target["smpl_subject"] += "1", Rank(1));
        _scene.On("CreateMultiple", "smpl_visit", 20, run => run.Targets[0]["smpl_subject"] += "2", Rank(2));
        _scene.On("Create", "smpl_visit", 20, run => run.Context.InputParameters["Target"] = new Entity("smpl_visit") { ["smpl_subject"] = run.Target["smpl_subject"] + "3" }, Rank(3));
        _scene.On("CreateMultiple", "smpl_visit", 20, run => run.Targets[0]["smpl_subject"] += "4", Rank(4));

        var visit = _scene.Visit("0");

        Assert.Equal("01234", _scene.Read("smpl_visit", visit)["smpl_subject"]);
    }

    [Fact]
    public void After_the_operation_the_targets_and_outputs_have_the_ids()
    {
        var ids = new List<Guid>();
        _scene.On("CreateMultiple", "smpl_visit", 40, run => ids.AddRange([.. run.Targets.Select(target => target.Id), .. (Guid[])run.Context.OutputParameters["Ids"]]));
        _scene.On("Create", "smpl_visit", 40, run => ids.AddRange([(Guid)run.Target["smpl_visitid"], (Guid)run.Context.OutputParameters["id"], run.Context.PrimaryEntityId]));

        var visit = _scene.Visit();

        Assert.Equal(Enumerable.Repeat(visit, 5), ids);
    }

    [Fact]
    public void A_filtered_multiple_step_runs_when_any_row_has_the_column()
    {
        var runs = 0;
        _scene.On("UpdateMultiple", "smpl_visit", 40, run => runs += run.Targets.Count, step => step with { FilteringColumns = ["smpl_notes"] });
        var (a, b) = (_scene.Visit("a"), _scene.Visit("b"));

        _scene.Service.Execute(new UpdateMultipleRequest
        {
            Targets = new EntityCollection([new Entity("smpl_visit", a) { ["smpl_minutes"] = 1 }, new Entity("smpl_visit", b) { ["smpl_notes"] = "n" }]),
        });
        _scene.Set(a, "smpl_minutes", 2);

        Assert.Equal(2, runs);
    }

    [Fact]
    public void Many_rows_are_saved_all_or_none()
    {
        _scene.Region(code: "N");

        var code = Scene.CodeOf(() => _scene.Service.Execute(new CreateMultipleRequest
        {
            Targets = new EntityCollection([new Entity("smpl_region") { ["smpl_code"] = "S" }, new Entity("smpl_region") { ["smpl_code"] = "n" }]),
        }));

        Assert.Equal(ErrorCode.DuplicateKey, code);
        Assert.Equal(1, _scene.Count("smpl_region"));
    }

    [Fact]
    public void Rows_of_two_tables_or_none_are_refused()
    {
        var mixed = new EntityCollection([new Entity("smpl_region"), new Entity("smpl_visit")]);

        Assert.Equal(ErrorCode.InvalidArgument, Scene.CodeOf(() => _scene.Service.Execute(new CreateMultipleRequest { Targets = mixed })));
        Assert.Equal(ErrorCode.InvalidArgument, Scene.CodeOf(() => _scene.Service.Execute(new CreateMultipleRequest { Targets = new EntityCollection() })));
    }

    private void Create(params string[] subjects) => _scene.Service.Execute(new CreateMultipleRequest
    {
        Targets = new EntityCollection([.. subjects.Select(subject => new Entity("smpl_visit") { ["smpl_subject"] = subject })]),
    });

    private static Func<Step, Step> Rank(int rank) => step => step with { Rank = rank };
}
