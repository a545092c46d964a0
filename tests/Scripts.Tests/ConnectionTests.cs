using System.Net;
using System.Net.Http.Headers;
using System.Text;
using BuyerPath.Toolbox.Admin;
using BuyerPath.Toolbox.Admin.Connections;

namespace BuyerPath.Scripts.Tests;

public sealed class ConnectionTests
{
    private static readonly Target Contoso = new(new Uri("https://contoso.crm4.dynamics.com/"));

    private readonly List<TimeSpan> waits = [];

    [Fact]
    public void Pages_are_read_to_the_end()
    {
        var server = new Answers(
            Json("""{ "value": [ { "name": "a" } ], "@odata.nextLink": "https://contoso.crm4.dynamics.com/api/data/v9.2/teams?$skiptoken=2" }"""),
            Json("""{ "value": [ { "name": "b" } ] }"""));

        Assert.Equal(["a", "b"], Over(server).Rows("teams?$select=name").Select(row => row.GetProperty("name").GetString()));
        Assert.Equal("https://contoso.crm4.dynamics.com/api/data/v9.2/teams?$skiptoken=2", server.Asked[1].Address);
    }

    [Fact]
    public void When_Dataverse_asks_for_patience_it_is_given()
    {
        var busy = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        busy.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(17));

        Over(new Answers(busy, Json("""{ "value": [] }"""))).Rows("teams").ToList();

        Assert.Equal([TimeSpan.FromSeconds(17)], waits);
    }

    [Fact]
    public void Patience_ends()
    {
        var server = new Answers([.. Enumerable.Range(0, 9).Select(_ => new HttpResponseMessage(HttpStatusCode.ServiceUnavailable) { Content = new StringContent("resting") })]);

        Assert.Contains("503 resting", Assert.Throws<WebApiException>(() => Over(server).Find("teams")).Message);
        Assert.Equal(5, waits.Count);
    }

    [Fact]
    public void More_rows_than_Dataverse_counts_are_said_to_be_more()
    {
        var server = new Answers(Json("""{ "error": { "code": "0x8004e023", "message": "AggregateQueryRecordLimit exceeded." } }""", HttpStatusCode.BadRequest));

        Assert.Equal("more than 50,000", Over(server).Count("opportunities").ToString());
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, "Sign in again")]
    [InlineData(HttpStatusCode.Forbidden, "lacks a privilege")]
    public void A_refusal_says_what_to_do(HttpStatusCode status, string remedy) =>
        Assert.Contains(remedy, Assert.Throws<WebApiException>(() => Over(new Answers(Json("""{ "error": { "code": "", "message": "no" } }""", status))).Find("teams")).Message);

    [Fact]
    public void A_service_principal_signs_in_with_its_secret_for_this_environment_alone()
    {
        var login = new Answers(Json("""{ "access_token": "token" }"""));

        var token = AccessToken.For(OfPrincipal, new HttpClient(login));

        Assert.Equal("token", token);
        Assert.Equal("https://login.microsoftonline.com/tenant/oauth2/v2.0/token", login.Asked[0].Address);
        Assert.Equal("grant_type=client_credentials&client_id=application&client_secret=hush&scope=https%3A%2F%2Fcontoso.crm4.dynamics.com%2F.default", login.Asked[0].Body);
    }

    [Fact]
    public void A_service_principal_that_is_refused_is_named_without_its_secret()
    {
        var login = new Answers(Json("""{ "error": "invalid_client", "error_description": "AADSTS7000222: The provided client secret keys are expired." }""", HttpStatusCode.Unauthorized));

        var refusal = Assert.Throws<AdminException>(() => AccessToken.For(OfPrincipal, new HttpClient(login)));

        Assert.Contains("refused the application application of tenant tenant: AADSTS7000222", refusal.Message);
        Assert.DoesNotContain("hush", refusal.Message);
    }

    [Theory]
    [InlineData("tenant", "application", "hush", true)]
    [InlineData("tenant", "application", null, false)]
    public void A_service_principal_comes_from_environment_variables(string tenant, string application, string? secret, bool isThere) =>
        Assert.Equal(isThere, ServicePrincipal.From(Variables(tenant, application, secret)) is not null);

    [Fact]
    public void A_secret_without_its_application_is_refused() =>
        Assert.Contains("AZURE_CLIENT_SECRET is set", Assert.Throws<AdminException>(() => ServicePrincipal.From(Variables("tenant", null, "hush"))).Message);

    private static Session OfPrincipal => new(Contoso, new Desk(TextReader.Null, TextWriter.Null)) { Principal = new ServicePrincipal("tenant", "application", "hush") };

    private static Func<string, string?> Variables(string tenant, string? application, string? secret) => name => name switch
    {
        "AZURE_TENANT_ID" => tenant,
        "AZURE_CLIENT_ID" => application,
        "AZURE_CLIENT_SECRET" => secret,
        _ => null,
    };

    private Connection Over(Answers server) => Connection.Over(server, Contoso, "token", waits.Add);

    private static HttpResponseMessage Json(string json, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    /// <summary>Answers in this order, and remembers what was asked.</summary>
    private sealed class Answers(params HttpResponseMessage[] answers) : HttpMessageHandler
    {
        public List<(string Address, string Body)> Asked { get; } = [];

        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var body = new StreamReader(request.Content?.ReadAsStream(cancellationToken) ?? Stream.Null);
            Asked.Add((request.RequestUri!.OriginalString, body.ReadToEnd()));
            return answers[Asked.Count - 1];
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(Send(request, cancellationToken));
    }
}
