namespace BuyerPath.Sandbox.Tests.WebApi;

/// <summary>What tests of the Web API share: a scene with two regions and four visits, and a server before it.</summary>
public abstract class WebApiTests : IAsyncLifetime
{
    internal const string Annotated = "odata.include-annotations=\"*\"";
    internal const string Representation = "return=representation";

    internal Scene Scene { get; } = new();

    internal WebApiServer Api { get; private set; } = null!;

    internal Guid North { get; private set; }

    internal Guid South { get; private set; }

    public virtual async Task InitializeAsync()
    {
        North = Scene.Region("North", "N");
        South = Scene.Region("South", "S");
        Api = await WebApiServer.StartAsync(Scene.Organization);
    }

    public async Task DisposeAsync() => await Api.DisposeAsync();

    internal async Task<Guid> VisitAsync(string body) => (await Api.PostAsync("smpl_visits", body)).Must(System.Net.HttpStatusCode.NoContent).EntityId;
}
