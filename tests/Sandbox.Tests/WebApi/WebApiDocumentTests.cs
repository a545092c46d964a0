using System.Net;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Validation;

namespace BuyerPath.Sandbox.Tests.WebApi;

public sealed class WebApiDocumentTests : WebApiTests
{
    [Fact]
    public async Task The_service_document_lists_every_table_and_the_definitions()
    {
        var document = (await Api.GetAsync("")).Must(HttpStatusCode.OK);

        Assert.Equal([.. Scene.Organization.Model.Tables.Values.Select(table => table.EntitySetName).Concat(["EntityDefinitions", "GlobalOptionSetDefinitions"]).Order()], document.All("name").Order());
    }

    [Fact]
    public async Task The_metadata_has_no_errors()
    {
        var model = new ODataPayload((await Api.GetAsync("$metadata")).Must(HttpStatusCode.OK).Bytes).Model;

        Assert.True(model.Validate(out var errors), string.Join("\n", errors));
    }

    [Theory]
    [InlineData("smpl_subject", "Edm.String")]
    [InlineData("smpl_notes", "Edm.String")]
    [InlineData("smpl_minutes", "Edm.Int32")]
    [InlineData("smpl_score", "Edm.Decimal")]
    [InlineData("smpl_ratio", "Edm.Double")]
    [InlineData("smpl_fee", "Edm.Decimal")]
    [InlineData("smpl_startson", "Edm.DateTimeOffset")]
    [InlineData("smpl_day", "Edm.Date")]
    [InlineData("smpl_outcome", "Edm.Int32")]
    [InlineData("smpl_topics", "Edm.String")]
    [InlineData("smpl_isremote", "Edm.Boolean")]
    [InlineData("statecode", "Edm.Int32")]
    [InlineData("versionnumber", "Edm.Int64")]
    [InlineData("smpl_visitid", "Edm.Guid")]
    [InlineData("_smpl_regionid_value", "Edm.Guid")]
    public async Task A_column_has_the_type_that_Dataverse_gives_it(string property, string type)
    {
        var model = new ODataPayload((await Api.GetAsync("$metadata")).Bytes).Model;
        var visit = (IEdmEntityType)model.FindDeclaredType("Microsoft.Dynamics.CRM.smpl_visit");

        Assert.Equal(type, visit.FindProperty(property).Type.FullName());
    }

    [Fact]
    public async Task A_lookup_is_a_navigation_property_with_the_casing_of_its_relationship()
    {
        var model = new ODataPayload((await Api.GetAsync("$metadata")).Bytes).Model;
        var visit = (IEdmEntityType)model.FindDeclaredType("Microsoft.Dynamics.CRM.smpl_visit");
        var opportunity = (IEdmEntityType)model.FindDeclaredType("Microsoft.Dynamics.CRM.opportunity");

        Assert.Equal("smpl_region", ((IEdmNavigationProperty)visit.FindProperty("smpl_RegionId")).ToEntityType().Name);
        Assert.Equal("smpl_visit", ((IEdmNavigationProperty)opportunity.FindProperty("smpl_opportunity_visit")).ToEntityType().Name);
        Assert.Equal("account", ((IEdmNavigationProperty)opportunity.FindProperty("customerid_account")).ToEntityType().Name);
    }

    [Theory]
    [InlineData("v9.0", HttpStatusCode.OK)]
    [InlineData("v9.1", HttpStatusCode.OK)]
    [InlineData("v9.2", HttpStatusCode.OK)]
    [InlineData("v8.2", HttpStatusCode.NotFound)]
    public async Task Any_version_9_is_answered_alike(string version, HttpStatusCode status) =>
        Assert.Equal(status, (await Api.GetAsync($"/api/data/{version}/WhoAmI")).Status);
}
