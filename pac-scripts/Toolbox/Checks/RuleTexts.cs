using System.Xml.Linq;

namespace BuyerPath.Toolbox.Checks;

/// <summary>What the rules say of themselves: the summaries above their classes, from the documentation file that the compiler writes.</summary>
public static class RuleTexts
{
    /// <summary>Name and sentence of every rule, in the order in which they are applied.</summary>
    /// <exception cref="InvalidDataException">A rule has no summary.</exception>
    public static IEnumerable<(string Rule, string Sentence)> All()
    {
        var assembly = typeof(RuleTexts).Assembly;
        var texts = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml"))
            .Descendants("member")
            .ToDictionary(member => member.Attribute("name")!.Value, member => member.Element("summary"));

        return
            from check in SourceChecks.All.Concat(SourceChecks.OfTheBuild)
            let summary = texts.GetValueOrDefault($"T:{check.GetType().FullName}") ?? throw new InvalidDataException($"{check.GetType().Name} has no summary.")
            select (check.GetType().Name, string.Join(' ', summary.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }
}
