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
    public void The_first_fault_is_the_one_that_is_told_however_many_follow_from_it()
    {
        _scene.On("Create", "opportunity", 40, _ => throw new InvalidPluginExecutionException("No."));
        _scene.On("Create", "smpl_region", 40, run => run.Service.Create(new Entity("opportunity")));
        _scene.On("Create", "smpl_visit", 40, run => Swallow(() => run.CreateRegion()));

        Assert.Equal("No.", Scene.FaultOf(() => _scene.Visit()).InnerFault.Message);
    }

    [Fact]
    public void The_fault_of_a_request_is_inside_that_of_the_plugin_that_told_of_it()
    {
        _scene.On("Create", "smpl_visit", 40, run =>
        {
            try { run.Service.Retrieve("smpl_region", Guid.NewGuid(), new ColumnSet()); }
            catch (FaultException<OrganizationServiceFault> fault) { throw new InvalidPluginExecutionException("There is no such region.", fault); }
        });

        var fault = Scene.FaultOf(() => _scene.Visit());

        Assert.Equal((ErrorCode.PluginRefused, ErrorCode.RowNotFound), (fault.ErrorCode, fault.InnerFault.ErrorCode));
    }

    [Fact]
    public void A_test_can_fail_any_request_of_a_plugin()
    {
        _scene.On("Create", "smpl_visit", 40, run => run.CreateRegion());
        var asked = new List<string>();
        var organization = _scene.Organization.Copy(new OrganizationOptions
        {
            BeforePluginCall = request => { asked.Add(request.RequestName); throw Fault.Of(ErrorCode.InvalidArgument, "As the test wants it."); },
        });

        var fault = Scene.FaultOf(() => organization.ServiceFor(organization.DefaultUserId).Create(new Entity("smpl_visit")));

        Assert.Equal("As the test wants it.", fault.InnerFault.Message);
        Assert.Equal(["Create"], asked);
    }

    [Fact]
    public void After_a_swallowed_fault_the_transaction_answers_no_more()
    {
        OrganizationServiceFault? second = null;
        _scene.On("Create", "smpl_visit", 40, run =>
        {
            Swallow(() => run.Service.Retrieve("smpl_region", Guid.NewGuid(), new ColumnSet()));
            second = Scene.FaultOf(() => run.CreateRegion());
        });

        Assert.Equal(ErrorCode.FaultSwallowed, Scene.CodeOf(() => _scene.Visit()));

        Assert.Equal(ErrorCode.NoActiveTransaction, second!.ErrorCode);
        Assert.Contains(second.InnerFault.Message, second.Message, StringComparison.Ordinal);
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
