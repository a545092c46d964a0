using System.Text.RegularExpressions;
using BuyerPath.Toolbox;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Solution.Tests;

public class SourceTests
{
    private static readonly IReadOnlyList<ICheck> All = [.. SourceChecks.All, .. SourceChecks.OfTheBuild];

    public static TheoryData<string> Rules => [.. All.Select(check => check.GetType().Name)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_committed_source_keeps_the_rule(string rule) =>
        Assert.Empty(All.Single(check => check.GetType().Name == rule).Findings(SourceCopy.TakeBuilt()));

    [Fact]
    public void Every_rule_is_applied()
    {
        var written =
            from type in typeof(ICheck).Assembly.GetTypes()
            where type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(ICheck))
            select type.Name;

        Assert.Equal(written.Order(), All.Select(check => check.GetType().Name).Order());
    }

    [Fact]
    public void Every_rule_is_proven_by_a_broken_copy()
    {
        var proven =
            from file in Directory.EnumerateFiles(Repository.PathOf("tests/Solution.Tests"), "Source*.cs")
            from Match match in Regex.Matches(File.ReadAllText(file), @"Breaks<(\w+)>\(")
            select match.Groups[1].Value;

        Assert.Empty(All.Select(check => check.GetType().Name).Except(proven));
    }

    [Fact]
    public void Every_rule_says_what_it_is() =>
        Assert.All(RuleTexts.All(), rule => Assert.EndsWith(".", rule.Sentence, StringComparison.Ordinal));

    [Fact]
    public void A_finding_is_printed_as_file_rule_and_sentence() =>
        Assert.Equal("Other/Solution.xml: ChoicesExist: is wrong.", new Finding("ChoicesExist", "Other/Solution.xml: is wrong.").ToString());

    [Fact]
    public void What_is_loaded_and_not_changed_is_not_written()
    {
        var source = SourceCopy.Take();
        foreach (var _ in source.Files(under: "")) { } // parses all of them

        Assert.Empty(source.Changed);
    }

    [Fact]
    public void A_copy_does_not_change_its_original()
    {
        var original = SourceCopy.Take();
        var copy = original.Copy();
        copy.Edit(Manifest.Path).Descendants("Version").Single().Value = "9.9.9.9";

        Assert.Equal("9.9.9.9", copy.Manifest.Version);
        Assert.NotEqual("9.9.9.9", original.Manifest.Version);
    }

    [Fact]
    public void What_is_saved_is_what_was_added()
    {
        var folder = Directory.CreateTempSubdirectory("source").FullName;
        var source = SourceCopy.Take();
        source.Add("Other/Relationships/Account.xml", SourceXml.Root("EntityRelationships"));
        source.Save(folder);

        var file = Assert.Single(Directory.GetFiles(folder, "*", SearchOption.AllDirectories));
        Assert.Equal(Path.Combine(folder, "Other", "Relationships", "Account.xml"), file);
        Assert.Equal(source.Bytes("Other/Relationships/Account.xml"), File.ReadAllBytes(file));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_folder_without_a_manifest_is_refused()
    {
        var refusal = Assert.Throws<DirectoryNotFoundException>(() => SolutionSource.Load(Repository.PathOf("tests")));

        Assert.Contains("has no Other/Solution.xml", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_xml_is_named()
    {
        var source = SourceCopy.Take();
        source.Replace("OptionSets/buy_party.xml", "<optionset>"u8.ToArray());

        var refusal = Assert.Throws<InvalidDataException>(() => source.Xml("OptionSets/buy_party.xml"));

        Assert.StartsWith("OptionSets/buy_party.xml is not well-formed XML", refusal.Message, StringComparison.Ordinal);
    }
}
