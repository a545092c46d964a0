using System.Xml.Linq;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Solution.Tests;

/// <summary>The app brings everything that the solution has for people: what it does not list stays unseen.</summary>
public sealed class SourceAppTests
{
    private readonly SolutionSource _source = SourceCopy.Take();

    [Fact] // once an app lists a form of a table it shows only those, and with views and charts it is the same
    public void The_app_lists_every_form_view_and_chart_of_opportunities()
    {
        Assert.Equal(Ids("FormXml/main", "formid").Concat(DashboardIds()).Order(), Listed("60", "id").Order());
        Assert.Equal(Ids("SavedQueries", "savedqueryid").Order(), Listed("26", "id").Order());
        Assert.Equal(Ids("Visualizations", "savedqueryvisualizationid").Order(), Listed("59", "id").Order());
    }

    [Fact]
    public void The_navigation_leads_to_every_dashboard_and_every_configuration_table()
    {
        var entries = _source.Files("AppModuleSiteMaps/", "/AppModuleSiteMap.xml").Single().Root.Descendants("SubArea").ToList();

        Assert.Equal(DashboardIds().Select(Guid.Parse).Order(), entries.Attributes("DefaultDashboard").Select(id => Guid.Parse(id.Value)).Order());
        Assert.Empty(_source.Tables.Where(table => table.Ownership == Ownership.OrgOwned).Select(table => table.LogicalName).Except(entries.Attributes("Entity").Select(table => table.Value)));
    }

    private IEnumerable<string> Listed(string type, string identity) =>
        _source.Files("AppModules/", "/AppModule.xml").Single().Root.Descendants("AppModuleComponent")
            .Where(component => component.Attribute("type")!.Value == type)
            .Select(component => component.Attribute(identity)!.Value);

    private IEnumerable<string> Ids(string folder, string element) =>
        _source.Files($"Entities/Opportunity/{folder}/").Select(file => file.Root.DescendantsAndSelf().Elements(element).First().Value.ToLowerInvariant());

    private IEnumerable<string> DashboardIds() => _source.Files("Dashboards/").Select(file => file.Root.Element("FormId")!.Value);
}
