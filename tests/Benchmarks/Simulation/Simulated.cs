using BuyerPath.Benchmarks.Positions;
using BuyerPath.Domain.Positions;

namespace BuyerPath.Benchmarks.Simulation;

/// <summary>The simulated customers that the figures of this project are about.</summary>
public static class Simulated
{
    /// <summary>With it every run has the same customers.</summary>
    public const int Seed = 20261123;

    private const int Count = 20_000;
    private const int CountPerCircumstance = 5_000;

    /// <summary>How they come about.</summary>
    public static readonly CustomerModel Model = new();

    /// <summary>What is known of each.</summary>
    public static IReadOnlyList<Case> Cases() => Model.Cases(Count, Seed);

    /// <summary>The same comparison where one thing is otherwise: the rule is not equally good everywhere.</summary>
    public static IEnumerable<(string Circumstance, Comparison Comparison)> Circumstances() =>
        from each in new (string Circumstance, CustomerModel Model)[]
        {
            ("as above", Model),
            ("a quarter of the questions answered", Model with { Answered = 0.25 }),
            ("all questions answered", Model with { Answered = 1 }),
            ("answers up to 90 days old", Model with { OldestDays = 90 }),
            ("no answer recorded the wrong way round", Model with { Slips = 0 }),
            ("one answer in five the wrong way round", Model with { Slips = 0.2 }),
            ("weights right", Model with { WeightsOffBy = 0 }),
            ("weights between a quarter and four times right", Model with { WeightsOffBy = 2 }),
            ("all answers believed only", Model with { OnlyGrade = EvidenceGrade.Believed }),
            ("all answers of the grade did", Model with { OnlyGrade = EvidenceGrade.Did }),
            ("all answers confirmed", Model with { OnlyGrade = EvidenceGrade.Confirmed }),
            ("all answered and confirmed, none wrong", Model with { Answered = 1, Slips = 0, OnlyGrade = EvidenceGrade.Confirmed }),
        }
        select (each.Circumstance, Comparison.On(each.Model.Cases(CountPerCircumstance, Seed)));
}
