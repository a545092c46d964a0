namespace BuyerPath.Domain.Positions;

/// <summary>What one answer adds to the position: the line of the sum that a person can redo by hand.</summary>
/// <param name="Question">The question answered.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Multiplier">Credibility of the grade times freshness, 0 to 1; 0 when nothing is known.</param>
/// <param name="IsStale">Known, but older than its half-life: it counts, and is asked again.</param>
/// <param name="Bits">What it adds to each stage, in the order of the stages.</param>
public sealed record Contribution(Question Question, Answer Answer, double Multiplier, bool IsStale, IReadOnlyList<double> Bits)
{
    /// <summary>Known, and in favour of the stage being behind.</summary>
    public bool IsInFavour => Answer.IsKnown && Answer.Value == Question.InFavour;

    /// <summary>Known and fresh enough not to be asked again.</summary>
    public bool IsSettled => Answer.IsKnown && !IsStale;

    /// <summary>Weighs an answer for every stage of the process, as of <paramref name="now"/> (UTC).</summary>
    internal static Contribution Of(BuyingProcess process, Question question, Answer answer, DateTime now)
    {
        if (!answer.IsKnown) return new Contribution(question, answer, 0, false, new double[process.Stages.Count]);

        var grade = answer.Grade!.Value;
        var freshness = Credibility.Freshness(answer.AnsweredOn, process.HalfLifeDays(grade), now);
        var multiplier = Credibility.Of(grade) * freshness;
        var inFavour = answer.Value == question.InFavour;

        return new Contribution(question, answer, multiplier, freshness < Credibility.StaleBelow, process.Stages
            .Select(stage => question.Weight * multiplier * Position.Share(process.Mode, stage.Order, question.Stage, inFavour))
            .ToList());
    }
}
