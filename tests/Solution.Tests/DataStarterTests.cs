using BuyerPath.Domain.Qualifications;
using BuyerPath.Domain.Segments;
using BuyerPath.Plugins.Schema;
using BuyerPath.Sandbox;
using BuyerPath.Toolbox;
using BuyerPath.Toolbox.Data;
using BuyerPath.Toolbox.Packing;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Solution.Tests;

/// <summary>What an administrator gets with the two packages, and keeps.</summary>
public sealed class DataStarterTests
{
    private static readonly IReadOnlyList<ProcessTemplate> Templates = ProcessTemplateReader.ReadAll(Repository.PathOf("solution/data/processes"));
    private static readonly string Written = File.ReadAllText(Repository.PathOf("solution/data/segments.yaml"));
    private static readonly IReadOnlyList<SegmentTemplate> Segments = SegmentReader.Parse("segments.yaml", Written, Templates);
    private static readonly Lazy<Organization> Empty = new(() => Organization.Load(new MemoryStream(SolutionPacker.Pack(PackStage.Make(), PackageType.Managed).Zip)));

    [Theory]
    [InlineData("en")]
    [InlineData("fi")]
    public void Importing_either_package_twice_changes_no_row(string code)
    {
        var language = Language.All.Single(language => language.Code == code);
        var organization = Loaded(language);
        var before = Values(organization);

        ImportBoth(organization, language);

        Assert.NotEmpty(organization.Rows.All("buy_content_stage"));
        Assert.Equal(before, Values(organization));
    }

    [Fact]
    public void Keys_ids_and_links_are_the_same_in_both_languages_and_texts_are_not()
    {
        var (english, finnish) = (Loaded(Language.English), Loaded(Language.Finnish));

        Assert.Equal(Keys(english), Keys(finnish));
        Assert.Equal(Links(english), Links(finnish));
        Assert.Equal(("Peer facts before and after", "Vertaisten tiedot ennen ja jälkeen"), (Name(english), Name(finnish)));

        static IEnumerable<(Guid, object?)> Keys(Organization organization) =>
            organization.Rows.All(ContentTable.LogicalName).Select(row => (row.Id, row[ContentTable.Key]))
                .Concat(organization.Rows.All(SegmentTable.LogicalName).Select(row => (row.Id, row[SegmentTable.Key])));

        static object? Name(Organization organization) =>
            organization.Rows.Find(ContentTable.LogicalName, StableId.Of("buy_content/classic6.peer-facts-before-and-after"))![ContentTable.Name];
    }

    [Fact]
    public void Every_text_to_share_helps_at_its_stage_and_is_there_once_in_its_process()
    {
        var organization = Loaded(Language.English);

        var shared = from template in Templates from stage in template.Stages from content in stage.Share select (template.Key, Stage: (template.Version, stage.Key), Text: content.Name[Language.English]);
        Assert.Equal(shared.DistinctBy(content => (content.Key, content.Text)).Count(), organization.Rows.All(ContentTable.LogicalName).Count());
        Assert.Equal(
            shared.Distinct().Select(content => StableId.Of($"buy_stage/{content.Key}/{content.Stage.Version}/{content.Stage.Key}")).Order(),
            Links(organization).Select(link => link.Stage).Order());
    }

    [Fact]
    public void What_the_administrator_changed_survives_the_templates_of_an_upgrade()
    {
        var organization = Loaded(Language.English);
        var service = organization.ServiceFor(organization.DefaultUserId);
        var segment = organization.Rows.All(SegmentTable.LogicalName).First().Id;
        var content = organization.Rows.All(ContentTable.LogicalName).First().Id;
        service.Update(new Entity(SegmentTable.LogicalName, segment) { [SegmentTable.Rules] = "revenue > 1000000" });
        service.Update(new Entity(ContentTable.LogicalName, content) { [ContentTable.Name] = "Our own" });

        organization.Import(new MemoryStream(ProcessPackage.Zip(Templates, Language.English)));

        Assert.Equal("revenue > 1000000", organization.Rows.Find(SegmentTable.LogicalName, segment)![SegmentTable.Rules]);
        Assert.Equal("Our own", organization.Rows.Find(ContentTable.LogicalName, content)![ContentTable.Name]);
    }

    [Fact]
    public void Rules_of_the_segments_can_be_read_and_ask_for_columns_that_an_account_has() =>
        Assert.All(Segments, segment =>
        {
            var rules = SegmentRules.Read(segment.Rules ?? "");
            Assert.Empty(rules.Decision.Reasons);
            Assert.All(rules.Value.Columns, column => Assert.NotNull(Empty.Value.Model.Tables["account"].Find(column)));
        });

    [Fact]
    public void Criteria_that_columns_answer_name_columns_that_exist_and_thresholds_that_can_be_read()
    {
        var columns = Templates.SelectMany(template => template.Provider.Concat(template.Customer)).Select(criterion => criterion.Column).OfType<CriterionColumn>().ToList();

        Assert.NotEmpty(columns);
        Assert.All(columns, column =>
        {
            Assert.Empty(Thresholds.Read(column.Thresholds).Decision.Reasons);
            Assert.NotNull(Empty.Value.Model.Tables[$"{column.Table}".ToLowerInvariant()].Find(column.Name));
        });
    }

    [Fact]
    public void Content_says_whom_it_helps_and_what_is_in_it()
    {
        var content = Loaded(Language.Finnish).Rows.Find(ContentTable.LogicalName, StableId.Of("buy_content/classic6.the-fair-case-for-not-acting"))!;

        Assert.Equal((289450000, true), (content[ContentTable.Role], content[ContentTable.IsForGroup]));
        Assert.StartsWith("Parhaat syyt jättää asiat ennalleen", (string)content[ContentTable.Description]!);
    }

    [Theory]
    [InlineData(250, "large")]
    [InlineData(249, "medium")]
    [InlineData(50, "medium")]
    [InlineData(49, "small")]
    [InlineData(null, "unknown_size")]
    public void An_account_finds_its_segment_by_its_employees(int? employees, string key)
    {
        var segments = Segments.Select(segment => new Segment(Guid.NewGuid(), segment.Key, segment.Order, SegmentRules.Read(segment.Rules ?? "").Value));

        Assert.Equal(key, Segment.For(segments, new Dictionary<string, object?> { ["numberofemployees"] = employees })!.Name);
    }

    [Theory]
    [InlineData("process: bant", "process: bent", "process is 'bent', which is not listed; did you mean 'bant'?")]
    [InlineData("model: bant", "model: bent", "model is 'bent', which is not listed; did you mean 'bant'?")]
    [InlineData("key: small", "key: large", "key 'large' is used twice; a key must be unique.")]
    [InlineData("effortHours: 12", "effortHours: many", "effortHours is 'many'; it must be an amount")]
    public void A_mistake_is_named_with_what_would_be_right(string original, string mistake, string finding)
    {
        Assert.Contains(original, Written);

        var refusal = Assert.Throws<InvalidDataException>(() => SegmentReader.Parse("segments.yaml", Written.Replace(original, mistake), Templates));

        Assert.Contains(finding, refusal.Message);
    }

    private static Organization Loaded(Language language)
    {
        var organization = Empty.Value.Copy();
        ImportBoth(organization, language);
        return organization;
    }

    private static void ImportBoth(Organization organization, Language language)
    {
        organization.Import(new MemoryStream(ProcessPackage.Zip(Templates, language)));
        organization.Import(new MemoryStream(StarterPackage.Zip(Templates, Segments, language)));
    }

    private static IReadOnlyList<(Guid Content, Guid Stage)> Links(Organization organization) =>
        [.. organization.Rows.All("buy_content_stage").Select(row => ((Guid)row[ContentTable.ContentId]!, (Guid)row[StageTable.StageId]!)).Order()];

    /// <summary>Every value that somebody could have meant; when a row was last saved is none.</summary>
    private static IReadOnlyList<string> Values(Organization organization) =>
    [
        .. from table in organization.Model.Tables.Keys.Order(StringComparer.Ordinal)
           from row in organization.Rows.All(table)
           from value in row.Values.OrderBy(value => value.Key, StringComparer.Ordinal)
           where value.Key is not ("modifiedon" or "versionnumber")
           select $"{table} {row.Id} {value.Key} {value.Value}",
    ];
}
