using BuyerPath.Benchmarks.Simulation;
using BuyerPath.Domain.Positions;
using BuyerPath.Domain.Questions;

namespace BuyerPath.Benchmarks.Asking;

/// <summary>A customer of whom nothing was known, asked until their stage is certain or nothing is left to ask.</summary>
/// <param name="Questions">How many questions it took; when certainty was not reached, all that there are.</param>
/// <param name="IsCertain">The confidence was reached.</param>
/// <param name="IsRight">The stage that it ended with is the customer's.</param>
/// <param name="End">The position that it ended with.</param>
public sealed record Interview(int Questions, bool IsCertain, bool IsRight, Position End)
{
    /// <summary>The confidence at which asking ends.</summary>
    public const double Certain = 0.9;

    /// <summary>Asks a customer, whose answers are what <paramref name="answers"/> has.</summary>
    public static Interview With(
        Customer customer, IReadOnlyDictionary<Guid, AnswerValue> answers, AskingOrder order, Random chance)
    {
        var position = Position.Of(customer.Process, [], DateTime.UnixEpoch);
        var all = customer.Process.Questions.Count();
        var asked = 0;
        while (position.Confidence < Certain && asked < all && order.Next(position, chance) is { } question)
        {
            position = position.If(question, answers[question.Id], NextQuestion.ExpectedGrade);
            asked++;
        }

        var isCertain = position.Confidence >= Certain;
        return new Interview(isCertain ? asked : all, isCertain, position.Stage.Order == customer.Stage, position);
    }
}
