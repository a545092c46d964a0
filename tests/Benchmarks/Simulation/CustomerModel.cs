using BuyerPath.Benchmarks.Positions;
using BuyerPath.Domain.Positions;

namespace BuyerPath.Benchmarks.Simulation;

/// <summary>
/// How simulated customers come about. The rule under test knows none of these figures but the weights of the template,
/// and those are wrong.
/// </summary>
/// <remarks>
/// A customer stands at one of the stages, each equally likely. Every stage has an exit fact and some diagnostic questions,
/// with the weights of the template. How strong a question really is differs from its weight:
/// <code>
/// strength = weight * 2^u,  u even between -WeightsOffBy and +WeightsOffBy, which is 1: half to double
/// truly yes with chance     p = 2^strength / (1 + 2^strength)   about a stage that is behind
///                           1 - p                                about a stage not reached, or the exit fact of the present one
///                           1/2                                  a diagnostic question of the present stage
/// </code>
/// Who answers knows the truth with a chance that is the multiplier of the answer (credibility of its grade times freshness)
/// and otherwise tosses a coin; then some answers are recorded the wrong way round.
/// </remarks>
public sealed record CustomerModel
{
    private const int Stages = 6;
    private const int DiagnosticQuestions = 5;
    private const int ExitFactWeight = 4;
    private const int HeaviestDiagnostic = 3;
    private const double Prior = 0.3;

    /// <summary>How often each grade is what stands behind an answer, in percent.</summary>
    private static readonly IReadOnlyList<(EvidenceGrade Grade, int Percent)> Grades =
    [
        (EvidenceGrade.Believed, 20), (EvidenceGrade.Said, 30), (EvidenceGrade.Did, 30), (EvidenceGrade.Confirmed, 20),
    ];

    /// <summary>Share of the questions that are answered.</summary>
    public double Answered { get; init; } = 0.5;

    /// <summary>Chance that an answer is recorded the wrong way round.</summary>
    public double Slips { get; init; } = 0.05;

    /// <summary>How far off the weights of the template may be, in doublings.</summary>
    public double WeightsOffBy { get; init; } = 1;

    /// <summary>Age in days of the oldest answers; the ages are spread evenly. Zero: all are fresh.</summary>
    public int OldestDays { get; init; }

    /// <summary>The only grade that answers have; null for the usual mixture.</summary>
    public EvidenceGrade? OnlyGrade { get; init; }

    /// <summary>This many customers; the same ones for the same seed.</summary>
    public IReadOnlyList<Customer> Customers(int count, int seed)
    {
        var chance = new Random(seed);
        return Enumerable.Range(0, count).Select(_ => Customer(chance)).ToList();
    }

    /// <summary>The customers with the answers that happen to be known of them.</summary>
    public IReadOnlyList<Case> Cases(int count, int seed)
    {
        var chance = new Random(seed);
        return Enumerable.Range(0, count).Select(_ => CaseOf(Customer(chance), chance)).ToList();
    }

    /// <summary>What is recorded when this customer is asked, and the answer has this multiplier.</summary>
    public AnswerValue Answer(Customer customer, Question question, double multiplier, Random chance)
    {
        var truly = chance.NextDouble() < customer.ChanceOfYes(question);
        var said = chance.NextDouble() < multiplier ? truly : chance.Next(2) == 0;
        var recorded = chance.NextDouble() < Slips ? !said : said;
        return recorded ? AnswerValue.Yes : AnswerValue.No;
    }

    private Customer Customer(Random chance)
    {
        var questions =
            from stage in Enumerable.Range(1, Stages)
            from order in Enumerable.Range(0, DiagnosticQuestions + 1)
            select order == 0
                ? Question(stage, order, ExitFactWeight, QuestionKind.ExitFact)
                : Question(stage, order, chance.Next(1, HeaviestDiagnostic + 1), QuestionKind.Diagnostic);

        var process = Case.ProcessOf(Stages, Prior, questions.ToList());
        return new Customer(
            process,
            chance.Next(1, Stages + 1),
            process.Questions.ToDictionary(
                question => question.Id,
                question => question.Weight * Math.Pow(2, WeightsOffBy * (2 * chance.NextDouble() - 1))));
    }

    private Case CaseOf(Customer customer, Random chance)
    {
        var questions = customer.Process.Questions.ToList();
        var places = Enumerable.Range(0, questions.Count).ToArray();
        chance.Shuffle(places);

        var answers = places.Take((int)Math.Round(Answered * questions.Count)).Order().Select(place =>
        {
            var multiplier = Multiplier(customer.Process, chance);
            return new CaseAnswer(place, Answer(customer, questions[place], multiplier, chance), multiplier);
        });
        return new Case(
            Stages, Prior, questions.Select(question => new CaseQuestion(question.Stage, question.Weight)).ToList(), answers.ToList(), customer.Stage);
    }

    private double Multiplier(BuyingProcess process, Random chance)
    {
        var grade = OnlyGrade ?? GradeAt(chance.Next(100));
        var answeredOn = DateTime.UnixEpoch.AddDays(-OldestDays * chance.NextDouble());
        return Credibility.Of(grade) * Credibility.Freshness(answeredOn, process.HalfLifeDays(grade), DateTime.UnixEpoch);
    }

    private static EvidenceGrade GradeAt(int percent)
    {
        foreach (var (grade, share) in Grades)
        {
            if (percent < share) return grade;
            percent -= share;
        }
        throw new ArgumentOutOfRangeException(nameof(percent), "The grades make up 100 percent.");
    }

    private static Question Question(int stage, int order, int weight, QuestionKind kind) =>
        new(Case.IdOf(stage * 100 + order), stage, "", "", weight, kind, IsNegative: false, order);
}
