using BuyerPath.Sandbox.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.PluginTelemetry;

namespace BuyerPath.Sandbox.Tests.Pipeline;

/// <summary>What the sandbox does not do it says by name.</summary>
public sealed class RefusalTests
{
    private readonly Scene _scene = new();

    [Theory]
    [InlineData("QualifyLead")]
    [InlineData("SetState")]
    [InlineData("DeleteMultiple")]
    public void An_unknown_message_is_refused_and_traced(string message)
    {
        var refusal = Assert.Throws<UnsupportedException>(() => _scene.Execute(message));

        Assert.Contains(message, refusal.Message);
        Assert.Equal(refusal.Message, Assert.Single(_scene.Organization.Trace.Entries, entry => entry.Kind == TraceKind.Refusal).Text);
    }

    [Fact]
    public void Every_message_refuses_a_parameter_that_it_would_otherwise_ignore()
    {
        foreach (var message in Dispatcher.Messages)
        {
            var refusal = Assert.Throws<UnsupportedException>(() => _scene.Execute(message, ("BypassCustomPluginExecution", true)));
            Assert.Contains("BypassCustomPluginExecution", refusal.Message);
        }
    }

    [Fact]
    public void A_plugin_cannot_hide_a_refusal()
    {
        _scene.On("Create", "smpl_visit", 40, run =>
        {
            try { run.Service.Execute(new OrganizationRequest("QualifyLead")); }
            catch (Exception) { throw new InvalidPluginExecutionException("Something went wrong."); }
        });

        var refusal = Assert.Throws<UnsupportedException>(() => _scene.Visit());

        Assert.Contains("QualifyLead", refusal.Message);
        Assert.Equal(0, _scene.Count("smpl_visit"));
        Assert.Single(_scene.Organization.Trace.Entries, entry => entry.Kind == TraceKind.Refusal);
    }

    [Fact]
    public void Of_several_the_first_ends_the_request_and_each_is_in_the_trace()
    {
        _scene.On("Create", "smpl_visit", 40, run =>
        {
            foreach (var message in new[] { "QualifyLead", "SetState" })
            {
                try { run.Service.Execute(new OrganizationRequest(message)); }
                catch (UnsupportedException) { }
            }
        });

        Assert.Contains("QualifyLead", Assert.Throws<UnsupportedException>(() => _scene.Visit()).Message);

        Assert.Equal(["QualifyLead", "SetState"], _scene.Organization.Trace.Entries.Where(entry => entry.Kind == TraceKind.Refusal).Select(entry => entry.Message));
    }

    [Fact]
    public void Nor_can_an_asynchronous_one()
    {
        _scene.On("Create", "smpl_visit", 40, run => run.Service.Execute(new OrganizationRequest("QualifyLead")), step => step with { IsAsynchronous = true });

        Assert.Throws<UnsupportedException>(() => _scene.Visit());
    }

    [Fact]
    public void A_refusal_does_not_outlive_its_request()
    {
        Assert.Throws<UnsupportedException>(() => _scene.Execute("QualifyLead"));

        Assert.NotEqual(Guid.Empty, _scene.Visit());
    }

    [Fact]
    public void A_service_that_plugins_do_not_get_here_is_refused()
    {
        _scene.On("Create", "smpl_visit", 40, run => run.Services.GetService(typeof(ILogger)));

        Assert.Equal("The sandbox does not support the service ILogger (a plugin's service provider).", Assert.Throws<UnsupportedException>(() => _scene.Visit()).Message);
    }

    [Fact]
    public void Also_to_an_asynchronous_step_and_the_trace_tells_it()
    {
        _scene.On("Create", "smpl_visit", 40, run => run.Services.GetService(typeof(ILogger)), step => step with { IsAsynchronous = true });

        Assert.Throws<UnsupportedException>(() => _scene.Visit());

        Assert.Contains("ILogger", Assert.Single(_scene.Organization.Trace.Entries, entry => entry.Kind == TraceKind.Refusal).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Related_rows_come_with_a_Create_and_with_no_other_save()
    {
        var visit = _scene.Visit();
        var entity = new Entity("smpl_visit", visit);
        entity.RelatedEntities[new Relationship("smpl_visit_guest")] = new EntityCollection([new Entity("contact")]);

        Assert.Contains("Update of a smpl_visit", Assert.Throws<UnsupportedException>(() => _scene.Service.Update(entity)).Message);
        Assert.Contains("Update of a smpl_visit", Assert.Throws<UnsupportedException>(() => _scene.Execute("Upsert", ("Target", entity))).Message);
        entity.Id = Guid.Empty;
        Assert.Contains("Create of a smpl_visit", Assert.Throws<UnsupportedException>(
            () => _scene.Execute("CreateMultiple", ("Targets", new EntityCollection([entity]) { EntityName = "smpl_visit" }))).Message);
    }

    [Fact]
    public void Nor_may_a_plugin_add_some()
    {
        _scene.On("Create", "smpl_visit", 20, run => run.Target.RelatedEntities[new Relationship("smpl_visit_guest")] = new EntityCollection([new Entity("contact")]));

        Assert.Contains("related rows", Assert.Throws<UnsupportedException>(() => _scene.Visit()).Message);
        Assert.Equal(0, _scene.Count("smpl_visit"));
    }

    [Fact]
    public void A_plugin_must_not_use_a_service_from_outside()
    {
        _scene.On("Create", "smpl_visit", 40, _ => _scene.Region());

        var fault = Scene.FaultOf(() => _scene.Visit());

        Assert.Contains("must use the service that it was given", fault.Message);
    }
}
