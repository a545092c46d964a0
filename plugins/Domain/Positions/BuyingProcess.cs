namespace BuyerPath.Domain.Positions;

/// <summary>How the stages of a process relate. Numbered as the options of the choice that stores it.</summary>
public enum ProcessMode
{
    /// <summary>Stages follow one another; going back is normal and recorded.</summary>
    Linear = 0,

    /// <summary>Each stage is a job with a state of its own; several are open at once.</summary>
    Jobs = 1,
}

/// <summary>A template of how customers buy, with the figures that turn their answers into a position.</summary>
/// <param name="Id">Row id.</param>
/// <param name="Name">Name in the language of the configuration data.</param>
/// <param name="Mode">Stages in order, or jobs side by side.</param>
/// <param name="PriorBits">How unlikely one stage further is before anything is known, in bits; zero or more.</param>
/// <param name="StatementHalfLifeDays">Days after which something believed or said counts half.</param>
/// <param name="DeedHalfLifeDays">Days after which something done counts half.</param>
/// <param name="Stages">The stages, in any order.</param>
public sealed record BuyingProcess(
    Guid Id,
    string Name,
    ProcessMode Mode,
    double PriorBits,
    int StatementHalfLifeDays,
    int DeedHalfLifeDays,
    IReadOnlyList<BuyingStage> Stages)
{
    /// <summary>The key that all versions of the process share.</summary>
    public string Key { get; init; } = "";

    /// <summary>Where this version stands in its life.</summary>
    public Lifecycle Lifecycle { get; init; }

    /// <summary>The stages by their order.</summary>
    public IReadOnlyList<BuyingStage> Stages { get; init; } = Stages.OrderBy(stage => stage.Order).ToList();

    /// <summary>Every question, by stage and then by its order there.</summary>
    public IEnumerable<Question> Questions => Stages.SelectMany(stage => stage.Questions);

    /// <summary>The questions as other versions may ask them too.</summary>
    public IEnumerable<Asked> Asks => Questions.Select(question => new Asked(question.Id, question.Key));

    /// <summary>Days after which evidence of this grade counts half; null when it never fades.</summary>
    public int? HalfLifeDays(EvidenceGrade grade) => grade switch
    {
        EvidenceGrade.Believed or EvidenceGrade.Said => StatementHalfLifeDays,
        EvidenceGrade.Did => DeedHalfLifeDays,
        EvidenceGrade.Confirmed => null,
        _ => throw new ArgumentOutOfRangeException(nameof(grade), grade, "There is no such evidence grade."),
    };
}
