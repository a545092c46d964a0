using System.Diagnostics;
using System.Xml.Linq;
using BuyerPath.Plugins.Api;
using BuyerPath.Plugins.Schema;
using BuyerPath.Sandbox;
using BuyerPath.Sandbox.Host;
using BuyerPath.Sandbox.Host.Pipelines;
using BuyerPath.Toolbox.Packing;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Benchmarks.Sandbox;

/// <summary>How fast the sandbox is with many opportunities: load, query, recompute. It runs what is packed.</summary>
internal sealed class Volume
{
    private const int PublicView = 0;
    private const int PageSize = 50;
    private const int Times = 5;
    private const int SingleRows = 1000;
    private const int RecomputeCalls = 10;
    private const int RowsOfACall = 1000;

    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly AdjustableClock _clock = new(Start);
    private readonly Organization _organization;
    private readonly EntityReference _process;

    private Volume(string solution, string data)
    {
        using var zip = File.OpenRead(solution);
        _organization = Organization.Load(zip, new OrganizationOptions { Clock = _clock });
        using var configuration = File.OpenRead(data);
        _organization.Import(configuration);
        _process = new PipelineRows(_organization, _clock).Process("classic6");
    }

    /// <summary>Measures, and tells each line as soon as it is known.</summary>
    /// <param name="opportunities">How many opportunities.</param>
    /// <param name="configurationData">The package with the buying processes.</param>
    /// <param name="tell">Where a line goes.</param>
    public static void Measure(int opportunities, string configurationData, Action<string> tell) =>
        new Volume(BuiltSolution.Path, configurationData).Measure(opportunities, tell);

    private void Measure(int opportunities, Action<string> tell)
    {
        tell(Measured.Head);
        var ids = Load(opportunities, line => tell($"{line}"));
        tell(Memory());
        foreach (var line in Queries(ids).Concat(OverHttp(ids))) tell($"{line}");
        tell($"{Recompute()}");
        tell(Memory());
    }

    private IReadOnlyList<Guid> Load(int opportunities, Action<Measured> tell)
    {
        var deals = new ManyDeals(_organization, _clock);
        IReadOnlyList<EntityReference> accounts = [];
        IReadOnlyList<Guid> ids = [];
        tell(Measured.Once("create accounts, in bulk", () => (accounts = deals.MakeCustomers(opportunities)).Distinct().Count()));
        tell(Measured.Once("create opportunities, in bulk, with plugins", () => (ids = deals.MakeOpportunities(accounts, _process)).Count));
        tell(Measured.Once("create answers, in bulk, with plugins", () => deals.Answer(ids, _process)));
        return ids;
    }

    private IEnumerable<Measured> Queries(IReadOnlyList<Guid> ids)
    {
        var administrator = _organization.ServiceFor(_organization.DefaultUserId);
        var seller = _organization.ServiceFor(Seller);
        var model = _organization.Model;

        yield return Measured.Once("retrieve a row by its id", () =>
        {
            foreach (var id in ids.Take(SingleRows)) administrator.Retrieve(OpportunityTable.LogicalName, id, new ColumnSet(OpportunityTable.Name, OpportunityTable.EstimatedValue));
            return Math.Min(SingleRows, ids.Count);
        });
        var views = model.Views.Where(view => view.Table == OpportunityTable.LogicalName && view.QueryType == PublicView)
            .Select(view => (Name: $"view '{view.Name.In(1033)}'", Query: FirstPageOf(view.Fetch))).ToList();
        foreach (var line in Each($"{views.Count} views, first page, every row visible", views, administrator)) yield return line;
        foreach (var line in Each($"{views.Count} views, first page, a seller", views, seller)) yield return line;

        var charts = model.Charts.Where(chart => chart.Table == OpportunityTable.LogicalName)
            .Select(chart => (Name: $"chart '{chart.Name.In(1033)}'", Query: new FetchExpression(chart.Fetch.ToString()))).ToList();
        // A seller's: Dataverse, and the sandbox with it, sums no more than 50,000 rows in a request.
        foreach (var line in Each($"{charts.Count} charts, a seller", charts, seller)) yield return line;
    }

    /// <summary>All of them together, and the slowest.</summary>
    private static IEnumerable<Measured> Each(string what, IEnumerable<(string Name, FetchExpression Query)> queries, IOrganizationService service)
    {
        var each = queries.Select(query => Measured.Often($"  slowest: {query.Name}", Times, () => service.RetrieveMultiple(query.Query))).ToList();
        yield return new Measured(what, each.Sum(one => one.Count), each.Aggregate(TimeSpan.Zero, (sum, one) => sum + one.Time));
        yield return each.MaxBy(one => one.Time)!;
    }

    private static FetchExpression FirstPageOf(XElement fetch)
    {
        var page = new XElement(fetch);
        page.SetAttributeValue("page", 1);
        page.SetAttributeValue("count", PageSize);
        return new FetchExpression(page.ToString());
    }

    private Guid Seller => new PipelineRows(_organization, _clock).Seller("Seller 1").Id;

    private IEnumerable<Measured> OverHttp(IReadOnlyList<Guid> ids)
    {
        string[] addresses =
        [
            $"opportunities({ids[^1]})?$select=name,estimatedvalue",
            "opportunities?$select=name&$top=50",
            "opportunities?$select=name,estimatedvalue&$orderby=estimatedvalue desc&$top=50",
            "opportunities?$select=name&$filter=statecode eq 0 and contains(name,'99')&$top=50",
            "opportunities?$select=name&$expand=parentaccountid($select=name)&$top=50",
            $"buy_answers?$select=buy_value&$filter=_buy_opportunityid_value eq {ids[^1]}",
            $"opportunities?$apply=filter(_ownerid_value eq {Seller})/groupby((statecode),aggregate(estimatedvalue with sum as total))",
            "opportunities/$count",
        ];
        var application = SandboxHost.Create(_organization, new Uri("http://127.0.0.1:0"));
        application.StartAsync().GetAwaiter().GetResult();
        using var client = new HttpClient { BaseAddress = new Uri($"{application.Urls.Single()}/api/data/v9.2/") };
        foreach (var address in addresses) yield return Measured.Often(ShortOf(address), Times, () => client.GetStringAsync(address).GetAwaiter().GetResult());
        application.StopAsync().GetAwaiter().GetResult();
    }

    private static string ShortOf(string address)
    {
        const int longest = 54;
        return $"HTTP {(address.Length <= longest ? address : $"{address[..longest]}…")}";
    }

    private Measured Recompute()
    {
        _clock.Advance(TimeSpan.FromDays(1));
        var data = _organization.ServiceFor(_organization.DefaultUserId);
        return Measured.Once($"recompute, {RecomputeCalls} calls of {RecalculateJourneys.Name}", () => Enumerable.Range(0, RecomputeCalls)
            .Sum(_ => (int)data.Execute(new OrganizationRequest(RecalculateJourneys.Name) { ["Most"] = RowsOfACall })["Recalculated"]));
    }

    private static string Memory()
    {
        using var process = Process.GetCurrentProcess();
        return $"memory: {Megabytes(GC.GetTotalMemory(forceFullCollection: true))} MB of rows and code in use, {Megabytes(process.PeakWorkingSet64)} MB at most from the machine";
    }

    private static long Megabytes(long bytes) => bytes / (1024 * 1024);
}
