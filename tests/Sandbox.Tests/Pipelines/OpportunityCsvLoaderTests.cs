using BuyerPath.Plugins.Schema;
using BuyerPath.Sandbox.Host.Pipelines;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Tests.Pipelines;

public sealed class OpportunityCsvLoaderTests
{
    private readonly LoadedOrganization _loaded = new();

    [Fact]
    public void A_deal_becomes_an_opportunity_with_all_that_is_known_of_it()
    {
        Load("Topic,Account,Amount,Owner,Created On,Est. Close Date,Notes\nCold storage,Contoso,12500,Aino Laine,2026-01-15,2026-05-01,Second site");

        var row = Assert.Single(_loaded.All("opportunity"));
        Assert.Equal("Cold storage", row["name"]);
        Assert.Equal("Contoso", row.GetAttributeValue<EntityReference>("parentaccountid").Name);
        Assert.Equal(12500m, row.GetAttributeValue<Money>("estimatedvalue").Value);
        Assert.Equal("Aino Laine", row.GetAttributeValue<EntityReference>("ownerid").Name);
        Assert.Equal(new DateTime(2026, 1, 15), row["createdon"]);
        Assert.Equal(new DateTime(2026, 5, 1), row["estimatedclosedate"]);
        Assert.Equal("Second site", row["description"]);
    }

    [Fact]
    public void It_stands_at_the_first_stage_of_its_process_since_it_was_created()
    {
        Load("Topic,Created On\nCold storage,2026-01-15");

        var row = Assert.Single(_loaded.All("opportunity"));
        Assert.Equal("No recognised problem", row.GetAttributeValue<EntityReference>(OpportunityTable.StageId).Name);
        Assert.Equal(new DateTime(2026, 1, 15), row[OpportunityTable.StageEnteredOn]);
    }

    [Fact]
    public void Won_and_lost_deals_are_closed_on_their_day()
    {
        Load("Topic,Status,Amount,Created On,Actual Close Date\nA,Won,500,2026-01-01,2026-02-01\nB,Lost,700,2026-01-01 15:00,2026-01-01\nC,Open,900,2026-01-01,");

        var rows = _loaded.All("opportunity");
        Assert.Equal([1, 2, 0], rows.Select(row => row.GetAttributeValue<OptionSetValue>("statecode").Value));
        Assert.Equal([new DateTime(2026, 2, 1), new DateTime(2026, 1, 1), null], rows.Select(row => row.GetAttributeValue<DateTime?>("actualclosedate")));
        Assert.Equal(500m, rows[0].GetAttributeValue<Money>("actualvalue").Value);
    }

    [Fact]
    public void Closed_deals_without_a_date_are_closed_today_and_that_is_said()
    {
        var report = Load("Topic,Status\nA,Won\nB,Lost\nC,Open");

        Assert.Contains("Won or lost without a closing date, so closed today: 2.", report.Notes);
        Assert.Equal(LoadedOrganization.Today.Date, _loaded.All("opportunity")[0]["actualclosedate"]);
    }

    [Fact]
    public void A_deal_of_which_only_the_end_is_known_began_when_it_ended()
    {
        Load("Topic,Status,Closed On\nA,Won,2025-11-03");

        Assert.Equal(new DateTime(2025, 11, 3), Assert.Single(_loaded.All("opportunity"))["createdon"]);
    }

    [Fact]
    public void Accounts_and_owners_are_made_once()
    {
        var users = _loaded.All("systemuser").Count;

        var report = Load("Topic,Account,Owner\nA,Contoso,Aino Laine\nB,Contoso,Aino Laine\nC,Fabrikam,Björn\nD,,");

        Assert.Equal(["Contoso", "Fabrikam"], _loaded.All("account").Select(account => account["name"]));
        Assert.Equal(users + 2, _loaded.All("systemuser").Count);
        Assert.Contains("Without an owner, so yours: 1.", report.Notes);
        Assert.Equal(_loaded.Organization.DefaultUserId, _loaded.All("opportunity")[3].GetAttributeValue<EntityReference>("ownerid").Id);
    }

    [Fact]
    public void An_account_that_is_there_already_is_used()
    {
        Load("Topic,Account\nA,Contoso");
        Load("Topic,Account\nB,contoso");

        Assert.Single(_loaded.All("account"));
    }

    [Fact]
    public void A_row_that_the_organisation_refuses_is_rejected_with_its_reason_and_leaves_nothing()
    {
        var report = Load($"Topic,Status,Amount\nA,Won,1\n{new string('x', 301)},Open,2\nC,Won,999999999999999999\nD,Open,4");

        Assert.Equal((4, 2, 2), (report.Read, report.Loaded, report.RejectedRows));
        Assert.Equal([3, 4], report.Rejected.Select(rejection => rejection.Line));
        Assert.Contains("name", report.Rejected[0].Reason);
        Assert.Contains("estimatedvalue", report.Rejected[1].Reason);
        Assert.Equal(["A", "D"], _loaded.All("opportunity").Select(row => row["name"]));
    }

    [Fact]
    public void The_clock_goes_on_as_before()
    {
        Load("Topic,Created On\nA,2025-01-15");

        Assert.Equal(LoadedOrganization.Today, _loaded.Clock.GetUtcNow());
    }

    [Fact]
    public void A_process_that_is_not_there_is_refused_before_anything_is_loaded()
    {
        var refusal = Assert.Throws<InvalidDataException>(() => Load("Topic\nA", """{ "process": "classic7", "columns": { "name": { "column": "Topic" } } }"""));

        Assert.Equal(
            "There is no active buying process with the key 'classic7'; there are: bant, classic6, gartner_jobs, meddpicc, miller_heiman, public_tender, renewal, spiced.",
            refusal.Message);
        Assert.Empty(_loaded.All("opportunity"));
    }

    [Fact]
    public void The_report_says_what_happened_to_every_row()
    {
        var report = Load("Topic,Amount,Mood\nA,1,fine\nB,many,bad\n,,worse") with { Elapsed = TimeSpan.FromSeconds(1.26) };

        Assert.Equal(
            """
            3 rows read, 1 loaded, 2 rejected, in 1.3 s.
            Taken: name from 'Topic'; value from 'Amount'.
            Not taken into any field: Mood.
            Without an owner, so yours: 1.
            Line 3: value is 'many', which is not an amount with '.' before the decimals.
            Line 4: name is empty; an opportunity needs a name.
            """,
            report.ToString(), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void A_maps_description_goes_with_the_rows() =>
        Assert.Contains("CC-BY, by somebody", Load("Topic\nA", """{ "description": "CC-BY, by somebody", "columns": { "name": { "column": "Topic" } } }""").Notes);

    [Fact]
    public void However_a_file_is_broken_every_row_is_loaded_or_rejected() =>
        Assert.All(
            Enumerable.Range(0, 200),
            seed =>
            {
                var random = new Random(seed);
                var text = new string([.. Enumerable.Range(0, 60).Select(_ => "ab1,,\"\n\n; €"[random.Next(11)])]);
                var file = OpportunityCsvFile.Parse("Topic,Amount\n" + text);
                Assert.Equal(file.Rows, file.Deals.Count + file.Rejected.Select(rejection => rejection.Line).Distinct().Count());
                Assert.Empty(file.Deals.Select(deal => deal.Line).Intersect(file.Rejected.Select(rejection => rejection.Line)));
            });

    private OpportunityCsvReport Load(string csv, string? map = null)
    {
        using var csvFile = new TemporaryFile();
        using var mapFile = new TemporaryFile();
        File.WriteAllText(csvFile.Path, csv);
        if (map is not null) File.WriteAllText(mapFile.Path, map);
        return OpportunityCsvLoader.Load(_loaded.Organization, _loaded.Clock, csvFile.Path, map is null ? null : mapFile.Path);
    }
}
