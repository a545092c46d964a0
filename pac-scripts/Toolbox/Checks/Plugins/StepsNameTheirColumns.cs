using System.Xml.Linq;
using BuyerPath.Toolbox.Generation;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Plugins;

/// <summary>A step on updates says which columns it waits for (the solution checker's <c>meta-avoid-reg-no-attribute</c>), and those and the columns of its images exist.</summary>
internal sealed class StepsNameTheirColumns : ICheck
{
    /// <summary>Plugins that cannot name the columns that they wait for: which ones segments' rules and criteria read is data. They end before any write on a save that does not matter.</summary>
    internal static readonly IReadOnlyCollection<string> WaitForColumnsThatAreData = ["BuyerPath.Plugins.AccountsFindTheirSegment", "BuyerPath.Plugins.ScoresFollowColumns"];

    public IEnumerable<string> Findings(SolutionSource source)
    {
        foreach (var step in source.Files("SdkMessageProcessingSteps/"))
        {
            var table = step.Root.Element("PrimaryEntity")?.Value ?? "";
            var awaited = Names(step.Root.Element("FilteringAttributes")?.Value);
            if (StepMessage.Of(step.Root) is { HasChangedColumns: true } message && awaited.Count == 0 && !WaitForColumnsThatAreData.Contains(PluginOf(step.Root)))
                yield return $"{step.Path}: runs on every {message.Name} of {table}; it must name the columns that it waits for.";

            foreach (var name in awaited.Concat(step.Root.Descendants("Attributes").SelectMany(image => Names(image.Value))).Distinct().Where(name => !source.MayHave(table, name)))
                yield return $"{step.Path}: names {name}, which {table} does not have.";
            foreach (var image in step.Root.Descendants("SdkMessageProcessingStepImage").Where(image => Names(image.Element("Attributes")?.Value).Count == 0))
                yield return $"{step.Path}: the image {image.Attribute("Name")?.Value} carries all columns; it must name those that are read.";
        }
    }

    /// <summary>Name of the class that a step runs, without that of its assembly.</summary>
    internal static string PluginOf(XElement step) => step.Element("PluginTypeName")?.Value.Split(',')[0] ?? "";

    private static List<string> Names(string? columns) => [.. (columns ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
