using BuyerPath.Domain.Calibration;
using BuyerPath.Domain.Outcomes;
using BuyerPath.Domain.Positions;
using BuyerPath.Domain.Qualifications;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using CriterionTable = BuyerPath.Plugins.Schema.CriterionTable; // the rules know a choice of this name

namespace BuyerPath.Plugins.Rows;

/// <summary>A page of closed deals.</summary>
/// <param name="Deals">The deals.</param>
/// <param name="Next">Where the page after it begins; null when there is none.</param>
internal sealed record ClosedDealPage(IReadOnlyList<ClosedDeal> Deals, PageStart? Next);

/// <summary>Where a page begins.</summary>
/// <param name="Number">Number of the page, from 1.</param>
/// <param name="Cookie">What the platform said at the end of the page before it; null at the first.</param>
internal sealed record PageStart(int Number, string? Cookie)
{
    /// <summary>The first page.</summary>
    public static readonly PageStart First = new(1, null);
}

/// <summary>opportunity rows that are closed, with their visits, ratings and answers, as deals to learn from.</summary>
internal static class ClosedDealRows
{
    /// <summary>How many closed opportunities follow a version of this process and were frozen by then: a query for each 5,000.</summary>
    /// <remarks>Counted row by row: an aggregate fails as soon as it is over more than 50,000 rows.</remarks>
    public static int CountClosedDeals(this IOrganizationService data, string processKey, DateTime by) =>
        data.All(ClosedBy(processKey, by)).Count();

    /// <summary>
    /// A page of them in the order of their ids, so that a second reading finds the same. Eight queries, more where the rows of a
    /// page's deals are more than 5,000.
    /// </summary>
    public static ClosedDealPage ClosedDeals(
        this IOrganizationService data, string processKey, string? modelKey, DateTime by, PageStart start, int most)
    {
        var query = ClosedBy(processKey, by, OpportunityTable.SegmentId, OpportunityTable.Outcome, OpportunityTable.CalculatedOn);
        query.PageInfo = new PagingInfo { PageNumber = start.Number, PagingCookie = start.Cookie, Count = most };
        var page = data.RetrieveMultiple(query);
        var next = page.MoreRecords ? new PageStart(start.Number + 1, page.PagingCookie) : null;
        if (page.Entities.Count == 0) return new ClosedDealPage([], next);

        var keys = data.KeysOf(processKey, modelKey);
        var ids = page.Entities.Select(row => row.Id).ToList();
        var visits = data.VisitsOf(ids);
        var snapshots = data.SnapshotsOf(ids);
        var answers = data.AnswersOn(ids);
        var ratings = data.RatingsOn(ids);
        return new ClosedDealPage(
            [.. page.Entities.Select(row => ToDeal(row, keys, visits[row.Id], [.. snapshots[row.Id]], answers[row.Id], ratings[row.Id]))],
            next);
    }

    private static QueryExpression ClosedBy(string processKey, DateTime by, params string[] columns)
    {
        var query = new QueryExpression(OpportunityTable.LogicalName) { ColumnSet = new ColumnSet([OpportunityTable.OpportunityId, .. columns]) };
        query.Criteria.AddCondition(OpportunityTable.StateCode, ConditionOperator.NotEqual, OpportunityRows.Open);
        query.Criteria.AddCondition(OpportunityTable.CalculatedOn, ConditionOperator.LessEqual, by);
        query.AddLink(ProcessTable.LogicalName, OpportunityTable.ProcessId, ProcessTable.ProcessId)
            .LinkCriteria.AddCondition(ProcessTable.Key, ConditionOperator.Equal, processKey);
        query.AddOrder(OpportunityTable.OpportunityId, OrderType.Ascending);
        return query;
    }

    private static ClosedDeal ToDeal(
        Entity row, Keys keys, IEnumerable<StageVisit> visits, IReadOnlyList<ScoreSnapshot> snapshots, IEnumerable<Answer> answers, IEnumerable<Rating> ratings)
    {
        var closedOn = row.GetAttributeValue<DateTime>(OpportunityTable.CalculatedOn);
        return new ClosedDeal(
            new PastDeal(
                row.OptionalIdOf(OpportunityTable.SegmentId),
                row.OptionOf<Outcome>(OpportunityTable.Outcome),
                [
                    .. from visit in visits
                       where keys.OfStages.ContainsKey(visit.StageId)
                       let leftOn = visit.LeftOn ?? closedOn
                       select new PastVisit(keys.OfStages[visit.StageId], PastVisit.BandAt(snapshots, leftOn), (leftOn - visit.EnteredOn).TotalDays),
                ]),
            ratings.Where(rating => keys.OfCriteria.ContainsKey(rating.CriterionId))
                .ToLookup(rating => keys.OfCriteria[rating.CriterionId])
                .ToDictionary(same => same.Key, same => same.OrderBy(rating => rating.Level.IsKnown()).Last().Level),
            answers.Where(answer => keys.OfQuestions.ContainsKey(answer.QuestionId))
                .ToLookup(answer => keys.OfQuestions[answer.QuestionId])
                .ToDictionary(same => same.Key, same => same.OrderBy(answer => answer.AnsweredOn).Last()),
            closedOn);
    }

    /// <summary>What stages, questions and criteria of all versions are called by their ids: three queries.</summary>
    private static Keys KeysOf(this IOrganizationService data, string processKey, string? modelKey)
    {
        var stages = new QueryExpression(StageTable.LogicalName) { ColumnSet = new ColumnSet(StageTable.Key) };
        OfVersions(stages.AddLink(ProcessTable.LogicalName, StageTable.ProcessId, ProcessTable.ProcessId), ProcessTable.Key, processKey);

        var questions = new QueryExpression(QuestionTable.LogicalName) { ColumnSet = new ColumnSet(QuestionTable.Key) };
        OfVersions(
            questions.AddLink(StageTable.LogicalName, QuestionTable.StageId, StageTable.StageId)
                .AddLink(ProcessTable.LogicalName, StageTable.ProcessId, ProcessTable.ProcessId),
            ProcessTable.Key, processKey);

        var criteria = new QueryExpression(CriterionTable.LogicalName) { ColumnSet = new ColumnSet(CriterionTable.Key) };
        OfVersions(
            criteria.AddLink(ScoringModelTable.LogicalName, CriterionTable.ScoringModelId, ScoringModelTable.ScoringModelId),
            ScoringModelTable.Key, modelKey);

        return new Keys(
            data.Named(stages, StageTable.Key), data.Named(questions, QuestionTable.Key), data.Named(criteria, CriterionTable.Key));
    }

    private static void OfVersions(LinkEntity link, string column, string? key) =>
        link.LinkCriteria.AddCondition(column, ConditionOperator.Equal, key ?? "");

    private static Dictionary<Guid, string> Named(this IOrganizationService data, QueryExpression query, string key) => data.All(query)
        .Where(row => row.GetAttributeValue<string>(key) is { Length: > 0 })
        .ToDictionary(row => row.Id, row => row.GetAttributeValue<string>(key));

    private sealed record Keys(
        Dictionary<Guid, string> OfStages, Dictionary<Guid, string> OfQuestions, Dictionary<Guid, string> OfCriteria);
}
