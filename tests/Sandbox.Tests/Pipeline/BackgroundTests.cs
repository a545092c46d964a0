using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Tests.Pipeline;

public sealed class BackgroundTests
{
    private readonly Scene _scene = new();

    [Fact]
    public void An_asynchronous_step_runs_after_the_commit_and_its_failure_undoes_nothing()
    {
        var seen = (Rows: 0, InTransaction: true, Mode: 0);
        _scene.On("Create", "smpl_visit", 40, run =>
        {
            seen = (_scene.Count("smpl_visit"), run.Context.IsInTransaction, run.Context.Mode);
            throw new InvalidPluginExecutionException("Too late to refuse.");
        }, step => step with { IsAsynchronous = true });

        _scene.Visit();

        Assert.Equal((1, false, 1), seen);
        Assert.Equal(1, _scene.Count("smpl_visit"));
        var failure = Assert.Single(_scene.Organization.Trace.Entries, entry => entry.Kind == TraceKind.AsynchronousFailure);
        Assert.Equal("Step 1: Too late to refuse.", failure.Text);
    }

    [Fact]
    public void It_waits_for_the_whole_transaction_also_when_a_nested_request_set_it_off()
    {
        var order = new List<string>();
        _scene.On("Create", "smpl_region", 40, _ => order.Add("asynchronous"), step => step with { IsAsynchronous = true });
        _scene.On("Create", "smpl_visit", 20, run => run.CreateRegion());
        _scene.On("Create", "smpl_visit", 40, _ => order.Add("last synchronous"));

        _scene.Visit();

        Assert.Equal(["last synchronous", "asynchronous"], order);
    }

    [Fact]
    public void An_asynchronous_step_of_a_transaction_that_failed_does_not_run()
    {
        var runs = 0;
        _scene.On("Create", "smpl_region", 40, _ => runs++, step => step with { IsAsynchronous = true });
        _scene.On("Create", "smpl_visit", 20, run => run.CreateRegion());
        _scene.On("Create", "smpl_visit", 40, _ => throw new InvalidPluginExecutionException("No."));

        Assert.Equal(ErrorCode.PluginRefused, Scene.CodeOf(() => _scene.Visit()));
        _scene.Opportunity();

        Assert.Equal(0, runs);
    }

    [Fact]
    public void An_asynchronous_step_sees_the_parameters_of_its_own_time()
    {
        object? subject = null;
        _scene.On("Create", "smpl_visit", 40, run => subject = run.Target["smpl_subject"], step => step with { IsAsynchronous = true });
        _scene.On("Create", "smpl_region", 40, run => run.Service.Create(new Entity("smpl_visit") { ["smpl_subject"] = "nested" }));

        _scene.Region();

        Assert.Equal("nested", subject);
    }
}
