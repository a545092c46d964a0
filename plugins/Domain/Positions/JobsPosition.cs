namespace BuyerPath.Domain.Positions;

/// <summary>What has become of a job.</summary>
public enum JobState
{
    /// <summary>No sign of work on it.</summary>
    NotStarted,

    /// <summary>There are signs of work on it, and its exit fact has not been seen.</summary>
    Open,

    /// <summary>Its exit fact has been seen, and the evidence as a whole agrees.</summary>
    Satisfied,

    /// <summary>Its exit fact has been seen, and by now more speaks against its being done than for it.</summary>
    Reopened,
}

/// <summary>A stage of a process whose stages are jobs side by side.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="State">What has become of it.</param>
/// <param name="Bits">What speaks for its being done, less what speaks against it.</param>
public sealed record Job(BuyingStage Stage, JobState State, double Bits)
{
    /// <summary>Probability that it is done; one half while nothing is known.</summary>
    public double Done => 1 / (1 + Math.Pow(2, -Bits));

    /// <summary>Somebody is at it, or should be again.</summary>
    public bool IsAtWork => State is JobState.Open or JobState.Reopened;
}

/// <summary>The position in a process of jobs: how likely the customer is at work on each.</summary>
/// <remarks>
/// An answer tells of its own job only, w its weight and m its multiplier:
/// <code>
/// d(j)    = sum over answers about job j of   w*m if in favour, -w*m if against
/// Done(j) = 2^d(j) / (1 + 2^d(j))
/// P(j)    is proportional to  (1 - Done(j)) * 2^(-prior * (j - 1))  over the jobs at work; if none is, over those
///         not started; if there are none either, over all
/// </code>
/// The next questions are about the job at hand: what an answer tells of whether a job is done counts by how likely the
/// customer is at it. Where those jobs have no question left, the distribution over the next of these groups stands in that has.
/// </remarks>
public sealed class JobsPosition : Position
{
    /// <summary>The groups of jobs of which the first one that has any is the position.</summary>
    private static readonly IReadOnlyList<Func<Job, bool>> Groups = [job => job.IsAtWork, job => job.State == JobState.NotStarted, _ => true];

    private readonly IReadOnlyList<double> _asked;

    internal JobsPosition(BuyingProcess process, IReadOnlyList<Contribution> contributions, DateTime now)
        : this(process, contributions, JobsOf(process, contributions), now)
    {
    }

    private JobsPosition(BuyingProcess process, IReadOnlyList<Contribution> contributions, IReadOnlyList<Job> jobs, DateTime now)
        : base(process, contributions, Bits(process, jobs, First(jobs, _ => true)), now)
    {
        Jobs = jobs;
        var open = new HashSet<int>(OpenQuestions.Select(question => question.Stage));
        _asked = Shares(Bits(process, jobs, First(jobs, job => open.Contains(job.Stage.Order))));
    }

    /// <summary>Every job of the process, in its order.</summary>
    public IReadOnlyList<Job> Jobs { get; }

    /// <summary>A job is done or not; nobody stands between.</summary>
    public override Surroundings Around(int stage)
    {
        var done = JobOf(stage).Done;
        return new Surroundings(Past: done, At: 0, Before: 1 - done);
    }

    /// <inheritdoc />
    public override double DoubtBits => Jobs.Select((job, index) => _asked[index] * Entropy.OfChance(job.Done)).Sum();

    /// <inheritdoc />
    public override double Bearing(int stage) => _asked[Jobs.TakeWhile(job => job.Stage.Order != stage).Count()];

    /// <summary>An answer counts for or against its own job and says nothing of the others.</summary>
    internal static double Share(int stage, int asked, bool inFavour)
    {
        if (stage != asked) return 0;
        return inFavour ? 1 : -1;
    }

    private protected override bool IsBehind(int stage) => JobOf(stage).State == JobState.Satisfied;

    private Job JobOf(int stage) => Jobs.Single(job => job.Stage.Order == stage);

    private static IReadOnlyList<Job> JobsOf(BuyingProcess process, IReadOnlyList<Contribution> contributions) => process.Stages
        .Select((stage, index) => JobOf(
            stage, index, contributions.Where(contribution => contribution.Question.Stage == stage.Order).ToList()))
        .ToList();

    private static Job JobOf(BuyingStage stage, int index, IReadOnlyList<Contribution> evidence)
    {
        var bits = evidence.Sum(contribution => contribution.Bits[index]);
        return new Job(stage, StateOf(evidence, bits), bits);
    }

    private static JobState StateOf(IReadOnlyList<Contribution> evidence, double bits)
    {
        var signs = evidence.Where(contribution => contribution.IsInFavour).ToList();
        if (signs.Count == 0) return JobState.NotStarted;
        if (signs.All(contribution => contribution.Question.Kind != QuestionKind.ExitFact)) return JobState.Open;
        return bits > 0 ? JobState.Satisfied : JobState.Reopened;
    }

    private static IReadOnlyList<double> Bits(BuyingProcess process, IReadOnlyList<Job> jobs, Func<Job, bool> counts) => jobs
        .Select((job, index) => counts(job) ? LogNotDone(job) - process.PriorBits * index : double.NegativeInfinity)
        .ToList();

    /// <summary>log2(1 - Done), also where Done is so near to 1 that nothing would be left of the difference.</summary>
    private static double LogNotDone(Job job) => -Math.Max(0, job.Bits) - Math.Log(1 + Math.Pow(2, -Math.Abs(job.Bits)), 2);

    /// <summary>The first group in which there is such a job; if in none, all.</summary>
    private static Func<Job, bool> First(IReadOnlyList<Job> jobs, Func<Job, bool> wanted) =>
        Groups.FirstOrDefault(group => jobs.Any(job => group(job) && wanted(job))) ?? (_ => true);
}
