using BuyerPath.Domain.Journeys;
using BuyerPath.Domain.Qualifications;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Plugins.Rows;

/// <summary>What the worth of opportunities is told by, with the rows that hold it.</summary>
internal sealed class ScoringRows
{
    private const string Account = AccountTable.LogicalName;

    private readonly IReadOnlyDictionary<Guid, ScoringModel> _models;
    private readonly ILookup<Guid, Rating> _ratings;
    private readonly ILookup<Guid, AlternativeRow> _alternatives;
    private readonly ILookup<Guid, ScoreSnapshot> _snapshots;
    private readonly Dictionary<Guid, Dictionary<string, object?>> _columns;

    private ScoringRows(IOrganizationService data, IReadOnlyCollection<OpportunityRow> scored)
    {
        var ids = scored.Select(opportunity => opportunity.Id).ToList();
        _models = data.ScoringModels([.. scored.Select(opportunity => opportunity.ScoringModelId).OfType<Guid>().Distinct()]);
        _ratings = data.RatingsOn(ids);
        _alternatives = data.AlternativesOn(ids);
        _snapshots = data.SnapshotsOf(ids);
        _columns = ReadColumns(data, ids, _models.Values);
    }

    /// <summary>
    /// Reads it for those of the opportunities that have a score or had one: none when none has, else six queries, and one more
    /// where criteria read columns.
    /// </summary>
    public static ScoringRows? Of(IOrganizationService data, IEnumerable<OpportunityRow> opportunities)
    {
        var scored = opportunities.Where(opportunity => opportunity.IsScored).ToList();
        return scored.Count == 0 ? null : new ScoringRows(data, scored);
    }

    /// <summary>What this opportunity's worth is told by; null while no model is chosen.</summary>
    public Scoring? ScoringOf(OpportunityRow opportunity)
    {
        if (opportunity.ScoringModelId is not { } modelId) return null;

        var columns = _columns.TryGetValue(opportunity.Id, out var read) ? read : [];
        return new Scoring(_models[modelId], [.. _ratings[opportunity.Id]], [.. AlternativesOf(opportunity.Id).Select(row => row.Alternative)])
        {
            OpportunityColumns = columns,
            AccountColumns = columns
                .Where(column => column.Key.StartsWith($"{Account}.", StringComparison.Ordinal))
                .ToDictionary(column => column.Key.Substring(Account.Length + 1), column => column.Value),
        };
    }

    /// <summary>Its alternatives with their rows.</summary>
    public IReadOnlyCollection<AlternativeRow> AlternativesOf(Guid opportunityId) => [.. _alternatives[opportunityId]];

    /// <summary>The snapshots of its score.</summary>
    public IEnumerable<ScoreSnapshot> SnapshotsOf(Guid opportunityId) => _snapshots[opportunityId];

    /// <summary>Reads a row with the columns that these models read, so that one that is not there is refused by its name: one query.</summary>
    public static void RequireColumns(IOrganizationService data, IReadOnlyCollection<ScoringModel> models)
    {
        if (QueryOf(models) is not { } query) return;
        query.TopCount = 1;
        data.RetrieveMultiple(query);
    }

    private static Dictionary<Guid, Dictionary<string, object?>> ReadColumns(
        IOrganizationService data, IEnumerable<Guid> ids, IEnumerable<ScoringModel> models)
    {
        if (QueryOf(models) is not { } query) return [];
        query.Criteria.AddCondition(OpportunityTable.OpportunityId, ConditionOperator.In, [.. ids.Cast<object>()]);
        return data.All(query).ToDictionary(row => row.Id, row => row.ValuesOf());
    }

    /// <summary>A query for the columns that criteria read; null when they read none.</summary>
    private static QueryExpression? QueryOf(IEnumerable<ScoringModel> models)
    {
        var own = ColumnsIn(models, Domain.Qualifications.CriterionTable.Opportunity);
        var accounts = ColumnsIn(models, Domain.Qualifications.CriterionTable.Account);
        if (own.Length + accounts.Length == 0) return null;

        var query = new QueryExpression(OpportunityTable.LogicalName) { ColumnSet = new ColumnSet(own) };
        if (accounts.Length > 0)
        {
            var account = query.AddLink(Account, OpportunityTable.ParentAccountId, AccountTable.AccountId, JoinOperator.LeftOuter);
            account.EntityAlias = Account;
            account.Columns = new ColumnSet(accounts);
        }
        return query;
    }

    private static string[] ColumnsIn(IEnumerable<ScoringModel> models, Domain.Qualifications.CriterionTable table) =>
        [.. models.SelectMany(model => model.ColumnsOf(table)).Distinct()];
}
