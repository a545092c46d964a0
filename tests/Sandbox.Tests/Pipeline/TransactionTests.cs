using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Tests.Pipeline;

public sealed class TransactionTests
{
    private readonly Scene _scene = new();

    [Theory]
    [InlineData(20)]
    [InlineData(40)]
    public void A_plugin_that_throws_leaves_every_row_as_it_was(int stage)
    {
        _scene.On("Update", "smpl_visit", 20, run => run.CreateRegion());
        _scene.On("Update", "smpl_visit", stage, _ => throw new InvalidPluginExecutionException("No."), step => step with { Rank = 2 });
        var visit = _scene.Visit("before");
        var before = _scene.Everything();

        var fault = Scene.FaultOf(() => _scene.Set(visit, "smpl_subject", "after"));

        Assert.Equal((ErrorCode.PluginRefused, "No."), (fault.ErrorCode, fault.Message));
        Assert.Equal(before, _scene.Everything());
    }

    [Fact]
    public void A_deleted_row_comes_back_where_it_was()
    {
        _scene.On("Delete", "smpl_visit", 40, _ => throw new InvalidPluginExecutionException("No."));
        var opportunity = _scene.Opportunity();
        _scene.Visit(opportunity);
        _scene.Visit("second");
        var before = _scene.Everything();

        Assert.Equal(ErrorCode.PluginRefused, Scene.CodeOf(() => _scene.Service.Delete("opportunity", opportunity)));

        Assert.Equal(before, _scene.Everything());
    }

    [Fact]
    public void What_stage_10_does_is_outside_the_transaction_and_stays()
    {
        bool? isInTransaction = null;
        _scene.On("Create", "smpl_visit", 10, run => { isInTransaction = run.Context.IsInTransaction; run.CreateRegion(); });
        _scene.On("Create", "smpl_visit", 40, _ => throw new InvalidPluginExecutionException("No."));

        Assert.Equal(ErrorCode.PluginRefused, Scene.CodeOf(() => _scene.Visit()));

        Assert.Equal((false, 1, 0), (isInTransaction!.Value, _scene.Count("smpl_region"), _scene.Count("smpl_visit")));
    }

    [Fact]
    public void Stage_10_of_a_nested_request_is_inside_the_callers_transaction()
    {
        bool? isInTransaction = null;
        _scene.On("Create", "smpl_visit", 40, run => run.CreateRegion());
        _scene.On("Create", "smpl_region", 10, run => isInTransaction = run.Context.IsInTransaction);

        _scene.Visit();

        Assert.True(isInTransaction);
    }

    [Fact]
    public void A_plugin_in_a_transaction_cannot_swallow_the_fault_of_its_request()
    {
        _scene.On("Create", "smpl_region", 40, _ => throw new InvalidPluginExecutionException("No."));
        _scene.On("Create", "smpl_visit", 40, run => Swallow(() => run.CreateRegion()));

        var fault = Scene.FaultOf(() => _scene.Visit());

        Assert.Equal(ErrorCode.FaultSwallowed, fault.ErrorCode);
        Assert.Contains("Step 2", fault.Message);
        Assert.Equal("No.", fault.InnerFault.Message);
        Assert.Equal(0, _scene.Count("smpl_visit"));
    }

    [Fact]
    public void After_a_swallowed_fault_the_transaction_answers_no_more()
    {
        var second = 0;
        _scene.On("Create", "smpl_visit", 40, run =>
        {
            Swallow(() => run.Service.Retrieve("smpl_region", Guid.NewGuid(), new ColumnSet()));
            second = Scene.CodeOf(() => run.CreateRegion());
        });

        Assert.Equal(ErrorCode.FaultSwallowed, Scene.CodeOf(() => _scene.Visit()));

        Assert.Equal(ErrorCode.NoActiveTransaction, second);
    }

    [Fact]
    public void Outside_a_transaction_a_plugin_may_swallow_and_go_on()
    {
        _scene.On("Create", "smpl_region", 40, run =>
        {
            if (run.Target.GetAttributeValue<string>("smpl_name") == "bad") throw new InvalidPluginExecutionException("No.");
        });
        void SwallowAndGoOn(Run run)
        {
            Swallow(() => run.CreateRegion("bad"));
            run.CreateRegion("good");
        }
        _scene.On("Create", "smpl_visit", 10, SwallowAndGoOn);
        _scene.On("Create", "smpl_visit", 40, SwallowAndGoOn, step => step with { IsAsynchronous = true });

        _scene.Visit();

        Assert.Equal((1, 2), (_scene.Count("smpl_visit"), _scene.Count("smpl_region")));
    }

    [Fact]
    public void An_exception_of_any_other_kind_is_reported_with_the_name_of_the_step()
    {
        _scene.On("Create", "smpl_visit", 40, run => { run.Trace("so far"); throw new DivideByZeroException("Division."); });

        var fault = Scene.FaultOf(() => _scene.Visit());

        Assert.Equal(ErrorCode.PluginFailed, fault.ErrorCode);
        Assert.Contains("Step 1: DivideByZeroException: Division.", fault.Message);
        Assert.Equal("so far", fault.TraceText.Trim());
    }

    private static void Swallow(Action action)
    {
        try { action(); }
        catch (FaultException<OrganizationServiceFault>) { }
    }
}
