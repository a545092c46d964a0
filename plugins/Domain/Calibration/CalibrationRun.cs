using BuyerPath.Domain.Positions;
using BuyerPath.Domain.Qualifications;

namespace BuyerPath.Domain.Calibration;

/// <summary>A closed deal as calibration reads it. Keys, not ids: all versions of a process or a model have them in common.</summary>
/// <param name="Past">How it went through the stages, and ended.</param>
/// <param name="Levels">The levels that people found, by key of the criterion.</param>
/// <param name="Answers">The answers as they stood at the end, by key of the question.</param>
/// <param name="ClosedOn">When it was closed (UTC).</param>
public sealed record ClosedDeal(
    PastDeal Past, IReadOnlyDictionary<string, RatingLevel> Levels, IReadOnlyDictionary<string, Answer> Answers, DateTime ClosedOn);

/// <summary>A calibration at rest between two calls: what was counted and tried so far.</summary>
/// <param name="History">How deals ended, by stage.</param>
/// <param name="Criteria">Counts of levels; empty without a model.</param>
/// <param name="Questions">Counts of answers.</param>
/// <param name="Confidence">Temperatures tried on positions.</param>
/// <param name="CriteriaTrial">The card of the criteria tried; empty before the second reading.</param>
/// <param name="QuestionsTrial">The card of the questions tried; empty before the second reading.</param>
public sealed record RestingCalibration(
    string History, string Criteria, string Questions, string Confidence, string CriteriaTrial, string QuestionsTrial)
{
    /// <summary>Characters that one text may have: what a column of Dataverse holds.</summary>
    public const int MostCharacters = 1_048_576;

    /// <summary>Whether it can be stored.</summary>
    public Decision MayRest() => Decision.From(
        from text in new[] { History, Criteria, Questions, Confidence, CriteriaTrial, QuestionsTrial }
        where text.Length > MostCharacters
        select (FormattableString)$"The counts take {text.Length} characters, and a column holds {MostCharacters}: the process has too many questions, or the model too many criteria, to be calibrated.");
}

/// <summary>
/// Learns from closed deals, which are read twice: first to count, then to try what was learned on deals that it was not learned
/// from. It adds up over pages and can rest between them.
/// </summary>
public sealed class CalibrationRun
{
    private readonly BuyingProcess _process;
    private readonly IReadOnlyList<Question> _questions;
    private readonly IReadOnlyList<Criterion> _criteria;
    private readonly ScoringModel? _model;
    private readonly StageHistory _history;
    private readonly SignalCounts _criteriaCounts;
    private readonly SignalCounts _questionCounts;
    private readonly ConfidenceTrial _confidence;
    private CardTrial? _criteriaTrial;
    private CardTrial? _questionsTrial;

    private CalibrationRun(BuyingProcess process, ScoringModel? model, RestingCalibration? resting)
    {
        _process = process;
        _model = model;
        _questions = process.Questions.ToList();
        _criteria = model?.Criteria ?? [];
        _history = resting == null ? new StageHistory() : StageHistory.Read(resting.History);
        _criteriaCounts = Counts(resting?.Criteria, _criteria.Select(_ => WeightProposals.RatingValues).ToList());
        _questionCounts = Counts(resting?.Questions, _questions.Select(_ => WeightProposals.AnswerValues).ToList());
        _confidence = resting == null ? new ConfidenceTrial() : ConfidenceTrial.Read(resting.Confidence);
        if (resting is { CriteriaTrial.Length: > 0 }) _criteriaTrial = CardTrial.Resume(_criteriaCounts, resting.CriteriaTrial);
        if (resting is { QuestionsTrial.Length: > 0 }) _questionsTrial = CardTrial.Resume(_questionCounts, resting.QuestionsTrial);
    }

    /// <summary>Begins one.</summary>
    /// <param name="process">The process.</param>
    /// <param name="model">The model whose criteria are weighed; null to weigh none.</param>
    public static CalibrationRun Begin(BuyingProcess process, ScoringModel? model) => new(process, model, null);

    /// <summary>Goes on with one.</summary>
    /// <param name="process">The same process.</param>
    /// <param name="model">The same model.</param>
    /// <param name="resting">What was put away.</param>
    /// <exception cref="FormatException">It is about other questions or criteria: begin the calibration anew.</exception>
    public static CalibrationRun Resume(BuyingProcess process, ScoringModel? model, RestingCalibration resting) => new(process, model, resting);

    /// <summary>The calibration so far, to be put away.</summary>
    public RestingCalibration Rest() => new(
        _history.Write(), _criteriaCounts.Write(), _questionCounts.Write(), _confidence.Write(),
        _criteriaTrial?.Write() ?? "", _questionsTrial?.Write() ?? "");

    /// <summary>Reads a deal: the first time to count it, the second time to try what was learned.</summary>
    public void Read(ClosedDeal deal, bool isSecondReading)
    {
        if (isSecondReading) Try(deal);
        else Learn(deal);
    }

    private void Learn(ClosedDeal deal)
    {
        _history.Add(deal.Past);
        _criteriaCounts.Add(LevelsOf(deal), IsWon(deal));
        _questionCounts.Add(AnswersOf(deal), IsWon(deal));
        if (TrueStageOf(deal) is { } trueStage) _confidence.Add(PositionWithoutExitFacts(deal), trueStage);
    }

    /// <summary>Whether there are cards to try, so that the deals have to be read a second time.</summary>
    public bool NeedsSecondReading => MayWeighCriteria.IsAllowed || MayWeighQuestions.IsAllowed;

    private void Try(ClosedDeal deal)
    {
        if (MayWeighCriteria.IsAllowed) (_criteriaTrial ??= CardTrial.Begin(_criteriaCounts)).Add(LevelsOf(deal), IsWon(deal));
        if (MayWeighQuestions.IsAllowed) (_questionsTrial ??= CardTrial.Begin(_questionCounts)).Add(AnswersOf(deal), IsWon(deal));
    }

    /// <summary>Whether so many closed deals are a history at all.</summary>
    public Decision MayPropose() => CalibrationRules.MayPropose(_history.Deals());

    /// <summary>What history says. Nothing changes until an administrator accepts.</summary>
    /// <exception cref="InvalidOperationException">There are too few deals.</exception>
    public CalibrationProposal Propose()
    {
        if (!MayPropose().IsAllowed) throw new InvalidOperationException(string.Join(" ", MayPropose().Reasons));
        return new CalibrationProposal(
            _process,
            _model,
            _history,
            CardOf(MayWeighCriteria, _criteriaTrial, () => WeightProposals.ForCriteria(_model!, _criteriaCounts)),
            CardOf(MayWeighQuestions, _questionsTrial, () => WeightProposals.ForQuestions(_process, _questionCounts)),
            _confidence.MayPropose() is { IsAllowed: false } tooFew
                ? Learned<TemperatureProposal>.Nothing(tooFew)
                : Learned<TemperatureProposal>.This(_confidence.Propose()));
    }

    private Decision MayWeighCriteria => _model == null
        ? Decision.From([$"No scoring model was given: its criteria are not weighed."])
        : WeightProposals.MayPropose(_criteriaCounts);

    private Decision MayWeighQuestions => WeightProposals.MayPropose(_questionCounts);

    private static Learned<CardProposal> CardOf(Decision may, CardTrial? trial, Func<IReadOnlyList<WeightProposal>> weights)
    {
        if (!may.IsAllowed) return Learned<CardProposal>.Nothing(may);
        return trial == null
            ? throw new InvalidOperationException("The deals have not been read a second time.")
            : Learned<CardProposal>.This(new CardProposal(trial.Quality(), weights()));
    }

    private static SignalCounts Counts(string? text, IReadOnlyList<int> sizes) => text == null ? new SignalCounts(sizes) : SignalCounts.Read(text, sizes);

    private static bool IsWon(ClosedDeal deal) => deal.Past.Outcome == Outcomes.Outcome.Go;

    private IReadOnlyList<int> LevelsOf(ClosedDeal deal) => _criteria
        .Select(criterion => (int)(deal.Levels.TryGetValue(criterion.Key, out var level) ? level : RatingLevel.Unknown))
        .ToList();

    private IReadOnlyList<int> AnswersOf(ClosedDeal deal) => _questions
        .Select(question => (int)(deal.Answers.TryGetValue(question.Key, out var answer) && answer.IsKnown ? answer.Value : AnswerValue.Unknown))
        .ToList();

    /// <summary>
    /// Where the customer is known to have stood at the end: after the last stage whose exit fact is confirmed. Null when none is; of
    /// jobs, which stand side by side; and where nothing else was known that a position could be made of.
    /// </summary>
    private int? TrueStageOf(ClosedDeal deal)
    {
        if (_process.Mode != ProcessMode.Linear) return null;
        if (!_questions.Any(question => question.Kind != QuestionKind.ExitFact && deal.Answers.TryGetValue(question.Key, out var answer) && answer.IsKnown)) return null;

        var passed = _questions.LastOrDefault(question =>
            question.Kind == QuestionKind.ExitFact
            && deal.Answers.TryGetValue(question.Key, out var answer) && answer.Value == question.InFavour && answer.Grade == EvidenceGrade.Confirmed);
        if (passed == null) return null;

        var last = _process.Stages[_process.Stages.Count - 1].Order;
        return _process.Stages.FirstOrDefault(stage => stage.Order > passed.Stage)?.Order ?? last;
    }

    /// <summary>What was said without the facts that settle it: a position that had them would be right by itself.</summary>
    private Position PositionWithoutExitFacts(ClosedDeal deal) => Position.Of(
        _process,
        from question in _questions
        where question.Kind != QuestionKind.ExitFact && deal.Answers.ContainsKey(question.Key)
        select deal.Answers[question.Key] with { QuestionId = question.Id },
        deal.ClosedOn);
}
