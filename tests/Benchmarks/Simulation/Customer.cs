using BuyerPath.Domain.Positions;

namespace BuyerPath.Benchmarks.Simulation;

/// <summary>A simulated customer.</summary>
/// <param name="Process">The process, with the weights that the template has.</param>
/// <param name="Stage">Order of the stage at which the customer really stands.</param>
/// <param name="Strengths">By question: how strong it really is, in bits.</param>
public sealed record Customer(BuyingProcess Process, int Stage, IReadOnlyDictionary<Guid, double> Strengths)
{
    /// <summary>Chance that the true answer is yes.</summary>
    public double ChanceOfYes(Question question)
    {
        var odds = Math.Pow(2, Strengths[question.Id]);
        if (question.Stage < Stage) return odds / (1 + odds);
        return question.Stage == Stage && question.Kind == QuestionKind.Diagnostic ? 0.5 : 1 / (1 + odds);
    }
}
