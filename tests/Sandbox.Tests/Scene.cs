using System.ServiceModel;
using BuyerPath.Sandbox.Loading;
using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Tests;

/// <summary>
/// The test solution with plugins that a test writes as lambdas. Steps are registered first; the organization is made
/// when it is first used.
/// </summary>
internal sealed class Scene
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly SolutionModel Model = SolutionReader.Read(new TestSolution().Zip());

    private readonly List<Step> _steps = [];
    private readonly Dictionary<string, Func<string?, IPlugin>> _plugins = [];
    private readonly Lazy<Organization> _organization;
    private CustomApi? _api;
    private int _ids;

    public Scene() => _organization = new Lazy<Organization>(Make);

    public AdjustableClock Clock { get; } = new(Start);

    public Organization Organization => _organization.Value;

    public IOrganizationService Service => Organization.ServiceFor(Organization.DefaultUserId);

    public Guid Me => Organization.DefaultUserId;

    /// <summary>Registers a step; <paramref name="more"/> changes what is not the usual.</summary>
    public Scene On(string message, string? table, int stage, Action<Run> plugin, Func<Step, Step>? more = null)
    {
        var name = $"Step {_steps.Count + 1}";
        var step = new Step { Id = Guid.NewGuid(), Name = name, Message = message, Table = table, PluginType = name, Stage = stage };
        _steps.Add(more?.Invoke(step) ?? step);
        _plugins[name] = _ => new Lambda(plugin);
        return this;
    }

    /// <summary>Gives the custom API smpl_CountVisits a plugin, and perhaps another definition.</summary>
    public Scene OnCountVisits(Action<Run>? plugin, Func<CustomApi, CustomApi>? more = null)
    {
        _api = Model.CustomApis["smpl_CountVisits"] with { PluginType = plugin is null ? null : "Api" };
        _api = more?.Invoke(_api) ?? _api;
        if (plugin is not null) _plugins["Api"] = _ => new Lambda(plugin);
        return this;
    }

    public Guid Region(string name = "North", string? code = null) =>
        Service.Create(new Entity("smpl_region") { ["smpl_name"] = name, ["smpl_code"] = code });

    public Guid Visit(string? subject = null) => Service.Create(new Entity("smpl_visit") { ["smpl_subject"] = subject });

    public Guid Visit(Guid opportunity) =>
        Service.Create(new Entity("smpl_visit") { ["smpl_opportunityid"] = new EntityReference("opportunity", opportunity) });

    public Guid Opportunity() => Service.Create(new Entity("opportunity") { ["name"] = "Deal" });

    /// <summary>A user of the only business unit who may do everything.</summary>
    public Guid User(string lastName = "Other") => User(Seed.BusinessUnitId, lastName, "System Administrator");

    public Guid User(Guid unit, string lastName, params string[] roles) => With(roles, "systemuser", new Entity("systemuser")
    {
        ["lastname"] = lastName, ["domainname"] = lastName, ["businessunitid"] = new EntityReference("businessunit", unit),
    });

    public Guid Team(Guid unit, string[] roles, params Guid[] members)
    {
        var team = With(roles, "team", new Entity("team") { ["name"] = "Team", ["businessunitid"] = new EntityReference("businessunit", unit) });
        foreach (var member in members) Link("team", team, "teammembership_association", "systemuser", member);
        return team;
    }

    public Guid Unit(string name, Guid? parent = null) => Service.Create(new Entity("businessunit")
    {
        ["name"] = name, ["parentbusinessunitid"] = new EntityReference("businessunit", parent ?? Seed.BusinessUnitId),
    });

    public void Link(string table, Guid id, string relationship, string otherTable, params Guid[] others) =>
        Service.Associate(table, id, new Relationship(relationship), new EntityReferenceCollection([.. others.Select(other => new EntityReference(otherTable, other))]));

    public Guid RoleCalled(string name) => Organization.Model.Roles.Single(role => role.Name == name).Id;

    private Guid With(string[] roles, string table, Entity principal)
    {
        var id = Service.Create(principal);
        Link(table, id, table == "team" ? "teamroles_association" : "systemuserroles_association", "role", [.. roles.Select(RoleCalled)]);
        return id;
    }

    public void Set(Guid visit, string column, object? value) => Service.Update(new Entity("smpl_visit", visit) { [column] = value });

    public Entity Read(string table, Guid id) => Service.Retrieve(table, id, new ColumnSet(true));

    public int Count(string table) => Organization.Rows.All(table).Count();

    public OrganizationResponse Execute(string message, params (string Name, object? Value)[] parameters)
    {
        var request = new OrganizationRequest(message);
        foreach (var (name, value) in parameters) request[name] = value;
        return Service.Execute(request);
    }

    /// <summary>Every value of every row, as one text: equal texts mean that nothing has changed.</summary>
    public string Everything() => EverythingIn(Organization);

    public static string EverythingIn(Organization organization) => string.Join("\n",
        from table in organization.Model.Tables.Keys.Order(StringComparer.Ordinal)
        from row in organization.Rows.All(table)
        from value in row.Values.OrderBy(value => value.Key, StringComparer.Ordinal)
        select $"{table} {row.Id} v{row.Version} {value.Key} = {(value.Value is int[] options ? string.Join(",", options) : value.Value)}");

    /// <summary>The fault that it ends with.</summary>
    public static OrganizationServiceFault FaultOf(Action action) =>
        Assert.Throws<FaultException<OrganizationServiceFault>>(action).Detail;

    public static int CodeOf(Action action) => FaultOf(action).ErrorCode;

    private Organization Make()
    {
        var model = Model with { Steps = _steps };
        if (_api is not null) model = model with { CustomApis = new Dictionary<string, CustomApi> { [_api.UniqueName] = _api } };
        foreach (var step in _steps) StepReader.Check(step, model);
        return new Organization(model, new PluginCatalog(_plugins), new OrganizationOptions { Clock = Clock, NewId = NextId });
    }

    private Guid NextId() => new($"00000000-0000-0000-0000-{++_ids:x12}");

    private sealed class Lambda(Action<Run> run) : IPlugin
    {
        public void Execute(IServiceProvider serviceProvider) => run(new Run(serviceProvider));
    }
}

/// <summary>What a plugin of a test works with.</summary>
internal sealed class Run(IServiceProvider services)
{
    public IPluginExecutionContext4 Context { get; } = (IPluginExecutionContext4)services.GetService(typeof(IPluginExecutionContext4))!;

    public IServiceProvider Services => services;

    public Entity Target => (Entity)Context.InputParameters["Target"];

    public IReadOnlyList<Entity> Targets => ((EntityCollection)Context.InputParameters["Targets"]).Entities;

    public IOrganizationService Service => As(Context.UserId);

    public IOrganizationService As(Guid? user) =>
        ((IOrganizationServiceFactory)services.GetService(typeof(IOrganizationServiceFactory))!).CreateOrganizationService(user);

    public void Trace(string text) => ((ITracingService)services.GetService(typeof(ITracingService))!).Trace(text);

    public Guid CreateRegion(string name = "made by a plugin") => Service.Create(new Entity("smpl_region") { ["smpl_name"] = name });
}
