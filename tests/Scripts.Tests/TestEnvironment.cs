using System.Text.Json;
using System.Text.Json.Nodes;
using BuyerPath.Sandbox;
using BuyerPath.Sandbox.Host;
using BuyerPath.Sandbox.Host.Pipelines;
using BuyerPath.Toolbox;
using BuyerPath.Toolbox.Admin;
using BuyerPath.Toolbox.Admin.Connections;
using BuyerPath.Toolbox.Packing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Scripts.Tests;

/// <summary>An environment of one test: the packed solution with its data and the sample pipeline in the sandbox, behind its Web API.</summary>
internal sealed class TestEnvironment : IAsyncDisposable
{
    private static readonly Lazy<Organization> Loaded = new(Load);

    private readonly WebApplication application;

    private TestEnvironment(Organization organization, WebApplication application)
    {
        (Organization, this.application) = (organization, application);
        Target = new Target(new Uri(application.Urls.Single() + "/"));
        System = new SystemRows(Shipped.Here);
        Connection = Connection.Over(System, Target);
    }

    public Organization Organization { get; }

    public Target Target { get; }

    /// <summary>What the sandbox has no tables for: solutions, steps, keys.</summary>
    public SystemRows System { get; }

    /// <summary>Connection that sees those, too.</summary>
    public Connection Connection { get; }

    public IOrganizationService Service => Organization.ServiceFor(Organization.SystemUserId);

    public static async Task<TestEnvironment> StartAsync()
    {
        var organization = Loaded.Value.Copy(new OrganizationOptions { Clock = new AdjustableClock() });
        var application = SandboxHost.Create(organization, new Uri("http://127.0.0.1:0"));
        await application.StartAsync();
        return new TestEnvironment(organization, application);
    }

    /// <summary>Arguments that name this environment.</summary>
    public Arguments Typed(params string[] options) => new([Target.Url, .. options]);

    /// <summary>Id of a role.</summary>
    public Guid RoleCalled(string name) => Organization.Model.Roles.Single(role => role.Name == name).Id;

    /// <summary>Changes stored rows past the plugins, as somebody's import, script or old release may have.</summary>
    public void Tamper(string table, Action<JsonArray> change)
    {
        var rows = Rows();
        change(rows["tables"]![table]!.AsArray());
        Organization.Restore(Organization.ReadSnapshot(JsonSerializer.SerializeToElement(rows)));
    }

    /// <summary>Rows of a table that the condition holds for, as they are stored.</summary>
    public IReadOnlyList<JsonObject> Stored(string table, Func<JsonObject, bool> condition) =>
        [.. (Rows()["tables"]![table]?.AsArray() ?? []).Select(row => row!.AsObject()).Where(condition)];

    // Written and read, so that every value has the kind that JSON has.
    private JsonNode Rows() => JsonNode.Parse(Organization.WriteSnapshot().ToJsonString())!;

    public async ValueTask DisposeAsync()
    {
        Connection.Dispose();
        await application.DisposeAsync();
    }

    private static Organization Load()
    {
        var clock = new AdjustableClock();
        using var zip = BuiltSolution.Open();
        var organization = Organization.Load(zip, new OrganizationOptions { Clock = clock });
        foreach (var name in new[] { "Processes", "Starter" })
        {
            using var data = File.OpenRead(Repository.PathOf($"artifacts/data/BuyerPath.{name}.en.zip"));
            organization.Import(data);
        }
        SamplePipeline.Load(organization, clock, Repository.PathOf("solution/data/sample/pipeline.yaml"));
        var seller = organization.Model.Roles.Single(role => role.Name == "Buying process seller").Id;
        organization.ServiceFor(organization.DefaultUserId).Associate(
            "systemuser", organization.DefaultUserId, new Relationship("systemuserroles_association"), [new EntityReference("role", seller)]);
        organization.ServiceFor(organization.SystemUserId).Execute(new OrganizationRequest("buy_TakeSnapshots")); // what the weekly flow does
        return organization;
    }
}
