using BuyerPath.Toolbox;
using BuyerPath.Toolbox.Data;
using BuyerPath.Toolbox.Packing;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Tests.Pipelines;

/// <summary>The packed solution with the shipped buying processes and starter content, on a day in March. Loaded once; each test gets its own.</summary>
internal sealed class LoadedOrganization
{
    private static readonly Lazy<Organization> Template = new(Load);

    public AdjustableClock Clock { get; } = new(Today);

    public Organization Organization { get; }

    public static DateTimeOffset Today { get; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public LoadedOrganization() => Organization = Template.Value.Copy(new OrganizationOptions { Clock = Clock });

    /// <summary>All rows of a table, in the order in which they were made.</summary>
    public IReadOnlyList<Entity> All(string table) =>
        [.. Organization.ServiceFor(Organization.SystemUserId).RetrieveMultiple(new QueryExpression(table) { ColumnSet = new ColumnSet(true) }).Entities];

    private static Organization Load()
    {
        using var solution = BuiltSolution.Open();
        var organization = Organization.Load(solution, new OrganizationOptions { Clock = new AdjustableClock(Today) });
        var templates = ProcessTemplateReader.ReadAll(Repository.PathOf("solution/data/processes"));
        organization.Import(new MemoryStream(ProcessPackage.Zip(templates, Language.English)));
        organization.Import(new MemoryStream(StarterPackage.Zip(templates, SegmentReader.Read(Repository.PathOf("solution/data/segments.yaml"), templates), Language.English)));
        return organization;
    }
}
