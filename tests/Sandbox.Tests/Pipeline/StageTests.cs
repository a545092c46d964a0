using BuyerPath.Sandbox.Loading;
using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Pipeline;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Tests.Pipeline;

public sealed class StageTests
{
    private readonly Scene _scene = new();

    [Fact]
    public void Steps_run_by_stage_then_rank_then_registration_and_change_what_is_stored()
    {
        void Append(int stage, int rank, string text) => _scene.On("Create", "smpl_visit", stage,
            run => run.Target["smpl_subject"] = (string)run.Target["smpl_subject"] + text, step => step with { Rank = rank });
        Append(20, 2, "4");
        Append(20, 1, "2");
        Append(10, 9, "1");
        Append(20, 1, "3");
        Append(40, 1, "too late");

        var visit = _scene.Visit("0");

        Assert.Equal("01234", _scene.Read("smpl_visit", visit)["smpl_subject"]);
    }

    [Fact]
    public void The_callers_entity_stays_as_it_is()
    {
        _scene.On("Create", "smpl_visit", 20, run => run.Target["smpl_subject"] = "changed");
        var entity = new Entity("smpl_visit") { ["smpl_subject"] = "own" };

        _scene.Service.Create(entity);

        Assert.Equal("own", entity["smpl_subject"]);
        Assert.Equal(Guid.Empty, entity.Id);
    }

    [Fact]
    public void What_a_plugin_read_is_a_copy_and_not_the_row()
    {
        var visit = _scene.Visit("stored");

        _scene.Read("smpl_visit", visit)["smpl_subject"] = "changed";

        Assert.Equal("stored", _scene.Read("smpl_visit", visit)["smpl_subject"]);
    }

    [Fact]
    public void Depth_grows_with_every_plugin_and_ends_after_eight()
    {
        var deepest = 0;
        _scene.On("Update", "smpl_visit", 40, run =>
        {
            deepest = Math.Max(deepest, run.Context.Depth);
            run.Service.Update(new Entity("smpl_visit", run.Target.Id) { ["smpl_minutes"] = run.Context.Depth });
        });
        var visit = _scene.Visit();

        var fault = Scene.FaultOf(() => _scene.Set(visit, "smpl_minutes", 0));

        Assert.Equal(8, deepest);
        Assert.Equal(ErrorCode.TooDeep, Innermost(fault).ErrorCode);
        Assert.Contains("8 levels", Innermost(fault).Message, StringComparison.Ordinal);
        Assert.False(_scene.Read("smpl_visit", visit).Contains("smpl_minutes"));
    }

    [Theory]
    [InlineData("Update")]
    [InlineData("Delete")]
    public void Stage_40_shares_with_20_directly_and_with_10_through_the_parent(string message)
    {
        var seen = "";
        _scene.On(message, "smpl_visit", 10, run => run.Context.SharedVariables["x"] = "from 10");
        _scene.On(message, "smpl_visit", 20, run => run.Context.SharedVariables["y"] = "from 20");
        _scene.On(message, "smpl_visit", 40, run => seen =
            $"{run.Context.SharedVariables["y"]}, {run.Context.ParentContext.SharedVariables["x"]}, {run.Context.SharedVariables.Contains("x")}");
        var visit = _scene.Visit();

        if (message == "Update") _scene.Set(visit, "smpl_subject", "new");
        else _scene.Service.Delete("smpl_visit", visit);

        Assert.Equal("from 20, from 10, False", seen);
    }

    [Fact]
    public void A_callers_tag_is_among_the_shared_variables()
    {
        object? tag = null;
        _scene.On("Create", "smpl_visit", 20, run => tag = run.Context.SharedVariables["tag"]);

        _scene.Execute("Create", ("Target", new Entity("smpl_visit")), ("tag", "import"));

        Assert.Equal("import", tag);
    }

    [Fact]
    public void Columns_in_the_target_decide_whether_a_filtered_step_runs_and_not_whether_they_changed()
    {
        var runs = 0;
        _scene.On("Update", "smpl_visit", 40, _ => runs++, step => step with { FilteringColumns = ["smpl_subject", "smpl_notes"] });
        var visit = _scene.Visit("same");

        _scene.Set(visit, "smpl_subject", "same");
        _scene.Set(visit, "smpl_minutes", 5);

        Assert.Equal(1, runs);
    }

    [Fact]
    public void The_parent_of_a_nested_request_is_the_plugins_own_context()
    {
        var chain = "";
        _scene.On("Create", "smpl_visit", 40, run => run.CreateRegion());
        _scene.On("Create", "smpl_region", 40, run =>
        {
            for (IPluginExecutionContext? context = run.Context; context is not null; context = context.ParentContext)
                chain += $"{context.MessageName} {context.PrimaryEntityName} {context.Stage}; ";
        });

        _scene.Visit();

        Assert.Equal("Create smpl_region 40; Create smpl_region 10; Create smpl_visit 40; Create smpl_visit 10; ", chain);
    }

    [Fact]
    public void A_step_keeps_its_plugin_and_so_shows_plugins_that_keep_state()
    {
        var made = 0;
        var model = SolutionReader.Read(new TestSolution().Zip());
        var step = new Step { Id = Guid.NewGuid(), Name = "s", Message = "Create", Table = "smpl_visit", PluginType = "p", Stage = 40 };
        var catalog = new PluginCatalog(new Dictionary<string, Func<string?, IPlugin>> { ["p"] = _ => { made++; return new Nothing(); } });
        var organization = new Organization(model with { Steps = [step] }, catalog, new OrganizationOptions());
        var service = organization.ServiceFor(organization.DefaultUserId);

        service.Create(new Entity("smpl_visit"));
        service.Create(new Entity("smpl_visit"));

        Assert.Equal(1, made);
    }

    private static OrganizationServiceFault Innermost(OrganizationServiceFault fault) =>
        fault.InnerFault is null ? fault : Innermost(fault.InnerFault);

    private sealed class Nothing : IPlugin
    {
        public void Execute(IServiceProvider serviceProvider) { }
    }
}
