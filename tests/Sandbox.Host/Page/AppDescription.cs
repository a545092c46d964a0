using BuyerPath.Sandbox.Host.WebApi;
using BuyerPath.Sandbox.Model;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Host.Page;

/// <summary>Everything the page must know of the solution before it shows a row, with its texts in every language.</summary>
internal sealed record AppDescription(
    string Solution,
    string Version,
    UserDescription User,
    IReadOnlyList<NavigationGroup> Navigation,
    IReadOnlyDictionary<string, TableDescription> Tables,
    IReadOnlyList<FormDescription> Forms,
    IReadOnlyList<ViewDescription> Views,
    IReadOnlyDictionary<string, RelationshipDescription> Relationships)
{
    private static readonly string[] WorkTables = ["opportunity", "account", "contact"];

    public static AppDescription Of(Organization organization)
    {
        var solution = organization.Model;
        var metadata = new Metadata(solution);
        List<FormDescription> forms = [.. solution.Forms.Select(FormDescription.Of)];
        List<ViewDescription> views = [.. ViewDescription.Of(solution)];
        var withForm = forms.Where(form => form.Kind == "main").Select(form => form.Table).ToHashSet();
        var withView = views.Where(view => view.QueryType == 0).Select(view => view.Table).ToHashSet();

        return new AppDescription(
            solution.UniqueName,
            solution.Version.ToString(),
            UserOf(organization),
            NavigationOf(solution),
            solution.Tables.Values.ToDictionary(table => table.LogicalName, table => TableDescription.Of(table, metadata)),
            [.. forms, .. solution.Tables.Values.Where(table => !withForm.Contains(table.LogicalName)).Select(StandIns.Form)],
            [.. views, .. solution.Tables.Values.Where(table => !withView.Contains(table.LogicalName)).Select(StandIns.View)],
            solution.OneToMany.ToDictionary(named => named.Key, named => new RelationshipDescription(named.Value.OneTable, named.Value.Lookup)));
    }

    private static UserDescription UserOf(Organization organization)
    {
        var user = organization.ServiceFor(organization.DefaultUserId).Retrieve("systemuser", organization.DefaultUserId, new ColumnSet("fullname"));
        return new UserDescription(user.Id, user.GetAttributeValue<string>("fullname"));
    }

    // Until the solution brings an app with a site map: the seller's tables, and the configuration, which nobody owns.
    private static IReadOnlyList<NavigationGroup> NavigationOf(SolutionModel solution) =>
    [
        new("myWork", [.. WorkTables.Where(solution.Tables.ContainsKey)]),
        new("settings", [.. solution.Tables.Values.Where(table => !table.IsStandIn && table.Ownership == Ownership.Organization).Select(table => table.LogicalName)]),
    ];
}

/// <summary>Whom the page acts as.</summary>
internal sealed record UserDescription(Guid Id, string Name);

/// <summary>A group of the left navigation, by the key of its heading, with the tables in it.</summary>
internal sealed record NavigationGroup(string Heading, IReadOnlyList<string> Tables);

/// <summary>A relationship by which a subgrid finds its rows: the table on the one side, and the lookup on the many side.</summary>
internal sealed record RelationshipDescription(string Table, string Lookup);
