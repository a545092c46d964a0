namespace BuyerPath.Toolbox.Admin.Doctor;

/// <summary>One thing that can be wrong with BuyerPath in an environment. Each looks at one, and names the remedy.</summary>
internal interface IExamination
{
    /// <summary>What is wrong; nothing when all is well.</summary>
    IEnumerable<Finding> Examine(Examined environment);
}

/// <summary>Something that is wrong.</summary>
/// <param name="Fault">What, as a sentence.</param>
/// <param name="Remedy">What the administrator can do about it, as a sentence.</param>
internal sealed record Finding(string Fault, string Remedy);
