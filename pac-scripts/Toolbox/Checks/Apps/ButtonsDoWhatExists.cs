using System.Xml.Linq;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Apps;

/// <summary>A button of ours has a command and labels that are defined, and the command's rules and functions exist.</summary>
internal sealed class ButtonsDoWhatExists : ICheck
{
    private const string Label = "$LocLabels:";

    public IEnumerable<string> Findings(SolutionSource source) =>
        from file in source.Files("Entities/", "/RibbonDiff.xml")
        from finding in Commands(source, file.Root).Concat(Labels(file.Root)).Concat(Calls(source, file.Root))
        select $"{file.Path}: {finding}.";

    private static IEnumerable<string> Commands(SolutionSource source, XElement ribbon)
    {
        var ours = ribbon.Descendants("CommandDefinition").Select(command => command.Attribute("Id")?.Value).ToHashSet();
        foreach (var button in ribbon.Descendants().Where(control => control.Attribute("Command") is not null))
        {
            var command = button.Attribute("Command")!.Value;
            if (command.StartsWith(source.Manifest.Prefix + ".", StringComparison.Ordinal) && !ours.Contains(command))
                yield return $"{button.Attribute("Id")?.Value} has the command {command}, which is not defined";
        }
        foreach (var unused in ours.Except(ribbon.Descendants().Attributes("Command").Select(command => command.Value)))
            yield return $"no button has the command {unused}";

        var rules = ribbon.Descendants("RuleDefinitions").Descendants().Attributes("Id").Select(rule => rule.Value).ToHashSet();
        foreach (var rule in ribbon.Descendants("CommandDefinition").Descendants().Where(rule => rule.Name.LocalName is "EnableRule" or "DisplayRule").Select(rule => rule.Attribute("Id")?.Value ?? ""))
            if (rule.StartsWith(source.Manifest.Prefix + ".", StringComparison.Ordinal) && !rules.Contains(rule))
                yield return $"a command asks the rule {rule}, which is not defined";
    }

    private static IEnumerable<string> Labels(XElement ribbon)
    {
        var defined = ribbon.Descendants("LocLabel").Select(label => label.Attribute("Id")?.Value).ToHashSet();
        var named = ribbon.Descendants().Attributes().Where(text => text.Value.StartsWith(Label, StringComparison.Ordinal)).Select(text => text.Value[Label.Length..]).ToHashSet();
        return named.Except(defined).Select(name => $"the label {name} is not defined")
            .Concat(defined.Except(named).Select(name => $"nothing shows the label {name}"));
    }

    private static IEnumerable<string> Calls(SolutionSource source, XElement ribbon) =>
        from call in ribbon.Descendants().Where(call => call.Attribute("FunctionName") is not null)
        let library = WebResourceUses.NameIn(call.Attribute("Library")?.Value ?? "")
        let problem = library is null ? $"calls {call.Attribute("FunctionName")!.Value} of no web resource" : Scripts.Obstacle(source, library, call.Attribute("FunctionName")!.Value)
        where problem is not null
        select $"{call.Ancestors("CommandDefinition").Concat(call.Ancestors("EnableRule")).Attributes("Id").FirstOrDefault()?.Value} {problem}";
}
