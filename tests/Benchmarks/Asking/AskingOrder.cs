using BuyerPath.Domain.Positions;
using BuyerPath.Domain.Questions;

namespace BuyerPath.Benchmarks.Asking;

/// <summary>A way to choose what to ask next.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Next">The question to ask; null when there is nothing worth asking. Chance is for those who need it.</param>
public sealed record AskingOrder(string Name, Func<Position, Random, Question?> Next)
{
    /// <summary>Ours, and what people do without it.</summary>
    public static readonly IReadOnlyList<AskingOrder> All =
    [
        new("next best question", (position, _) => NextQuestion.For(position).FirstOrDefault()?.Question),
        new("in the order of the process", (position, _) => position.OpenQuestions.FirstOrDefault()),
        new("at random", (position, chance) =>
            position.OpenQuestions.ToArray() is { Length: > 0 } open ? open[chance.Next(open.Length)] : null),
    ];
}
