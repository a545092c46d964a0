using BuyerPath.Plugins.Schema;
using BuyerPath.Sandbox.Host.Pipelines;
using BuyerPath.Toolbox;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Tests.Pipelines;

public sealed class SamplePipelineTests
{
    private static readonly string Path = Repository.PathOf("solution/data/sample/pipeline.yaml");
    private static readonly string Text = File.ReadAllText(Path);

    // Loaded once: the tests that use it only read.
    private static readonly LoadedOrganization Loaded = new();
    private static readonly SamplePipelineReport Report = SamplePipeline.Load(Loaded.Organization, Loaded.Clock, Path);

    [Fact]
    public void Everything_in_the_file_arrives()
    {
        Assert.Equal(13, Report.Opportunities);
        Assert.Equal(Report.Opportunities, Loaded.All("opportunity").Count);
        Assert.Equal(Report.Accounts, Loaded.All("account").Count);
        Assert.Equal(Report.Contacts, Loaded.All("contact").Count);
        Assert.Equal(Report.Answers - Changed(), Loaded.All(AnswerTable.LogicalName).Count);
    }

    [Fact]
    public void Customers_stand_at_every_stage_and_every_grade_is_used()
    {
        Assert.Equal(6, Loaded.All("opportunity").Select(row => row.GetAttributeValue<EntityReference>(OpportunityTable.StageId).Id).Distinct().Count());
        Assert.Superset(
            Enum.GetValues<EvidenceGradeChoice>().Cast<int>().ToHashSet(),
            Loaded.All(AnswerTable.LogicalName).Select(row => row.GetAttributeValue<OptionSetValue>(AnswerTable.Grade)?.Value).OfType<int>().ToHashSet());
    }

    [Fact]
    public void One_is_won_and_one_is_lost()
    {
        Assert.Equal(
            [("Boiler vibration monitoring", 1), ("Remote support for field engineers", 2)],
            from row in Loaded.All("opportunity")
            let state = row.GetAttributeValue<OptionSetValue>("statecode").Value
            where state != 0
            orderby state
            select ((string)row["name"], state));
    }

    [Fact]
    public void One_customer_went_back_because_an_answer_changed()
    {
        var visits = VisitsOf("Forklift fleet telematics");
        Assert.Equal("Comparing providers", visits[^2].Name);
        Assert.Equal("Choosing an approach", visits[^1].Name);
        Assert.Equal(LoadedOrganization.Today.AddDays(-8).AddHours(-2).UtcDateTime, visits[^1].EnteredOn);
    }

    [Fact]
    public void Visits_follow_each_other_without_a_gap_from_the_day_of_creation()
    {
        var visits = VisitsOf("Condition monitoring for paper machine 2");
        Assert.True(visits.Count > 3);
        Assert.Equal(LoadedOrganization.Today.AddDays(-168).AddHours(-3).UtcDateTime, visits[0].EnteredOn);
        Assert.All(visits.Zip(visits.Skip(1)), pair => Assert.Equal(pair.First.LeftOn, pair.Second.EnteredOn));
        Assert.Null(visits[^1].LeftOn);
    }

    [Fact]
    public void Answers_carry_their_day_their_person_and_their_seller()
    {
        var answer = Loaded.All(AnswerTable.LogicalName).Single(row => row.GetAttributeValue<string>(AnswerTable.Detail) == "The quality manager joined the second call.");
        Assert.Equal("Outi Kangas", answer.GetAttributeValue<EntityReference>(AnswerTable.SourceId).Name);
        Assert.Equal("Aino Laine", answer.GetAttributeValue<EntityReference>("ownerid").Name);
        Assert.Equal(LoadedOrganization.Today.AddDays(-88).AddHours(-2).UtcDateTime, answer[AnswerTable.AnsweredOn]);
        Assert.Equal(answer[AnswerTable.AnsweredOn], answer["createdon"]);
    }

    [Fact]
    public void Nothing_happens_in_the_future_and_the_clock_goes_on_as_before()
    {
        Assert.All(Loaded.All("opportunity").Concat(Loaded.All(AnswerTable.LogicalName)), row => Assert.True(row.GetAttributeValue<DateTime>("modifiedon") < LoadedOrganization.Today));
        Assert.Equal(LoadedOrganization.Today, Loaded.Clock.GetUtcNow());
    }

    public static TheoryData<string, string, string> Mistakes => new()
    {
        // in place of                             there stands                             and the finding is
        { "account: \"Havupuro Foods\"",         "account: \"Havupuro Food\"",         "account is 'Havupuro Food', which is not listed; did you mean 'Havupuro Foods'?" },
        { "contact: \"Timo Hakala\"",            "contact: \"Heikki Rautio\"",         "contact is 'Heikki Rautio', which is not listed" },
        { "seller: \"Sara Nurmi\"",              "seller: \"Sara Nurm\"",              "seller is 'Sara Nurm', which is not listed; did you mean 'Sara Nurmi'?" },
        { "source: \"Outi Kangas\"",             "source: \"Outi\"",                   "source is 'Outi', which is not listed" },
        { "name: \"Outi Kangas\"",               "name: \"Lars Holm\"",                "name 'Lars Holm' is used twice; a key must be unique." },
        { "daysAgo: 94",                           "daysAgo: 97",                          "daysAgo is '97'; it must be a whole number from 0 to 96." },
        { "daysAgo: 25, question: c6.6.exit",      "daysAgo: 23, question: c6.6.exit",     "daysAgo is '23'; it must be a whole number from 24 to 205." },
        { "grade: said",                           "grade: sayd",                          "grade is 'sayd'; it must be believed, said, did or confirmed." },
        { "value: unknown",                        "value: maybe",                         "value is 'maybe'; it must be yes, no or unknown." },
        { "value: 184000",                         "value: 184 000",                       "value is '184 000'; it must be an amount such as 1250 or 99.50." },
        { "as: won",                               "as: open",                             "closed must be as won or as lost." },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_named_with_what_would_be_right(string original, string mistake, string finding)
    {
        var at = Text.IndexOf(original, StringComparison.Ordinal);
        Assert.True(at >= 0, $"pipeline.yaml no longer holds '{original}'");

        var refusal = Assert.Throws<InvalidDataException>(() => SamplePipelineFile.Parse("pipeline.yaml", Text.Remove(at, original.Length).Insert(at, mistake)));

        Assert.Contains(finding, refusal.Message);
    }

    [Fact]
    public void A_question_that_the_process_lacks_is_named_before_anything_is_written()
    {
        var empty = new LoadedOrganization();
        using var file = new TemporaryFile();
        File.WriteAllText(file.Path, Text.Replace("question: c6.1.exit", "question: c6.1.exti"));

        var refusal = Assert.Throws<InvalidDataException>(() => SamplePipeline.Load(empty.Organization, empty.Clock, file.Path));

        Assert.Contains("'Cold-chain monitoring for three terminals' answers the question 'c6.1.exti', which the process classic6 does not have; did you mean 'c6.1.exit'?", refusal.Message);
        Assert.Empty(empty.All("opportunity"));
    }

    /// <summary>Answers of the file that replace an earlier one to the same question.</summary>
    private static int Changed() => SamplePipelineFile.Read(Path).Opportunities.Sum(opportunity =>
        opportunity.Answers.Count - opportunity.Answers.Select(answer => answer.Question).Distinct().Count());

    private IReadOnlyList<(string Name, DateTime EnteredOn, DateTime? LeftOn)> VisitsOf(string opportunity) =>
        [.. from row in Loaded.All(StageVisitTable.LogicalName)
            where row.GetAttributeValue<EntityReference>(StageVisitTable.OpportunityId).Name == opportunity
            let visit = (Name: (string)row[StageVisitTable.Name], EnteredOn: row.GetAttributeValue<DateTime>(StageVisitTable.EnteredOn), LeftOn: row.GetAttributeValue<DateTime?>(StageVisitTable.LeftOn))
            orderby visit.EnteredOn
            select visit];
}
