using System.Globalization;
using BuyerPath.Domain;
using BuyerPath.Domain.Calibration;
using BuyerPath.Domain.Positions;
using BuyerPath.Domain.Sentences;
using BuyerPath.Domain.Qualifications;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Plugins.Rows;

/// <summary>What a calibration is about.</summary>
/// <param name="Process">The process.</param>
/// <param name="Model">The scoring model whose criteria are weighed; null when none is.</param>
/// <param name="ModelKey">Its key.</param>
internal sealed record CalibrationSubject(BuyingProcess Process, ScoringModel? Model, string? ModelKey);

/// <summary>Where the next call goes on.</summary>
/// <param name="IsSecondReading">The deals are read for the second time.</param>
/// <param name="Start">The page.</param>
internal sealed record CalibrationPlace(bool IsSecondReading, PageStart Start)
{
    /// <summary>The beginning.</summary>
    public static readonly CalibrationPlace First = new(false, PageStart.First);

    /// <summary>The place after this page; null when nothing is left to read.</summary>
    public CalibrationPlace? After(ClosedDealPage page, CalibrationRun run)
    {
        if (page.Next is { } next) return this with { Start = next };
        return !IsSecondReading && run.MayPropose().IsAllowed && run.NeedsSecondReading ? new CalibrationPlace(true, PageStart.First) : null;
    }
}

/// <summary>A calibration as it is stored.</summary>
/// <param name="Id">Row id.</param>
/// <param name="ProcessId">The process.</param>
/// <param name="ModelId">The scoring model that it began with; null for none.</param>
/// <param name="State">How far it is.</param>
/// <param name="TakenOn">When it began (UTC).</param>
/// <param name="Deals">Closed deals in all.</param>
/// <param name="Readings">Deals read so far, those of both readings.</param>
/// <param name="Place">Where the next call goes on.</param>
/// <param name="Resting">What was counted and tried so far; null before the first page.</param>
internal sealed record StoredCalibration(
    Guid Id, Guid ProcessId, Guid? ModelId, CalibrationState State, DateTime TakenOn, int Deals, int Readings, CalibrationPlace Place, RestingCalibration? Resting)
{
    /// <summary>The calibration itself, where it rests.</summary>
    public CalibrationRun ResumedOn(CalibrationSubject subject) => Resting is { } resting
        ? CalibrationRun.Resume(subject.Process, subject.Model, resting)
        : CalibrationRun.Begin(subject.Process, subject.Model);

    /// <summary>Readings that are left, as far as can be said: deals that closed again in the meantime are not counted twice.</summary>
    public int LeftAfter(int readings) => Math.Max(1, 2 * Deals - readings);
}

/// <summary>How closed deals ended, by key of their process.</summary>
internal sealed class AcceptedHistories(Dictionary<string, StageHistory> byKey)
{
    private static readonly StageHistory Nothing = new();

    /// <summary>That of a process; an empty one where none was accepted.</summary>
    public StageHistory Of(BuyingProcess? process) =>
        process is not null && byKey.TryGetValue(process.Key, out var history) ? history : Nothing;
}

/// <summary>buy_calibration rows. An administrator writes them with their own rights; win chances are read from them with all.</summary>
internal static class CalibrationRows
{
    private static readonly string[] OfState =
    [
        CalibrationTable.ProcessId, CalibrationTable.ScoringModelId, CalibrationTable.State, CalibrationTable.TakenOn, CalibrationTable.Deals,
        CalibrationTable.Readings, CalibrationTable.Cursor, CalibrationTable.HistoryCounts, CalibrationTable.CriterionCounts,
        CalibrationTable.QuestionCounts, CalibrationTable.ConfidenceTrial, CalibrationTable.CriterionTrial, CalibrationTable.QuestionTrial,
    ];

    /// <summary>The process, and the model with its key: six queries.</summary>
    public static CalibrationSubject CalibrationSubject(this IOrganizationService data, Guid processId, Guid? modelId)
    {
        var model = modelId is { } id ? data.ScoringModels([id])[id] : null;
        return new CalibrationSubject(
            data.Processes([processId])[processId],
            model,
            model is null ? null : data.KeyOf(VersionTable.ScoringModels, model.Id));
    }

    /// <summary>The key of a version.</summary>
    public static string KeyOf(this IOrganizationService data, VersionTable table, Guid id) =>
        data.Retrieve(table.LogicalName, id, new ColumnSet(table.Key)).GetAttributeValue<string>(table.Key) ?? "";

    /// <summary>The calibration of this process that is running; null when none is: one query.</summary>
    public static EntityReference? RunningCalibration(this IOrganizationService data, Guid processId)
    {
        var query = Reading.Query(CalibrationTable.LogicalName, CalibrationTable.ProcessId, [processId], CalibrationTable.CalibrationId).OnlyActive();
        query.Criteria.AddCondition(CalibrationTable.State, ConditionOperator.Equal, CalibrationState.Running.ToOption().Value);
        query.TopCount = 1;
        return data.RetrieveMultiple(query).Entities.SingleOrDefault()?.ToEntityReference();
    }

    /// <summary>Begins one.</summary>
    public static EntityReference BeginCalibration(this IOrganizationService data, CalibrationSubject subject, int deals, DateTime now) => new(
        CalibrationTable.LogicalName,
        data.Create(new Entity(CalibrationTable.LogicalName)
        {
            [CalibrationTable.Name] = string.Format(CultureInfo.InvariantCulture, "{0} · {1:yyyy-MM-dd}", subject.Process.Name, now),
            [CalibrationTable.ProcessId] = new EntityReference(ProcessTable.LogicalName, subject.Process.Id),
            [CalibrationTable.ScoringModelId] = subject.Model is { } model ? new EntityReference(ScoringModelTable.LogicalName, model.Id) : null,
            [CalibrationTable.State] = CalibrationState.Running.ToOption(),
            [CalibrationTable.TakenOn] = now,
            [CalibrationTable.Deals] = deals,
            [CalibrationTable.Readings] = 0,
        }));

    /// <summary>Takes the lock of a calibration, so that two calls do not read the same page, and reads it.</summary>
    public static StoredCalibration LockedCalibration(this IOrganizationService data, EntityReference calibration, DateTime now)
    {
        data.Update(new Entity(CalibrationTable.LogicalName, calibration.Id) { [CalibrationTable.WorkedOn] = now });
        var row = data.Retrieve(CalibrationTable.LogicalName, calibration.Id, new ColumnSet(OfState));
        return new StoredCalibration(
            row.Id,
            row.IdOf(CalibrationTable.ProcessId),
            row.OptionalIdOf(CalibrationTable.ScoringModelId),
            row.OptionOf<CalibrationState>(CalibrationTable.State) ?? CalibrationState.Running,
            row.GetAttributeValue<DateTime>(CalibrationTable.TakenOn),
            row.GetAttributeValue<int>(CalibrationTable.Deals),
            row.GetAttributeValue<int>(CalibrationTable.Readings),
            PlaceIn(row.GetAttributeValue<string>(CalibrationTable.Cursor)),
            RestingIn(row));
    }

    /// <summary>Puts a calibration away until the next call, or with what history says, or that it says too little, when nothing is left.</summary>
    /// <returns>The summary; empty while something is left.</returns>
    public static string Store(this IOrganizationService data, Guid id, CalibrationRun run, CalibrationPlace? next, int readings, Func<Language> language)
    {
        var resting = run.Rest();
        Change.Require(resting.MayRest());
        var row = new Entity(CalibrationTable.LogicalName, id)
        {
            [CalibrationTable.Readings] = readings,
            [CalibrationTable.Cursor] = next is null ? null : FormattableString.Invariant($"{(next.IsSecondReading ? 2 : 1)};{next.Start.Number};{next.Start.Cookie}"),
            [CalibrationTable.HistoryCounts] = resting.History,
            [CalibrationTable.CriterionCounts] = resting.Criteria,
            [CalibrationTable.QuestionCounts] = resting.Questions,
            [CalibrationTable.ConfidenceTrial] = resting.Confidence,
            [CalibrationTable.CriterionTrial] = resting.CriteriaTrial,
            [CalibrationTable.QuestionTrial] = resting.QuestionsTrial,
        };
        if (next is null)
            row.Attributes.AddRange(run.MayPropose() is { IsAllowed: false } refusal ? ColumnsOf(refusal, language()) : ColumnsOf(run.Propose(), language()));
        data.Update(row);
        return row.GetAttributeValue<string>(CalibrationTable.Summary) ?? "";
    }

    /// <summary>Lets win chances be read from this calibration, and from no other of the process's versions.</summary>
    public static void Accept(this IOrganizationService data, Guid id, string processKey)
    {
        var older = new QueryExpression(CalibrationTable.LogicalName) { ColumnSet = new ColumnSet(CalibrationTable.CalibrationId) };
        older.Criteria.AddCondition(CalibrationTable.State, ConditionOperator.Equal, CalibrationState.Accepted.ToOption().Value);
        older.AddLink(ProcessTable.LogicalName, CalibrationTable.ProcessId, ProcessTable.ProcessId)
            .LinkCriteria.AddCondition(ProcessTable.Key, ConditionOperator.Equal, processKey);
        foreach (var row in data.All(older).ToList())
            data.Update(new Entity(CalibrationTable.LogicalName, row.Id) { [CalibrationTable.State] = CalibrationState.Superseded.ToOption() });
        data.Update(new Entity(CalibrationTable.LogicalName, id) { [CalibrationTable.State] = CalibrationState.Accepted.ToOption() });
    }

    /// <summary>How closed deals of these processes ended, as accepted, by key: one query, none without a process.</summary>
    public static AcceptedHistories AcceptedHistories(this IOrganizationService data, IReadOnlyCollection<string> processKeys)
    {
        if (processKeys.Count == 0) return new AcceptedHistories([]);

        var query = new QueryExpression(CalibrationTable.LogicalName) { ColumnSet = new ColumnSet(CalibrationTable.Chances) };
        query.Criteria.AddCondition(CalibrationTable.State, ConditionOperator.Equal, CalibrationState.Accepted.ToOption().Value);
        query.AddOrder(CalibrationTable.TakenOn, OrderType.Descending);
        var process = query.AddLink(ProcessTable.LogicalName, CalibrationTable.ProcessId, ProcessTable.ProcessId);
        process.EntityAlias = ProcessTable.LogicalName;
        process.Columns = new ColumnSet(ProcessTable.Key);
        process.LinkCriteria.AddCondition(ProcessTable.Key, ConditionOperator.In, [.. processKeys.Distinct().Cast<object>()]);
        return new AcceptedHistories(data.All(query.OnlyActive())
            .ToLookup(row => (string)row.GetAttributeValue<AliasedValue>($"{ProcessTable.LogicalName}.{ProcessTable.Key}").Value)
            .ToDictionary(same => same.Key, same => StageHistory.Read(TextIn(same.First(), CalibrationTable.Chances))));
    }

    private static Dictionary<string, object?> ColumnsOf(Decision refusal, Language language) => new()
    {
        [CalibrationTable.State] = CalibrationState.Refused.ToOption(),
        [CalibrationTable.Summary] = string.Join("\n", refusal.ReasonsIn(language)),
    };

    private static Dictionary<string, object?> ColumnsOf(CalibrationProposal proposal, Language language) => new()
    {
        [CalibrationTable.State] = CalibrationState.Proposed.ToOption(),
        [CalibrationTable.Summary] = string.Join("\n", proposal.Summary.Select(sentence => sentence.In(language))),
        [CalibrationTable.Proposal] = CalibrationJson.Write(proposal, language),
        [CalibrationTable.Chances] = proposal.History.WriteEndings(),
        [CalibrationTable.CriteriaAuc] = Rounded(proposal.Criteria.Value?.Quality.Auc),
        [CalibrationTable.CriteriaBrier] = Rounded(proposal.Criteria.Value?.Quality.Brier),
        [CalibrationTable.QuestionsAuc] = Rounded(proposal.Questions.Value?.Quality.Auc),
        [CalibrationTable.QuestionsBrier] = Rounded(proposal.Questions.Value?.Quality.Brier),
        [CalibrationTable.Temperature] = Rounded(proposal.Temperature.Value?.Temperature),
    };

    private static decimal? Rounded(double? figure) => figure is { } known ? Math.Round((decimal)known, 3) : null;

    private static CalibrationPlace PlaceIn(string? cursor)
    {
        if (cursor is null) return CalibrationPlace.First;

        var parts = cursor.Split([';'], 3);
        return new CalibrationPlace(parts[0] == "2", new PageStart(int.Parse(parts[1], CultureInfo.InvariantCulture), parts[2].Length == 0 ? null : parts[2]));
    }

    /// <summary>An empty text is stored as none.</summary>
    private static RestingCalibration? RestingIn(Entity row) => row.Contains(CalibrationTable.CriterionCounts)
        ? new RestingCalibration(
            TextIn(row, CalibrationTable.HistoryCounts), TextIn(row, CalibrationTable.CriterionCounts), TextIn(row, CalibrationTable.QuestionCounts),
            TextIn(row, CalibrationTable.ConfidenceTrial), TextIn(row, CalibrationTable.CriterionTrial), TextIn(row, CalibrationTable.QuestionTrial))
        : null;

    private static string TextIn(Entity row, string column) => row.GetAttributeValue<string>(column) ?? "";
}
