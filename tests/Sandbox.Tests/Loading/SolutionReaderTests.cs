using BuyerPath.Sandbox.Loading;
using BuyerPath.Sandbox.Model;

namespace BuyerPath.Sandbox.Tests.Loading;

public sealed class SolutionReaderTests
{
    private static readonly SolutionModel Model = SolutionReader.Read(new TestSolution().WithPlugin().Zip());

    [Fact]
    public void The_manifest_is_read() =>
        Assert.Equal(("SampleVisits", new Version(1, 2, 3, 4), false), (Model.UniqueName, Model.Version, Model.IsManaged));

    [Fact]
    public void A_table_has_its_names_key_columns_and_the_columns_of_the_platform()
    {
        var visit = Model.Tables["smpl_visit"];

        Assert.Equal(("smpl_Visit", "smpl_visits", "smpl_visitid", "smpl_number"), (visit.SchemaName, visit.EntitySetName, visit.PrimaryKey, visit.PrimaryName));
        Assert.Equal((Ownership.User, false), (visit.Ownership, visit.IsStandIn));
        Assert.Equal(["smpl_opportunityid", "smpl_day"], Assert.Single(visit.Keys).Columns);
        Assert.Equal(["systemuser", "team"], visit.Columns["ownerid"].Targets);
        Assert.True(visit.Columns["createdon"].IsSystem);
        Assert.Equal("Visit", visit.DisplayName.In(1033));
    }

    [Fact]
    public void Columns_have_their_limits_options_and_targets()
    {
        var columns = Model.Tables["smpl_visit"].Columns;

        Assert.Equal(20, columns["smpl_subject"].MaxLength);
        Assert.Equal((0m, 480m), (columns["smpl_minutes"].Minimum, columns["smpl_minutes"].Maximum));
        Assert.Equal((2, DateBehavior.DateOnly), (columns["smpl_score"].Precision, columns["smpl_day"].Behavior));
        Assert.Equal((712340001, true), (columns["smpl_outcome"].DefaultValue, columns["smpl_outcome"].Choice!.IsGlobal));
        Assert.Equal("Kielteinen", columns["smpl_outcome"].Choice!.Find(712340002)!.Label.In(1035));
        Assert.Equal((0, 1), (columns["statuscode"].Choice!.Find(712340000)!.State, columns["statecode"].Choice!.Find(0)!.DefaultStatus));
        Assert.Equal(["smpl_region"], columns["smpl_regionid"].Targets);
        Assert.Equal("smpl_fee", columns["smpl_fee_base"].BaseOf);
    }

    [Fact]
    public void A_standard_table_gets_the_columns_that_the_solution_adds()
    {
        var opportunity = Model.Tables["opportunity"];

        Assert.True(opportunity.IsStandIn);
        Assert.Contains("smpl_visitcount", opportunity.Columns.Keys);
        Assert.Contains("estimatedvalue", opportunity.Columns.Keys);
    }

    [Fact]
    public void Relationships_have_their_navigation_and_cascades()
    {
        var visits = Model.OneToMany["smpl_opportunity_visit"];

        Assert.Equal(("opportunity", "smpl_visit", "smpl_opportunityid"), (visits.OneTable, visits.ManyTable, visits.Lookup));
        Assert.Equal(("smpl_OpportunityId", "smpl_opportunity_visit"), (visits.LookupNavigation, visits.CollectionNavigation));
        Assert.Equal((Cascade.Cascade, Cascade.Cascade), (visits.OnDelete, visits.OnAssign));
    }

    [Fact]
    public void A_many_to_many_relationship_has_a_table_behind_it()
    {
        var guests = Model.ManyToMany["smpl_visit_guest"];

        Assert.Equal(("smpl_guests", "smpl_visits"), (guests.FirstNavigation, guests.SecondNavigation));
        Assert.Equal(("smpl_visitid", "contactid"), (guests.FirstColumn, guests.SecondColumn));
        Assert.Equal(["contactid", "smpl_visit_guestid", "smpl_visitid", "versionnumber"], Model.Tables["smpl_visit_guest"].Columns.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Roles_are_read_with_the_depth_of_each_privilege()
    {
        var planner = Model.Roles.Single(role => role.Name == "Visit Planner");

        Assert.Equal(
            (PrivilegeDepth.Deep, PrivilegeDepth.Local, PrivilegeDepth.Global, null),
            (planner.DepthOf("prvReadsmpl_Visit"), planner.DepthOf("prvwritesmpl_visit"), planner.DepthOf("prvAppendTosmpl_Region"), planner.DepthOf("prvDeletesmpl_Visit")));
        Assert.Equal(["Basic User", "Sales Manager", "Salesperson", "System Administrator", "Visit Planner", "Visitor"], Model.Roles.Select(role => role.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_lookup_of_every_table_has_a_relationship_to_each_of_its_targets()
    {
        var related = Model.OneToMany.Values.Select(one => (one.ManyTable, one.Lookup, one.OneTable)).ToHashSet();

        Assert.Empty(
            from table in Model.Tables.Values
            from column in table.Columns.Values
            where column.Type is ColumnType.Lookup or ColumnType.Customer
            from target in column.Targets
            where !related.Contains((table.LogicalName, column.LogicalName, target))
            select $"{table.LogicalName}.{column.LogicalName} -> {target}");
    }

    [Fact]
    public void Steps_custom_APIs_forms_and_views_are_read()
    {
        var step = Assert.Single(Model.Steps);
        Assert.Equal(("Create", "smpl_visit", 20, "SamplePlugin.SubjectIsUpperCase", "!"), (step.Message, step.Table, step.Stage, step.PluginType, step.Configuration));
        var api = Model.CustomApis["smpl_CountVisits"];
        Assert.Equal(("opportunity", false, CustomSteps.All), (api.BoundTable, api.IsFunction, api.AllowedSteps));
        Assert.Equal([("Least", false), ("Note", true)], api.Parameters.Select(parameter => (parameter.Name, parameter.IsOptional)));
        Assert.Equal(ParameterType.Integer, Assert.Single(api.Properties).Type);
        Assert.Equal(("main", "smpl_visit"), Assert.Single(Model.Forms) is var form ? (form.Kind, form.Table) : default);
        Assert.True(Assert.Single(Model.Views).IsDefault);
    }

    [Fact]
    public void Every_component_is_listed_by_kind_and_name()
    {
        Assert.Equal(
            ["Choice 1", "CustomApi 1", "CustomApiParameter 2", "CustomApiProperty 1", "Form 1", "PluginAssembly 1", "PluginType 1", "Relationship 5", "Role 2", "Step 1", "Table 3", "View 1"],
            Model.Components.CountBy(component => component.Kind).Select(kind => $"{kind.Key} {kind.Value}").Order(StringComparer.Ordinal));
        Assert.Contains(new Component("Table", "smpl_visit"), Model.Components);
    }
}
