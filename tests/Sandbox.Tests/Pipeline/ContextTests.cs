using BuyerPath.Sandbox.Model;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Tests.Pipeline;

/// <summary>What a plugin is told of the event that it runs in.</summary>
public sealed class ContextTests
{
    private readonly Scene _scene = new();
    private IPluginExecutionContext4? _seen;

    [Fact]
    public void A_step_is_named_as_the_extension_that_owns_the_run()
    {
        Step? registered = null;
        _scene.On("Create", "smpl_visit", 40, See, step => registered = step);

        _scene.Visit();

        Assert.Equal(
            (SdkStep, registered!.Id, "Step 1"),
            (_seen!.OwningExtension.LogicalName, _seen.OwningExtension.Id, _seen.OwningExtension.Name));
    }

    [Fact]
    public void The_plugin_of_a_custom_API_runs_without_a_step()
    {
        _scene.OnCountVisits(See);

        _scene.Execute("smpl_CountVisits", ("Target", new EntityReference("opportunity", _scene.Opportunity())), ("Least", 1));

        Assert.Equal((SdkStep, Guid.Empty), (_seen!.OwningExtension.LogicalName, _seen.OwningExtension.Id));
    }

    [Fact]
    public void A_message_of_no_table_and_what_has_no_second_table_say_none()
    {
        _scene.OnCountVisits(See, api => api with { BoundTable = null });

        _scene.Execute("smpl_CountVisits", ("Least", 1));

        Assert.Equal(("none", "none"), (_seen!.PrimaryEntityName, _seen.SecondaryEntityName));
    }

    [Fact]
    public void The_business_unit_is_that_of_the_user_with_whose_rights_it_runs()
    {
        _scene.On("Create", "smpl_visit", 40, See);
        var unit = _scene.Unit("North");
        var user = _scene.User(unit, "Northerner", "System Administrator");

        _scene.Organization.ServiceFor(user).Create(new Entity("smpl_visit"));

        Assert.Equal((unit, user), (_seen!.BusinessUnitId, _seen.UserId));
    }

    [Fact]
    public void Nothing_runs_offline_or_from_a_portal()
    {
        _scene.On("Create", "smpl_visit", 40, See);

        _scene.Visit();

        Assert.False(_seen!.IsExecutingOffline || _seen.IsOfflinePlayback || _seen.IsPortalsClientCall);
    }

    [Fact]
    public void A_step_without_images_has_empty_collections_and_not_null()
    {
        _scene.OnCountVisits(plugin: null);
        _scene.On("smpl_CountVisits", "opportunity", 40, See);

        _scene.Execute("smpl_CountVisits", ("Target", new EntityReference("opportunity", _scene.Opportunity())), ("Least", 1));

        Assert.Empty(_seen!.PreEntityImages);
        Assert.Empty(_seen.PostEntityImages);
    }

    [Fact]
    public void Now_is_in_whole_seconds_as_the_database_keeps_it()
    {
        _scene.On("Create", "smpl_visit", 40, See);
        _scene.Clock.Advance(TimeSpan.FromMilliseconds(1999));

        var visit = _scene.Visit();

        var second = Scene.Start.AddSeconds(1).UtcDateTime;
        Assert.Equal((second, second), ((DateTime)_scene.Read("smpl_visit", visit)["createdon"], _seen!.OperationCreatedOn));
    }

    [Theory]
    [InlineData("half of {0} is {1}", "half of 3 is 1.5")]
    [InlineData("{0}", "3")]
    public void A_text_of_the_plugin_is_filled_with_its_values_whatever_the_culture(string format, string text)
    {
        _scene.On("Create", "smpl_visit", 40, run => TracingOf(run).Trace(format, 3, 1.5));

        _scene.Visit();

        Assert.Equal(text, Assert.Single(_scene.Organization.Trace.Entries, entry => entry.Kind == TraceKind.Text).Text);
    }

    [Fact]
    public void A_text_without_values_is_left_as_it_is()
    {
        _scene.On("Create", "smpl_visit", 40, run =>
        {
            TracingOf(run).Trace("{ not a format }");
            TracingOf(run).Trace("{ nor this }", null!);
        });

        _scene.Visit();

        Assert.Equal(
            ["{ not a format }", "{ nor this }"],
            _scene.Organization.Trace.Entries.Where(entry => entry.Kind == TraceKind.Text).Select(entry => entry.Text));
    }

    private const string SdkStep = "sdkmessageprocessingstep";

    private void See(Run run) => _seen = run.Context;

    private static ITracingService TracingOf(Run run) => (ITracingService)run.Services.GetService(typeof(ITracingService))!;
}
