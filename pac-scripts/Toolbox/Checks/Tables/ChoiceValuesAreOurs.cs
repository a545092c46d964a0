using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Tables;

/// <summary>Values of global choices lie in the publisher's range and occur once, so that no other solution's option has the same.</summary>
internal sealed class ChoiceValuesAreOurs : ICheck
{
    private const int ValuesOfAPublisher = 10_000;

    public IEnumerable<string> Findings(SolutionSource source)
    {
        var first = source.Manifest.FirstOptionValue;
        foreach (var choice in source.Files("OptionSets/"))
        {
            var values = choice.Root.Descendants("option").Select(option => (int)option.Attribute("value")!).ToList();
            foreach (var value in values.Where(value => value < first || value >= first + ValuesOfAPublisher))
                yield return $"{choice.Path}: the value {value} is outside the publisher's range from {first}.";
            foreach (var value in values.GroupBy(value => value).Where(group => group.Count() > 1).Select(group => group.Key))
                yield return $"{choice.Path}: the value {value} is given twice.";
        }
    }
}
