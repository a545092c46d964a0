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
        Assert.Equal(16, Report.Opportunities);
        Assert.Equal(Report.Opportunities, Loaded.All("opportunity").Count);
        Assert.Equal(Report.Accounts, Loaded.All("account").Count);
        Assert.Equal(Report.Contacts, Loaded.All("contact").Count);
        Assert.Equal(Report.Answers - Changed(), Loaded.All(AnswerTable.LogicalName).Count);
        Assert.Equal(Report.Stakeholders, Loaded.All(StakeholderTable.LogicalName).Count);
        Assert.Equal(Report.Steps, Loaded.All(StepTable.LogicalName).Count);
        Assert.Equal(Report.Shares, Loaded.All(ContentShareTable.LogicalName).Count);
    }

    [Fact]
    public void Customers_stand_at_every_stage_and_every_grade_is_used()
    {
        var classic = Loaded.All("opportunity").Where(row => row.GetAttributeValue<EntityReference>(OpportunityTable.ProcessId).Name == "Classic buying process (six phases)");
        Assert.Equal(6, classic.Select(row => row.GetAttributeValue<EntityReference>(OpportunityTable.StageId).Id).Distinct().Count());
        Assert.Superset(
            Enum.GetValues<EvidenceGradeChoice>().Cast<int>().ToHashSet(),
            Loaded.All(AnswerTable.LogicalName).Select(row => row.GetAttributeValue<OptionSetValue>(AnswerTable.Grade)?.Value).OfType<int>().ToHashSet());
    }

    public static TheoryData<string, int, int, OutcomeChoice?, ApproachChoice?> Endings => new()
    {
        // opportunity                              state  status  outcome                   approach
        { "Boiler vibration monitoring",            1,     3,      OutcomeChoice.Go,         ApproachChoice.Outsource },
        { "Remote support for field engineers",     2,     4,      OutcomeChoice.NoDecision, ApproachChoice.Nothing },
        { "Leak detection for data hall A",         2,     4,      OutcomeChoice.NoGo,       ApproachChoice.Build },
    };

    [Theory]
    [MemberData(nameof(Endings))]
    public void What_ended_says_how(string name, int state, int status, OutcomeChoice? outcome, ApproachChoice? approach)
    {
        var row = Opportunity(name);
        Assert.Equal((state, status), (Option(row, "statecode"), Option(row, "statuscode")));
        Assert.Equal(((int?)outcome, (int?)approach), (Option(row, OpportunityTable.Outcome), Option(row, OpportunityTable.Approach)));
    }

    [Fact]
    public void One_is_lost_to_another_and_nobody_wrote_down_how_it_ended()
    {
        Assert.Equal((2, 5), (Option(Opportunity("Gearbox oil analysis"), "statecode"), Option(Opportunity("Gearbox oil analysis"), "statuscode")));
        Assert.Null(Assert.Single(SamplePipelineFile.Read(Path).Opportunities, opportunity => opportunity.Closed is { Outcome: null }).Closed!.Approach);
    }

    [Fact]
    public void One_customer_buys_in_jobs_side_by_side() =>
        Assert.Equal("Six buying jobs (non-linear)", Opportunity("Pump monitoring of the district heating network").GetAttributeValue<EntityReference>(OpportunityTable.ProcessId).Name);

    [Fact]
    public void The_sales_stage_is_the_last_that_the_seller_reached()
    {
        var row = Opportunity("Energy metering for 14 sites");
        Assert.Equal((2, "Propose"), (Option(row, "salesstage"), row["stepname"]));
    }

    [Fact]
    public void A_stakeholder_is_a_person_or_a_role_that_nobody_has_met()
    {
        var met = Stakeholder("Pekka Salmela");
        Assert.Equal("Pekka Salmela", met.GetAttributeValue<EntityReference>(StakeholderTable.ContactId).Name);
        Assert.Equal(
            ((int)StakeholderRoleChoice.Decides, (int)InfluenceChoice.High, (int)AttitudeChoice.Neutral, true, true),
            (Option(met, StakeholderTable.Role), Option(met, StakeholderTable.Influence), Option(met, StakeholderTable.Attitude), met[StakeholderTable.HasVeto], met[StakeholderTable.IsMet]));
        Assert.Equal(LoadedOrganization.Today.AddDays(-55).AddMinutes(-165).UtcDateTime, met["createdon"]);

        var unmet = Stakeholder("Head of IT security");
        Assert.Null(unmet.GetAttributeValue<EntityReference>(StakeholderTable.ContactId));
        Assert.Equal((true, false), (unmet[StakeholderTable.HasVeto], unmet[StakeholderTable.IsMet]));
    }

    [Fact]
    public void A_step_waits_for_the_one_before_it_and_is_done_on_its_day()
    {
        var signed = Step("Sign the contract");
        Assert.Equal("Send the contract", signed.GetAttributeValue<EntityReference>(StepTable.AfterStepId).Name);
        Assert.Equal(LoadedOrganization.Today.AddDays(-25).AddMinutes(-90).UtcDateTime, signed[StepTable.DoneOn]);
        Assert.Equal(LoadedOrganization.Today.AddDays(-24).Date, signed[StepTable.DueOn]);
        Assert.Equal("Sara Nurmi", signed.GetAttributeValue<EntityReference>("ownerid").Name);
    }

    [Fact]
    public void A_date_that_was_put_off_is_the_last_promise()
    {
        var twice = Step("Decide on the provider");
        Assert.Equal((LoadedOrganization.Today.AddDays(25).Date, true, false), (twice[StepTable.DueOn], twice[StepTable.IsDecisionDate], twice[StepTable.HasOutsideReason]));

        Assert.Equal(true, Step("Choose the provider")[StepTable.HasOutsideReason]);
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
        Assert.All(Loaded.All("opportunity").Concat(Loaded.All(AnswerTable.LogicalName)).Concat(Loaded.All(StepTable.LogicalName)), row => Assert.True(row.GetAttributeValue<DateTime>("modifiedon") <= LoadedOrganization.Today));
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
        { "as: won",                               "as: open",                             "as is 'open'; what is closed is won or lost." },
        { "as: won, outcome: go",                  "as: won, reason: outSold",             "reason is for what is lost." },
        { "reason: outSold",                       "reason: sold",                         "reason is 'sold'; it must be canceled or outSold." },
        { "outcome: noGo",                         "outcome: no",                          "outcome is 'no'; it must be go, noGo, noDecision or withdrawnByUs." },
        { "stage: qualify",                        "stage: qualified",                     "stage is 'qualified'; it must be qualify, develop, propose or close." },
        { "role: decides",                         "role: decider",                        "role is 'decider'; it must be decides, holdsTheBudget, evaluates, usesIt, procurement or advises." },
        { "name: \"Head of IT security\", ",       "",                                     "name stands for a person not known yet: give either contact or name." },
        { "name: \"Head of IT security\"",         "name: \"X\", contact: \"Outi Kangas\"", "name stands for a person not known yet: give either contact or name." },
        { "party: thirdParty",                     "party: nobody",                        "party is 'nobody'; a step is somebody's." },
        { "after: \"Send the contract\"",          "after: \"Send the contrat\"",          "after is 'Send the contrat', which is not listed; did you mean 'Send the contract'?" },
        { "step: \"Sign the contract\"",           "step: \"Send the contract\"",          "step 'Send the contract' is there twice; a step is known by its name." },
        { "doneDaysAgo: 25",                       "doneDaysAgo: 23",                      "doneDaysAgo is '23'; it must be a whole number from 24 to 46." },
        { "daysAgo: 20, dueInDays: -6",            "daysAgo: 53, dueInDays: -6",           "daysAgo is '53'; it must be a whole number from 0 to 52." },
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

    [Fact]
    public void Content_that_is_not_there_is_named_before_anything_is_written()
    {
        var empty = new LoadedOrganization();
        using var file = new TemporaryFile();
        File.WriteAllText(file.Path, Text.Replace("content: classic6.cause-tree", "content: classic6.cause-three"));

        var refusal = Assert.Throws<InvalidDataException>(() => SamplePipeline.Load(empty.Organization, empty.Clock, file.Path));

        Assert.Contains("shares the content 'classic6.cause-three', which is not there; did you mean 'classic6.cause-tree'?", refusal.Message);
        Assert.Empty(empty.All("opportunity"));
    }

    [Fact]
    public void Some_of_what_was_shared_was_seen_in_use_and_some_was_not()
    {
        var used = Loaded.All(ContentShareTable.LogicalName).Select(share => share.GetAttributeValue<DateTime?>(ContentShareTable.UsedOn)).ToList();

        Assert.Contains(null, used);
        Assert.Contains(used, on => on is not null);
    }

    [Fact]
    public void What_ended_on_each_process_was_learnt_from_and_the_calibration_says_what_came_of_it()
    {
        var processes = SamplePipelineFile.Read(Path).Opportunities.Select(opportunity => opportunity.Process).Distinct().Count();
        var calibrations = Loaded.All(CalibrationTable.LogicalName);

        Assert.Equal(processes, calibrations.Count);
        Assert.All(calibrations, calibration => Assert.NotEqual("", calibration.GetAttributeValue<string>(CalibrationTable.Summary)));
        Assert.DoesNotContain((int)CalibrationStateChoice.Running, calibrations.Select(row => Option(row, CalibrationTable.State)));
    }

    private static Entity Opportunity(string name) => Assert.Single(Loaded.All("opportunity"), row => (string)row["name"] == name);

    private static Entity Stakeholder(string name) => Loaded.All(StakeholderTable.LogicalName).First(row => (string)row[StakeholderTable.Name] == name);

    private static Entity Step(string name) => Assert.Single(Loaded.All(StepTable.LogicalName), row => (string)row[StepTable.Name] == name);

    private static int? Option(Entity row, string column) => row.GetAttributeValue<OptionSetValue>(column)?.Value;

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
