using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Plugins;

/// <summary>No plugin runs on reading (the solution checker's <c>meta-avoid-reg-retrieve</c> and <c>meta-avoid-retrievemultiple-annotation</c>): it would slow every view.</summary>
internal sealed class StepsLeaveReadsAlone : ICheck
{
    private static readonly string[] Reads =
        ["Retrieve", "f2bdbb1b-ea3e-db11-86a7-000a3a5473e8", "RetrieveMultiple", "03bebb1b-ea3e-db11-86a7-000a3a5473e8"];

    public IEnumerable<string> Findings(SolutionSource source) =>
        from step in source.Files("SdkMessageProcessingSteps/")
        where step.Root.Elements().Any(element => element.Name.LocalName is "SdkMessageId" or "SdkMessageName" && Reads.Contains(element.Value))
        select $"{step.Path}: runs whenever {step.Root.Element("PrimaryEntity")?.Value} is read.";
}
