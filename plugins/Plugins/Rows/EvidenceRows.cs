using BuyerPath.Domain;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Plugins.Rows;

/// <summary>A table of what people give on an opportunity: answers, ratings.</summary>
/// <param name="LogicalName">Its name.</param>
/// <param name="Opportunity">Lookup to the opportunity.</param>
/// <param name="Asked">Lookup to what is asked.</param>
/// <param name="AskedTable">The table of that.</param>
/// <param name="AskedId">Its primary key.</param>
/// <param name="AskedKey">Its column with the key that versions share.</param>
/// <param name="LearntOn">When it was learnt.</param>
/// <param name="Said">What it says beside.</param>
internal sealed record EvidenceTable(
    string LogicalName, string Opportunity, string Asked, string AskedTable, string AskedId, string AskedKey, string LearntOn, string[] Said);

/// <summary>What was given with the row that holds it.</summary>
/// <param name="Given">What was given.</param>
/// <param name="Row">What it says.</param>
internal sealed record GivenRow(GivenEvidence Given, Entity Row);

/// <summary>Rows of such tables, as they go along to another version and as they are replaced.</summary>
internal static class EvidenceRows
{
    private const int ActiveStatus = 1;
    private const string StateCode = "statecode";
    private const string StatusCode = "statuscode";
    private const string CreatedOn = "createdon";
    private const string OwnerId = "ownerid";

    /// <summary>All that was given on these opportunities, withdrawn too, with the keys of what was asked, by opportunity: one query.</summary>
    public static ILookup<Guid, GivenRow> GivenOn(this IOrganizationService data, EvidenceTable table, IEnumerable<Guid> opportunityIds)
    {
        var query = Reading.Query(
            table.LogicalName, table.Opportunity, opportunityIds,
            [table.Opportunity, table.Asked, table.LearntOn, OwnerId, StateCode, CreatedOn, .. table.Said]);
        var asked = query.AddLink(table.AskedTable, table.Asked, table.AskedId);
        asked.EntityAlias = table.AskedTable;
        asked.Columns = new ColumnSet(table.AskedKey);
        return data.All(query).ToLookup(row => row.IdOf(table.Opportunity), row => new GivenRow(ToGiven(table, row), row));
    }

    /// <summary>
    /// Lets these count in another version: copies, so that going back finds what was there. As many writes as there are, for a
    /// plugin makes no batch requests.
    /// </summary>
    public static void Keep(this IOrganizationService data, EvidenceTable table, IEnumerable<GivenRow> given, IEnumerable<KeptEvidence> kept)
    {
        var rows = given.ToDictionary(each => each.Given.Id, each => each.Row);
        foreach (var each in kept)
        {
            var from = rows[each.Given.Id];
            var said = new AttributeCollection();
            said.AddRange(table.Said.Select(column => new KeyValuePair<string, object?>(column, from.GetAttributeValue<object>(column))));
            said[table.LearntOn] = each.Given.LearntOn;

            if (each.InPlaceOf is { } old) data.Replace(rows[old.Id], said);
            else data.Create(ToCopy(table, from, each.AskedId, said));
        }
    }

    /// <summary>Writes what is said in place of what is there; what was withdrawn counts again.</summary>
    public static void Replace(this IOrganizationService data, Entity existing, AttributeCollection said)
    {
        var row = new Entity(existing.LogicalName, existing.Id);
        row.Attributes.AddRange(said);
        if (existing.GetAttributeValue<OptionSetValue>(StateCode).Value != Reading.Active)
        {
            row[StateCode] = new OptionSetValue(Reading.Active);
            row[StatusCode] = new OptionSetValue(ActiveStatus);
        }
        data.Update(row);
    }

    private static Entity ToCopy(EvidenceTable table, Entity from, Guid askedId, AttributeCollection said)
    {
        var copy = new Entity(table.LogicalName)
        {
            [table.Opportunity] = from[table.Opportunity],
            [table.Asked] = new EntityReference(table.AskedTable, askedId),
            [OwnerId] = from[OwnerId],
        };
        copy.Attributes.AddRange(said);
        return copy;
    }

    private static GivenEvidence ToGiven(EvidenceTable table, Entity row) => new(
        row.Id,
        new Asked(row.IdOf(table.Asked), (string?)row.GetAttributeValue<AliasedValue>($"{table.AskedTable}.{table.AskedKey}")?.Value ?? ""),
        row.GetAttributeValue<DateTime?>(table.LearntOn) ?? row.GetAttributeValue<DateTime>(CreatedOn),
        row.GetAttributeValue<OptionSetValue>(StateCode).Value != Reading.Active);
}
