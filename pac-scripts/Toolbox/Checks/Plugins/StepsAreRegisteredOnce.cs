using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Plugins;

/// <summary>No plugin runs twice for one thing (the solution checker's <c>meta-remove-dup-reg</c>).</summary>
internal sealed class StepsAreRegisteredOnce : ICheck
{
    public IEnumerable<string> Findings(SolutionSource source) =>
        from step in source.Files("SdkMessageProcessingSteps/")
        let message = step.Root.Element("SdkMessageId")?.Value ?? step.Root.Element("SdkMessageName")?.Value
        group step by (step.Root.Element("PluginTypeId")?.Value, message, step.Root.Element("PrimaryEntity")?.Value, step.Root.Element("Stage")?.Value) into same
        where same.Count() > 1
        select $"{same.First().Path}: {same.First().Root.Attribute("Name")?.Value} is registered {same.Count()} times in stage {same.Key.Item4}, also in {same.Last().Path}.";
}
