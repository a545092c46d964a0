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

    /// <summary>Weighs an answer by its grade and its age, as of <paramref name="now"/> (UTC).</summary>
    public static Contribution Of(BuyingProcess process, Question question, Answer answer, DateTime now)
    {
        if (!answer.IsKnown) return Weighed(process, question, answer, multiplier: 0, isStale: false);

        var grade = answer.Grade!.Value;
        var freshness = Credibility.Freshness(answer.AnsweredOn, process.HalfLifeDays(grade), now);
        return Weighed(process, question, answer, Credibility.Of(grade) * freshness, freshness < Credibility.StaleBelow);
    }

    /// <summary>An answer that counts by this multiplier, whatever its grade and age: for cases that give only that.</summary>
    public static Contribution Weighed(BuyingProcess process, Question question, Answer answer, double multiplier, bool isStale)
    {
        var inFavour = answer.Value == question.InFavour;
        return new Contribution(question, answer, multiplier, isStale, process.Stages
            .Select(stage => question.Weight * multiplier * Position.Share(process.Mode, stage.Order, question.Stage, inFavour))
            .ToList());
    }
}
