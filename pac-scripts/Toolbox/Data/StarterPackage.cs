using System.Text.RegularExpressions;

namespace BuyerPath.Toolbox.Data;

/// <summary>
/// What an administrator starts with and then owns: content that helps customers at the stages of the shipped processes, and
/// segments. It points at rows of the <see cref="ProcessPackage"/>, which therefore is imported first.
/// </summary>
public static partial class StarterPackage
{
    private const int LongestKey = 50;

    /// <summary>The package in a language; the same templates and segments give the same bytes.</summary>
    /// <exception cref="InvalidDataException">Two contents of a process would have the same key.</exception>
    public static byte[] Zip(IReadOnlyList<ProcessTemplate> templates, IReadOnlyList<SegmentTemplate> segments, Language language) =>
        PackageZip.Of([Contents([.. templates.SelectMany(ContentsOf)], language), Segments(segments, language)]);

    private static PackageTable Contents(IReadOnlyList<ContentRow> contents, Language language)
    {
        if (contents.GroupBy(content => content.Key).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new InvalidDataException($"The content '{twice.First().Template.Name[Language.English]}' shares the key '{twice.Key}' with another one: let their texts differ earlier, or be the same in every language.");

        return new PackageTable<ContentRow>("buy_content", "Content", "buy_name", contents, content => content.Id,
        [
            new("buy_name", "Name", "string", content => Capitalized(content.Template.Name[language])),
            new("buy_key", "Key", "string", content => content.Key),
            new("buy_description", "Description", "string", content => content.Template.Description?[language]),
            new("buy_role", "Helps most", "optionsetvalue", content => content.Template.Role is { } role ? ProcessPackage.Choice(role) : null),
            new("buy_isforgroup", "Helps the group agree", "bool", content => content.Template.IsForGroup),
        ])
        {
            Links = new PackageLinks<ContentRow>("buy_content_stage", "buy_stage", content => content.Stages),
        };
    }

    private static PackageTable Segments(IReadOnlyList<SegmentTemplate> segments, Language language) =>
        new PackageTable<SegmentTemplate>("buy_segment", "Segment", "buy_name", segments, segment => StableId.Of($"buy_segment/{segment.Key}"),
        [
            new("buy_name", "Name", "string", segment => segment.Name[language]),
            new("buy_key", "Key", "string", segment => segment.Key),
            new("buy_description", "Description", "string", segment => segment.Description[language]),
            new("buy_order", "Order", "number", segment => segment.Order),
            new("buy_rules", "Rules", "string", segment => segment.Rules),
            new("buy_processid", "Buying process", "entityreference", segment => new PackageLookup(ProcessPackage.Id(segment.Process), segment.Process.Name[language])) { LookupTable = "buy_process" },
            new("buy_scoringmodelid", "Scoring model", "entityreference", segment => new PackageLookup(ProcessPackage.ModelId(segment.Model), segment.Model.Name[language])) { LookupTable = "buy_scoringmodel" },
            new("buy_efforthours", "Effort (h)", "decimal", segment => segment.EffortHours),
        ]);

    /// <summary>What a process shares at several stages under one name is one content; what is said of it at the first of them holds.</summary>
    private static IEnumerable<ContentRow> ContentsOf(ProcessTemplate process) =>
        from stage in process.Stages
        from content in stage.Share
        group (Content: content, Stage: ProcessPackage.StageId(process, stage)) by string.Join('\n', Language.All.Select(language => content.Name[language])) into same
        select new ContentRow(KeyOf(process, same.First().Content.Name), same.First().Content, [.. same.Select(item => item.Stage).Distinct()]);

    /// <summary>Made of the English words, so that a content keeps its key when others come before it.</summary>
    private static string KeyOf(ProcessTemplate process, LocalizedText text)
    {
        var key = $"{process.Key}.{OtherThanLetters().Replace(text[Language.English].ToLowerInvariant(), "-").Trim('-')}";
        return key.Length <= LongestKey ? key : key[..LongestKey].TrimEnd('-');
    }

    private static string Capitalized(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex OtherThanLetters();

    private sealed record ContentRow(string Key, ContentTemplate Template, IReadOnlyList<Guid> Stages)
    {
        public Guid Id => StableId.Of($"buy_content/{Key}");
    }
}
