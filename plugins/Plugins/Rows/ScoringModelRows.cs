using BuyerPath.Domain;
using BuyerPath.Domain.Qualifications;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using CriterionTable = BuyerPath.Plugins.Schema.CriterionTable; // the rules know a choice of this name

namespace BuyerPath.Plugins.Rows;

/// <summary>buy_scoringmodel and buy_criterion rows as scoring models.</summary>
internal static class ScoringModelRows
{
    private static readonly string[] Anchors =
        [CriterionTable.Level0, CriterionTable.Level1, CriterionTable.Level2, CriterionTable.Level3, CriterionTable.Level4];

    private static readonly string[] OfCriterion =
    [
        CriterionTable.ScoringModelId, CriterionTable.Name, CriterionTable.Key, CriterionTable.Order, CriterionTable.Side,
        CriterionTable.Weight, CriterionTable.KnockOutLevel, CriterionTable.Question, CriterionTable.Source, CriterionTable.Table,
        CriterionTable.Column, CriterionTable.Derivation, CriterionTable.Thresholds, .. Anchors,
    ];

    /// <summary>These models with their active criteria, by id: two queries, however many there are.</summary>
    public static IReadOnlyDictionary<Guid, ScoringModel> ScoringModels(this IOrganizationService data, IReadOnlyCollection<Guid> ids)
    {
        if (ids.Count == 0) return new Dictionary<Guid, ScoringModel>();

        var criteria = data.All(CriteriaOf(ids, OfCriterion)).ToLookup(row => row.IdOf(CriterionTable.ScoringModelId));
        var models = Reading.Query(
            ScoringModelTable.LogicalName, ScoringModelTable.ScoringModelId, ids,
            ScoringModelTable.Name, ScoringModelTable.BorderPercent, ScoringModelTable.Lifecycle);
        return data.All(models).ToDictionary(row => row.Id, row => ToModel(row, criteria[row.Id]));
    }

    /// <summary>Of these opportunities those that follow a model, with it: three queries.</summary>
    public static IReadOnlyDictionary<Guid, ScoringModel> ScoringModelsOn(this IOrganizationService data, IEnumerable<Guid> opportunityIds)
    {
        var modelOf = data
            .All(Reading.Query(OpportunityTable.LogicalName, OpportunityTable.OpportunityId, opportunityIds, OpportunityTable.ScoringModelId))
            .Where(row => row.OptionalIdOf(OpportunityTable.ScoringModelId) is not null)
            .ToDictionary(row => row.Id, row => row.IdOf(OpportunityTable.ScoringModelId));
        var models = data.ScoringModels([.. modelOf.Values.Distinct()]);
        return modelOf.ToDictionary(each => each.Key, each => models[each.Value]);
    }

    /// <summary>
    /// Of these opportunities the open ones whose criteria read one of these columns of theirs, or columns of their account
    /// where that is another one now: one query.
    /// </summary>
    public static IReadOnlyList<Guid> OpenReading(this IOrganizationService data, IEnumerable<Guid> opportunityIds, IReadOnlyCollection<string> columns)
    {
        var query = OpenScored(OpportunityTable.OpportunityId, opportunityIds);
        var either = CriterionOf(query).AddFilter(LogicalOperator.Or);
        Reads(either, Domain.Qualifications.CriterionTable.Opportunity).AddCondition(CriterionTable.Column, ConditionOperator.In, [.. columns]);
        if (columns.Contains(OpportunityTable.ParentAccountId)) Reads(either, Domain.Qualifications.CriterionTable.Account);
        return [.. data.All(query).Select(row => row.Id)];
    }

    /// <summary>The open opportunities of these accounts whose criteria read one of these columns of the account: one query.</summary>
    public static IReadOnlyList<Guid> OpenReadingAccounts(this IOrganizationService data, IEnumerable<Guid> accountIds, IReadOnlyCollection<string> columns)
    {
        var query = OpenScored(OpportunityTable.ParentAccountId, accountIds);
        Reads(CriterionOf(query), Domain.Qualifications.CriterionTable.Account).AddCondition(CriterionTable.Column, ConditionOperator.In, [.. columns]);
        return [.. data.All(query).Select(row => row.Id)];
    }

    private static QueryExpression OpenScored(string lookup, IEnumerable<Guid> ids)
    {
        var query = Reading.Query(OpportunityTable.LogicalName, lookup, ids, OpportunityTable.OpportunityId);
        query.Criteria.AddCondition(OpportunityTable.StateCode, ConditionOperator.Equal, OpportunityRows.Open);
        query.Distinct = true;
        query.AddLink(CriterionTable.LogicalName, OpportunityTable.ScoringModelId, CriterionTable.ScoringModelId);
        return query;
    }

    private static FilterExpression CriterionOf(QueryExpression openScored) => openScored.LinkEntities.Single().LinkCriteria;

    private static FilterExpression Reads(FilterExpression filter, Domain.Qualifications.CriterionTable table)
    {
        var reads = filter.AddFilter(LogicalOperator.And);
        reads.AddCondition(CriterionTable.Source, ConditionOperator.Equal, CriterionSource.Column.ToOption().Value);
        reads.AddCondition(CriterionTable.Table, ConditionOperator.Equal, table.ToOption().Value);
        return reads;
    }

    /// <summary>A query for the active criteria of these models.</summary>
    public static QueryExpression CriteriaOf(IEnumerable<Guid> modelIds, params string[] columns) =>
        Reading.Query(CriterionTable.LogicalName, CriterionTable.ScoringModelId, modelIds, columns).OnlyActive();

    private static ScoringModel ToModel(Entity row, IEnumerable<Entity> criteria) => new(
        row.Id,
        row.GetAttributeValue<string>(ScoringModelTable.Name),
        (double?)row.GetAttributeValue<decimal?>(ScoringModelTable.BorderPercent) ?? ScoringModel.UsualBorderPercent,
        [.. criteria.Select(ToCriterion)])
    {
        Lifecycle = row.OptionOf<Lifecycle>(ScoringModelTable.Lifecycle) ?? Lifecycle.Draft,
    };

    private static Criterion ToCriterion(Entity row) => new(
        row.Id,
        row.GetAttributeValue<string>(CriterionTable.Name),
        row.OptionOf<Side>(CriterionTable.Side) ?? Side.Provider,
        row.GetAttributeValue<int>(CriterionTable.Weight))
    {
        Key = row.GetAttributeValue<string>(CriterionTable.Key) ?? "",
        Order = row.GetAttributeValue<int>(CriterionTable.Order),
        KnockOutLevel = (RatingLevel?)row.GetAttributeValue<int?>(CriterionTable.KnockOutLevel),
        Question = row.GetAttributeValue<string>(CriterionTable.Question) ?? "",
        Anchors = AnchorsOf(row),
        Source = row.OptionOf<CriterionSource>(CriterionTable.Source) ?? CriterionSource.Rated,
        Table = row.OptionOf<Domain.Qualifications.CriterionTable>(CriterionTable.Table),
        Column = row.GetAttributeValue<string>(CriterionTable.Column) ?? "",
        Derivation = row.OptionOf<Derivation>(CriterionTable.Derivation),
        Thresholds = row.GetAttributeValue<string>(CriterionTable.Thresholds) ?? "",
    };

    /// <summary>Of a criterion that nobody rates, none.</summary>
    private static IReadOnlyList<string> AnchorsOf(Entity row) =>
        Anchors.Any(row.Contains) ? [.. Anchors.Select(column => row.GetAttributeValue<string>(column) ?? "")] : [];
}
