using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Plugins;

/// <summary>A step runs a plugin that the solution lists, on a table that exists, in a stage of today (the solution checker's <c>meta-avoid-crm4-event</c>).</summary>
internal sealed class StepsNameWhatExists : ICheck
{
    public IEnumerable<string> Findings(SolutionSource source)
    {
        var plugins = source.Files("PluginAssemblies/", ".data.xml")
            .SelectMany(assembly => assembly.Root.Descendants("PluginType"))
            .ToDictionary(type => type.Attribute("PluginTypeId")!.Value, type => type.Attribute("AssemblyQualifiedName")!.Value);

        foreach (var step in source.Files("SdkMessageProcessingSteps/"))
        {
            string ValueOf(string element) => step.Root.Element(element)?.Value ?? "";

            if (plugins.GetValueOrDefault(ValueOf("PluginTypeId")) is var name && name != ValueOf("PluginTypeName"))
                yield return $"{step.Path}: runs {ValueOf("PluginTypeName")}, and its PluginTypeId is {(name is null ? "of no plugin" : $"that of {name}")}.";
            if (source.Tables.All(table => table.LogicalName != ValueOf("PrimaryEntity")))
                yield return $"{step.Path}: runs on {ValueOf("PrimaryEntity")}, a table that the solution does not have (in lower case).";
            if (ValueOf("Stage") is not ("10" or "20" or "40"))
                yield return $"{step.Path}: runs in stage {ValueOf("Stage")}; there are 10, 20 and 40.";
        }
    }
}
