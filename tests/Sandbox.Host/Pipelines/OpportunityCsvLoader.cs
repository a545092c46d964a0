using System.Diagnostics;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Host.Pipelines;

/// <summary>Loads exported deals as opportunities of a sandbox: each made, and won or lost, at its own time.</summary>
public static class OpportunityCsvLoader
{
    /// <summary>Loads a file. Rows that cannot be loaded are in the report; nothing of them stays.</summary>
    /// <param name="organization">Where to; it must hold the buying process.</param>
    /// <param name="clock">The organisation's clock. It is moved while rows are written and goes on afterwards.</param>
    /// <param name="csvPath">The export.</param>
    /// <param name="mapPath">A map for it (see <see cref="OpportunityCsvMapReader"/>); null to recognise the usual headers.</param>
    /// <exception cref="InvalidDataException">The file or the map as a whole cannot be used; the message is for its owner.</exception>
    /// <exception cref="FileNotFoundException">One of the files is not there.</exception>
    public static OpportunityCsvReport Load(Organization organization, AdjustableClock clock, string csvPath, string? mapPath = null)
    {
        var watch = Stopwatch.StartNew();
        var file = OpportunityCsvFile.Read(csvPath, mapPath is null ? null : OpportunityCsvMapReader.Read(mapPath));
        var rows = new PipelineRows(organization, clock);
        var process = rows.Process(file.Map.Process);
        var nobody = new EntityReference("systemuser", organization.DefaultUserId);
        var now = clock.GetUtcNow();

        List<Rejection> refused = [];
        foreach (var deal in file.Deals)
            try
            {
                var owner = deal.Owner is null ? nobody : rows.Seller(deal.Owner);
                Write(rows, deal, owner, process, now);
            }
            catch (FaultException<OrganizationServiceFault> fault)
            {
                refused.Add(new(deal.Line, "row", $"is refused: {fault.Message}"));
            }

        return new(
            file.Rows,
            file.Deals.Count - refused.Count,
            [.. file.Rejected.Concat(refused).OrderBy(rejection => rejection.Line)],
            [.. file.Map.Sources.Select(source => $"{source.Key.Name} from {source.Value}")],
            file.UnmappedColumns,
            [.. Description(file.Map), .. file.Notes, .. Notes(file.Deals, refused)],
            watch.Elapsed);
    }

    private static void Write(PipelineRows rows, Deal deal, EntityReference owner, EntityReference process, DateTimeOffset now)
    {
        var closed = deal.ActualCloseOn is { } on ? new DateTimeOffset(on) : now;
        var created = deal.CreatedOn is { } begun ? new DateTimeOffset(begun) : Earlier(now, closed);
        var id = rows.Opportunity(
            new NewOpportunity(deal.Name, owner, process)
            {
                Account = deal.Account is null ? null : rows.Customer(deal.Account, owner),
                Value = deal.Value,
                ClosesOn = deal.EstimatedCloseOn,
                Description = deal.Description,
            },
            created);
        if (deal.Status == DealStatus.Open) return;
        try
        {
            rows.Close(id, deal.Status, deal.Value, Later(created, closed)); // a closing date has no time of day
        }
        catch (FaultException<OrganizationServiceFault>)
        {
            rows.Forget(id);
            throw;
        }
    }

    private static IEnumerable<string> Description(OpportunityCsvMap map) => map.Description is { } description ? [description] : [];

    private static IEnumerable<string> Notes(IReadOnlyList<Deal> deals, IReadOnlyList<Rejection> refused)
    {
        var lines = refused.Select(rejection => rejection.Line).ToHashSet();
        var loaded = deals.Where(deal => !lines.Contains(deal.Line)).ToList();

        var undated = loaded.Count(deal => deal.Status != DealStatus.Open && deal.ActualCloseOn is null);
        if (undated > 0) yield return $"Won or lost without a closing date, so closed today: {undated}.";

        var unowned = loaded.Count(deal => deal.Owner is null);
        if (unowned > 0) yield return $"Without an owner, so yours: {unowned}.";
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
