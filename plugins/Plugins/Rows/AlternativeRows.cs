using BuyerPath.Domain;
using BuyerPath.Domain.Journeys;
using BuyerPath.Domain.Qualifications;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Plugins.Rows;

/// <summary>An alternative with the row that holds it.</summary>
/// <param name="Alternative">The alternative.</param>
/// <param name="Stored">The derived columns as they are stored.</param>
internal sealed record AlternativeRow(Alternative Alternative, Entity Stored);

/// <summary>buy_alternative and buy_alternativerating rows as alternatives, and their score back.</summary>
internal static class AlternativeRows
{
    /// <summary>The active alternatives on these opportunities, by opportunity and in the order of their names: two queries.</summary>
    public static ILookup<Guid, AlternativeRow> AlternativesOn(this IOrganizationService data, IReadOnlyCollection<Guid> opportunityIds)
    {
        var ratings = data.All(RatingsOf(opportunityIds)).ToLookup(row => row.IdOf(AlternativeRatingTable.AlternativeId), ToRating);
        var query = Reading.Query(
            AlternativeTable.LogicalName, AlternativeTable.OpportunityId, opportunityIds,
            AlternativeTable.OpportunityId, AlternativeTable.Name, AlternativeTable.Kind,
            AlternativeTable.CustomerScorePercent, AlternativeTable.CoveragePercent);
        query.AddOrder(AlternativeTable.Name, OrderType.Ascending);
        query.AddOrder(AlternativeTable.AlternativeId, OrderType.Ascending);
        return data.All(query.OnlyActive()).ToLookup(row => row.IdOf(AlternativeTable.OpportunityId), row => ToAlternative(row, ratings[row.Id]));
    }

    /// <summary>The opportunity of each of these alternatives: one query.</summary>
    public static IReadOnlyDictionary<Guid, Guid> OpportunitiesOfAlternatives(this IOrganizationService data, IEnumerable<Guid> alternativeIds) =>
        data.All(Reading.Query(AlternativeTable.LogicalName, AlternativeTable.AlternativeId, alternativeIds, AlternativeTable.OpportunityId))
            .ToDictionary(row => row.Id, row => row.IdOf(AlternativeTable.OpportunityId));

    /// <summary>Stores the score of each alternative where it changed; without a scoring model they have none.</summary>
    public static void Store(this IOrganizationService data, Worth? worth, IEnumerable<AlternativeRow> rows)
    {
        foreach (var row in rows)
        {
            var score = worth?.Ranking.Places.Single(placed => placed.Alternative?.Id == row.Stored.Id).Score;
            data.UpdateChanged(row.Stored, new Dictionary<string, object?>
            {
                [AlternativeTable.CustomerScorePercent] = Percent.Of(score?.Score),
                [AlternativeTable.CoveragePercent] = Percent.Of(score?.Coverage),
            });
        }
    }

    private static QueryExpression RatingsOf(IEnumerable<Guid> opportunityIds)
    {
        var query = new QueryExpression(AlternativeRatingTable.LogicalName)
        {
            ColumnSet = new ColumnSet(AlternativeRatingTable.AlternativeId, AlternativeRatingTable.CriterionId, AlternativeRatingTable.Level),
        };
        query.AddLink(AlternativeTable.LogicalName, AlternativeRatingTable.AlternativeId, AlternativeTable.AlternativeId)
            .LinkCriteria.AddCondition(AlternativeTable.OpportunityId, ConditionOperator.In, [.. opportunityIds.Cast<object>()]);
        return query.OnlyActive();
    }

    private static AlternativeRow ToAlternative(Entity row, IEnumerable<Rating> ratings) => new(
        new Alternative(row.Id, row.OptionOf<AlternativeKind>(AlternativeTable.Kind) ?? AlternativeKind.DoNothing, [.. ratings])
        {
            Name = row.GetAttributeValue<string>(AlternativeTable.Name) ?? "",
        },
        row);

    private static Rating ToRating(Entity row) => new(
        row.IdOf(AlternativeRatingTable.CriterionId), row.OptionOf<RatingLevel>(AlternativeRatingTable.Level) ?? RatingLevel.Unknown);
}
