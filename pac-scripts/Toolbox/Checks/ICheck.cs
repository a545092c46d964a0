using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks;

/// <summary>A rule that the solution keeps. The packer would let most of what these find pass without a word.</summary>
public interface ICheck
{
    /// <summary>What breaks the rule: a sentence for each, beginning with the file. None when it is kept.</summary>
    IEnumerable<string> Findings(SolutionSource source);
}
