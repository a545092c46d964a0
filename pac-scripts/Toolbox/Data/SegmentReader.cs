namespace BuyerPath.Toolbox.Data;

/// <summary>Segments from <c>solution/data/segments.yaml</c>.</summary>
public static class SegmentReader
{
    private const int LongestName = 100;
    private const int LongestDescription = 2000;
    private const int LongestRules = 4000;
    private const int LastOrder = 999;

    /// <summary>The segments in a file; processes and scoring models are named by the keys of <paramref name="templates"/>.</summary>
    /// <exception cref="InvalidDataException">The file has findings; one line each.</exception>
    public static IReadOnlyList<SegmentTemplate> Read(string path, IReadOnlyList<ProcessTemplate> templates) =>
        Parse(Path.GetFileName(path), File.ReadAllText(path), templates);

    /// <summary>The segments in a text, as if it were in a file of that name.</summary>
    /// <exception cref="InvalidDataException">As in <see cref="Read"/>.</exception>
    public static IReadOnlyList<SegmentTemplate> Parse(string name, string text, IReadOnlyList<ProcessTemplate> templates)
    {
        var byKey = templates.ToDictionary(template => template.Key);
        var keys = new HashSet<string>();
        return YamlFile.Parse(name, text, map => map.Each("segments", segment => Segment(segment, keys, byKey)));
    }

    private static SegmentTemplate Segment(YamlMap map, HashSet<string> keys, Dictionary<string, ProcessTemplate> templates) => new(
        map.Key("key", keys),
        map.WholeNumber("order", 1, LastOrder),
        map.OptionalText("rules", LongestRules)?.Trim(),
        // A key that is not listed is a finding already; any template stands in until the findings are thrown.
        templates.GetValueOrDefault(map.Reference("process", templates.Keys), templates.Values.First()),
        templates.GetValueOrDefault(map.Reference("model", templates.Keys), templates.Values.First()),
        map.Amount("effortHours"),
        map.Texts("name", LongestName),
        map.Texts("description", LongestDescription));
}
