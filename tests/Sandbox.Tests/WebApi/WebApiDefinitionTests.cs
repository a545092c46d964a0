using System.Net;

namespace BuyerPath.Sandbox.Tests.WebApi;

public sealed class WebApiDefinitionTests : WebApiTests
{
    [Fact]
    public async Task A_table_is_found_by_its_name_and_by_its_id()
    {
        var byName = (await Api.GetAsync("EntityDefinitions(LogicalName='smpl_visit')?$select=EntitySetName,PrimaryIdAttribute")).Must(HttpStatusCode.OK).Json;
        var byId = (await Api.GetAsync($"EntityDefinitions({byName.GetProperty("MetadataId")})")).Must(HttpStatusCode.OK).Json;

        Assert.Equal("smpl_visits", byName.GetProperty("EntitySetName").GetString());
        Assert.Equal("smpl_visitid", byName.GetProperty("PrimaryIdAttribute").GetString());
        Assert.False(byName.TryGetProperty("LogicalName", out _));
        Assert.Equal("smpl_visit", byId.GetProperty("LogicalName").GetString());
        Assert.Equal("Visit", byId.GetProperty("DisplayName").GetProperty("UserLocalizedLabel").GetProperty("Label").GetString());
    }

    [Theory]
    [InlineData("LogicalName eq 'smpl_visit'", "smpl_visit")]
    [InlineData("LogicalName eq 'smpl_visit' or EntitySetName eq 'accounts'", "account,smpl_visit")]
    [InlineData("IsCustomEntity and not (LogicalName eq 'smpl_visit')", "smpl_region,smpl_visit_guest")]
    [InlineData("LogicalName eq 'nosuch'", "")]
    public async Task Tables_are_filtered(string filter, string names) =>
        Assert.Equal(names, string.Join(',', (await Api.GetAsync($"EntityDefinitions?$select=LogicalName&$filter={filter}")).Must(HttpStatusCode.OK).All("LogicalName")));

    [Fact]
    public async Task Every_table_of_the_solution_and_of_the_platform_is_listed() =>
        Assert.Equal(Scene.Organization.Model.Tables.Keys.Order(StringComparer.Ordinal), (await Api.GetAsync("EntityDefinitions")).Must(HttpStatusCode.OK).All("LogicalName"));

    [Fact]
    public async Task Columns_are_read_along_their_table()
    {
        var listed = (await Api.GetAsync("EntityDefinitions(LogicalName='smpl_visit')/Attributes?$select=LogicalName,AttributeType")).Must(HttpStatusCode.OK);
        var expanded = (await Api.GetAsync("EntityDefinitions(LogicalName='smpl_visit')?$select=LogicalName&$expand=Attributes($select=LogicalName)")).Must(HttpStatusCode.OK).Json;
        var one = (await Api.GetAsync("EntityDefinitions(LogicalName='smpl_visit')/Attributes(LogicalName='smpl_minutes')")).Must(HttpStatusCode.OK).Json;

        Assert.Equal(Scene.Organization.Model.Tables["smpl_visit"].Columns.Keys.Order(StringComparer.Ordinal), listed.All("LogicalName"));
        Assert.Equal(listed.All("LogicalName"), expanded.GetProperty("Attributes").EnumerateArray().Select(column => column.GetProperty("LogicalName").GetString()));
        Assert.Equal("Integer", one.GetProperty("AttributeType").GetString());
    }

    [Fact]
    public async Task A_shared_choice_shows_its_options()
    {
        var all = (await Api.GetAsync("GlobalOptionSetDefinitions")).Must(HttpStatusCode.OK);
        var name = all.All("Name")[0];
        var choice = Scene.Organization.Model.Tables.Values.SelectMany(table => table.Columns.Values).First(column => column.Choice?.Name == name).Choice!;

        var options = (await Api.GetAsync($"GlobalOptionSetDefinitions(Name='{name}')")).Must(HttpStatusCode.OK).Json.GetProperty("Options").EnumerateArray().ToList();

        Assert.Equal(choice.Options.Select(option => option.Value), options.Select(option => option.GetProperty("Value").GetInt32()));
        Assert.Equal(choice.Options[0].Label.In(1033), options[0].GetProperty("Label").GetProperty("UserLocalizedLabel").GetProperty("Label").GetString());
    }

    [Fact]
    public async Task What_is_not_defined_is_not_found() =>
        (await Api.GetAsync("EntityDefinitions(LogicalName='nosuch')")).Refused(HttpStatusCode.NotFound, "0x80060888");

    [Theory]
    [InlineData("EntityDefinitions?$orderby=LogicalName", HttpStatusCode.BadRequest)]
    [InlineData("EntityDefinitions?$select=NoSuch", HttpStatusCode.BadRequest)]
    [InlineData("EntityDefinitions?$filter=startswith(LogicalName,'smpl')", HttpStatusCode.NotImplemented)]
    [InlineData("EntityDefinitions?$expand=Attributes($filter=IsPrimaryId)", HttpStatusCode.NotImplemented)]
    [InlineData("EntityDefinitions(LogicalName='smpl_visit')/LogicalName", HttpStatusCode.NotImplemented)]
    [InlineData("RelationshipDefinitions", HttpStatusCode.NotImplemented)]
    [InlineData("EntityDefinitions(LogicalName='smpl_visit')/Attributes(LogicalName='smpl_outcome')/Microsoft.Dynamics.CRM.PicklistAttributeMetadata", HttpStatusCode.NotFound)]
    public async Task More_than_that_is_refused(string address, HttpStatusCode status) => (await Api.GetAsync(address)).Must(status);

    [Fact]
    public async Task Definitions_do_not_change() =>
        Assert.Contains("changing definitions", (await Api.PostAsync("EntityDefinitions", "{}")).Refused(HttpStatusCode.NotImplemented, "0x80040315"), StringComparison.Ordinal);
}
