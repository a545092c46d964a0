using System.Text.Json;
using System.Xml.Linq;
using BuyerPath.Toolbox;
using BuyerPath.Toolbox.Source;
using Jint;
using YamlDotNet.RepresentationModel;

namespace BuyerPath.Solution.Tests;

/// <summary>
/// Whatever a user reads is there in Finnish, and is Finnish. That no label is missing, a rule of check.cs says
/// (LabelsAreInBothLanguages); of the code components' texts, their own tests.
/// </summary>
public sealed class FinnishTests
{
    private const string English = "1033";
    private const string Finnish = "1035";

    public static TheoryData<string> DataFiles =>
        [.. Directory.EnumerateFiles(Repository.PathOf("solution/data"), "*.yaml", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))];

    [Fact]
    public void No_label_of_the_solution_was_left_in_English()
    {
        var source = SolutionSource.Load(Repository.PathOf("solution/src"));

        var left = from file in source.Files(under: "")
                   where !file.Path.StartsWith("customapis/", StringComparison.Ordinal) // names in code are labels there, too
                   from labels in file.Root.DescendantsAndSelf()
                   let english = TextIn(labels, English)
                   where english is not (null or "BuyerPath") && english == TextIn(labels, Finnish)
                   select $"{file.Path}: {english}";

        Assert.Empty(left);
    }

    [Theory]
    [MemberData(nameof(DataFiles))]
    public void Every_text_of_the_configuration_data_is_there_in_both_languages(string file)
    {
        var yaml = new YamlStream();
        using var reader = File.OpenText(Repository.PathOf(file));
        yaml.Load(reader);

        var texts = yaml.Documents.Single().AllNodes.OfType<YamlMappingNode>().Select(node => (English: TextIn(node, "en"), Finnish: TextIn(node, "fi"), node.Start.Line));

        Assert.DoesNotContain(texts, text => (text.English is null) != (text.Finnish is null) || (text.English is not null && text.English == text.Finnish));
    }

    [Fact]
    public void The_sandboxs_page_says_everything_in_both_languages()
    {
        const string AfterTexts = "const asked";
        var module = File.ReadAllText(Repository.PathOf("tests/Sandbox.Host/wwwroot/modules/base/texts.js"));
        using var engine = new Engine();
        engine.Execute(module[..module.IndexOf(AfterTexts, StringComparison.Ordinal)].Replace("export ", "", StringComparison.Ordinal));

        var texts = JsonSerializer.Deserialize<List<Dictionary<string, string>>>(engine.Evaluate("JSON.stringify(languages.map(language => language.texts))").AsString())!;

        Assert.Equal(2, texts.Count);
        Assert.Equal(texts[0].Keys.Order(StringComparer.Ordinal), texts[1].Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(texts[0], text => text.Value == texts[1][text.Key] && text.Value.Any(char.IsLetter));
    }

    private static string? TextIn(XElement labels, string language)
    {
        var label = labels.Elements().FirstOrDefault(label => (label.Attribute("languagecode") ?? label.Attribute("LCID"))?.Value == language);
        return (label?.Attribute("description") ?? label?.Attribute("Title"))?.Value;
    }

    private static string? TextIn(YamlMappingNode node, string language) =>
        node.Children.TryGetValue(new YamlScalarNode(language), out var text) ? ((YamlScalarNode)text).Value : null;
}
