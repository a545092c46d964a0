using BuyerPath.Domain.Positions;
using BuyerPath.Domain.Qualifications;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins.Rows;

/// <summary>buy_rating rows as ratings.</summary>
internal static class RatingRows
{
    /// <summary>Ratings, as they go along to another scoring model.</summary>
    public static readonly EvidenceTable Evidence = new(
        RatingTable.LogicalName,
        RatingTable.OpportunityId,
        RatingTable.CriterionId,
        Schema.CriterionTable.LogicalName,
        Schema.CriterionTable.CriterionId,
        Schema.CriterionTable.Key,
        RatingTable.RatedOn,
        [RatingTable.Level, RatingTable.Grade, RatingTable.Detail, RatingTable.SourceId]);

    /// <summary>The active ratings on these opportunities, by opportunity: one query.</summary>
    public static ILookup<Guid, Rating> RatingsOn(this IOrganizationService data, IEnumerable<Guid> opportunityIds)
    {
        var query = Reading.Query(
            RatingTable.LogicalName, RatingTable.OpportunityId, opportunityIds,
            RatingTable.OpportunityId, RatingTable.CriterionId, RatingTable.Level, RatingTable.Grade);
        return data.All(query.OnlyActive()).ToLookup(row => row.IdOf(RatingTable.OpportunityId), ToRating);
    }

    private static Rating ToRating(Entity row) => new(
        row.IdOf(RatingTable.CriterionId),
        row.OptionOf<RatingLevel>(RatingTable.Level) ?? RatingLevel.Unknown,
        row.OptionOf<EvidenceGrade>(RatingTable.Grade))
    {
        Id = row.Id,
    };
}
