using System.Net;
using System.Text.Json;
using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Tests.Support;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Tests.WebApi;

[Covers(Supported.Addresses, "call")]
public sealed class WebApiOperationTests : IAsyncLifetime
{
    private readonly Scene _scene = new();
    private WebApiServer _api = null!;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _api.DisposeAsync();

    private async Task StartAsync() => _api = await WebApiServer.StartAsync(_scene.Organization);

    private async Task<Answer> CallAsync(string body)
    {
        await StartAsync();
        return await _api.PostAsync($"opportunities({_scene.Opportunity()})/Microsoft.Dynamics.CRM.smpl_CountVisits", body);
    }

    [Fact]
    public async Task WhoAmI_is_an_unbound_function()
    {
        await StartAsync();

        Assert.Equal(_scene.Me, (await _api.GetAsync("WhoAmI")).Must(HttpStatusCode.OK).Json.GetProperty("UserId").GetGuid());
        Assert.Equal(_scene.Me, (await _api.GetAsync("WhoAmI()")).Must(HttpStatusCode.OK).Json.GetProperty("UserId").GetGuid());
    }

    [Fact]
    public async Task A_bound_action_gets_its_target_and_parameters_and_answers_with_its_properties()
    {
        EntityReference? target = null;
        _scene.OnCountVisits(run =>
        {
            target = (EntityReference)run.Context.InputParameters["Target"];
            run.Context.OutputParameters["Count"] = (int)run.Context.InputParameters["Least"] + ((string)run.Context.InputParameters["Note"]).Length;
        });

        var answer = (await CallAsync("""{ "Least": 2, "Note": "abc" }""")).Must(HttpStatusCode.OK);

        Assert.Equal(5, answer.Json.GetProperty("Count").GetInt32());
        Assert.Equal("opportunity", target!.LogicalName);
    }

    private static readonly ApiParameter[] EveryType =
    [
        new("Yes", ParameterType.Boolean, false, null), new("On", ParameterType.DateTime, false, null), new("Share", ParameterType.Decimal, false, null),
        new("Row", ParameterType.Entity, false, "smpl_visit"), new("Rows", ParameterType.EntityCollection, false, null), new("Region", ParameterType.EntityReference, false, "smpl_region"),
        new("Ratio", ParameterType.Float, false, null), new("Number", ParameterType.Integer, false, null), new("Fee", ParameterType.Money, false, null),
        new("Choice", ParameterType.Picklist, false, null), new("Text", ParameterType.String, false, null), new("Texts", ParameterType.StringArray, false, null),
        new("Id", ParameterType.Guid, false, null),
    ];

    [Fact]
    public async Task A_parameter_of_every_type_comes_through_and_goes_back()
    {
        ParameterCollection inputs = [];
        _scene.OnCountVisits(
            run =>
            {
                inputs = run.Context.InputParameters;
                foreach (var parameter in EveryType) run.Context.OutputParameters[parameter.Name] = inputs[parameter.Name];
            },
            api => api with { Parameters = EveryType, Properties = EveryType });
        var region = _scene.Region();

        var answer = (await CallAsync($$"""
            {
              "Yes": true, "On": "2026-03-02T10:00:00Z", "Share": 0.5,
              "Row": { "smpl_subject": "Alku", "smpl_RegionId@odata.bind": "/smpl_regions({{region}})" },
              "Rows": [ { "@odata.type": "Microsoft.Dynamics.CRM.smpl_visit", "smpl_minutes": 1 }, { "@odata.type": "#Microsoft.Dynamics.CRM.smpl_region", "smpl_name": "N" } ],
              "Region": { "smpl_regionid": "{{region}}" }, "Ratio": 0.25, "Number": 7, "Fee": 9.5, "Choice": 712340001, "Text": "ä", "Texts": [ "a", "b" ], "Id": "{{region}}"
            }
            """)).Must(HttpStatusCode.OK);

        Assert.Equal(new EntityReference("smpl_region", region), ((Entity)inputs["Row"])["smpl_regionid"]);
        Assert.Equal(["smpl_visit", "smpl_region"], ((EntityCollection)inputs["Rows"]).Entities.Select(row => row.LogicalName));
        Assert.Equal(new EntityReference("smpl_region", region), inputs["Region"]);
        Assert.Equal((new Money(9.5m), new OptionSetValue(712340001)), ((Money)inputs["Fee"], (OptionSetValue)inputs["Choice"]));
        Assert.Equal("Alku", answer.Json.GetProperty("Row").GetProperty("smpl_subject").GetString());
        Assert.Equal(1, answer.Json.GetProperty("Rows")[0].GetProperty("smpl_minutes").GetInt32());
        Assert.Equal(region, answer.Json.GetProperty("Region").GetProperty("smpl_regionid").GetGuid());
        Assert.Equal(["a", "b"], answer.Json.GetProperty("Texts").EnumerateArray().Select(text => text.GetString()));
        Assert.Equal("2026-03-02T10:00:00Z", answer.Json.GetProperty("On").GetString());
    }

    [Theory]
    [InlineData("""{ "Nosuch": 1 }""", "smpl_CountVisits has no parameter 'Nosuch'. It has: Yes, On, Share, Row, Rows, Region, Ratio, Number, Fee, Choice, Text, Texts, Id.")]
    [InlineData("""{ "Number": "1" }""", "The parameter 'Number' must be of type Integer.")]
    [InlineData("""{ "Texts": [ 1 ] }""", "The parameter 'Texts' must be of type StringArray.")]
    [InlineData("""{ "Row": 1 }""", "The parameter 'Row' must be a JSON object.")]
    [InlineData("""{ "Rows": {} }""", "The parameter 'Rows' must be a JSON array.")]
    [InlineData("""{ "Rows": [ 1 ] }""", "The parameter 'Rows' must hold JSON objects only.")]
    [InlineData("""{ "Rows": [ {} ] }""", "A row in 'Rows' needs '@odata.type'.")]
    [InlineData("""{ "Rows": [ { "@odata.type": "Microsoft.Dynamics.CRM.nosuch" } ] }""", "'Microsoft.Dynamics.CRM.nosuch' in 'Rows' is not a type, as 'Microsoft.Dynamics.CRM.account' is.")]
    [InlineData("""{ "Row": { "@odata.type": "Microsoft.Dynamics.CRM.account" } }""", "'Row' takes rows of smpl_visit, not of account.")]
    [InlineData("""{ "Row": { "smpl_nosuch": 1 } }""", "There is no property 'smpl_nosuch' in the table smpl_visit.")]
    [InlineData("""{ "Region": {} }""", "'Region' must name a row by its primary key or by '@odata.id'.")]
    public async Task A_wrong_parameter_gets_a_sentence_that_names_it(string body, string sentence)
    {
        _scene.OnCountVisits(_ => Assert.Fail("The plugin must not run."), api => api with { Parameters = EveryType });

        Assert.Equal(sentence, (await CallAsync(body)).Refused(HttpStatusCode.BadRequest, "0x80048d19"));
    }

    [Fact]
    public async Task A_missing_parameter_is_refused_by_the_organization() =>
        Assert.Contains("'Least'", (await CallAsync("{}")).Refused(HttpStatusCode.BadRequest, "0x80040203"), StringComparison.Ordinal);

    [Fact]
    public async Task A_plugin_that_refuses_speaks_to_the_caller()
    {
        _scene.OnCountVisits(_ => throw new InvalidPluginExecutionException("Not today."));

        Assert.Equal("Not today.", (await CallAsync("""{ "Least": 1 }""")).Refused(HttpStatusCode.BadRequest, "0x80040265"));
    }

    [Fact]
    public async Task A_function_takes_its_parameters_from_the_address()
    {
        _scene.OnCountVisits(
            run => run.Context.OutputParameters["Count"] = (int)run.Context.InputParameters["Least"] + ((string)run.Context.InputParameters["Note"]).Length,
            api => api with { IsFunction = true, BoundTable = null });
        await StartAsync();

        Assert.Equal(5, (await _api.GetAsync("smpl_CountVisits(Least=2,Note='abc')")).Must(HttpStatusCode.OK).Json.GetProperty("Count").GetInt32());
        Assert.Equal(5, (await _api.GetAsync("smpl_CountVisits(Least=@a,Note=@b)?@a=2&@b='abc'")).Must(HttpStatusCode.OK).Json.GetProperty("Count").GetInt32());
        (await _api.PostAsync("smpl_CountVisits(Least=2,Note='abc')", "{}")).Refused(HttpStatusCode.MethodNotAllowed, "0x8006088b");
    }

    [Fact]
    public async Task An_action_without_properties_answers_with_nothing()
    {
        _scene.OnCountVisits(_ => { }, api => api with { Parameters = [], Properties = [] });

        Assert.Empty((await CallAsync("{}")).Must(HttpStatusCode.NoContent).Bytes);
        (await _api.GetAsync($"opportunities({_scene.Opportunity()})/Microsoft.Dynamics.CRM.smpl_CountVisits")).Refused(HttpStatusCode.MethodNotAllowed, "0x8006088b");
    }

    [Fact]
    public async Task The_Multiple_messages_write_many_rows_at_once()
    {
        await StartAsync();

        var ids = (await _api.PostAsync("smpl_regions/Microsoft.Dynamics.CRM.CreateMultiple", """
            { "Targets": [ { "@odata.type": "Microsoft.Dynamics.CRM.smpl_region", "smpl_code": "A" }, { "@odata.type": "Microsoft.Dynamics.CRM.smpl_region", "smpl_code": "B" } ] }
            """)).Must(HttpStatusCode.OK).Json.GetProperty("Ids").EnumerateArray().Select(id => id.GetGuid()).ToList();
        (await _api.PostAsync("smpl_regions/Microsoft.Dynamics.CRM.UpdateMultiple", $$"""
            { "Targets": [ { "smpl_regionid": "{{ids[0]}}", "smpl_name": "First" } ] }
            """)).Must(HttpStatusCode.NoContent);
        (await _api.PostAsync("smpl_regions/Microsoft.Dynamics.CRM.UpsertMultiple", """
            { "Targets": [ { "@odata.id": "smpl_regions(smpl_code='B')", "smpl_name": "Second" }, { "@odata.id": "smpl_regions(smpl_code='C')", "smpl_name": "Third" } ] }
            """)).Must(HttpStatusCode.NoContent);

        Assert.Equal(["A First", "B Second", "C Third"], (await _api.GetAsync("smpl_regions?$orderby=smpl_code")).Rows
            .Select(row => $"{row.GetProperty("smpl_code")} {row.GetProperty("smpl_name")}"));
    }

    [Fact]
    public async Task An_opportunity_is_won_by_its_action()
    {
        await StartAsync();
        var opportunity = _scene.Opportunity();
        var body = $$"""{ "Status": 3, "OpportunityClose": { "subject": "Won", "opportunityid@odata.bind": "/opportunities({{opportunity}})" } }""";

        (await _api.PostAsync("WinOpportunity", body)).Must(HttpStatusCode.NoContent);
        (await _api.PostAsync("WinOpportunity", body)).Refused(HttpStatusCode.BadRequest, "0x80040515");

        JsonElement row = (await _api.GetAsync($"opportunities({opportunity})")).Json;
        Assert.Equal((1, 3), (row.GetProperty("statecode").GetInt32(), row.GetProperty("statuscode").GetInt32()));
        Assert.Equal(1, _scene.Count("opportunityclose"));
    }
}
