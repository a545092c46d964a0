using System.Text.Json;
using System.Text.Json.Nodes;
using BuyerPath.Benchmarks.Flow;

namespace BuyerPath.Benchmarks.Tests;

public sealed class FlowReportTests
{
    private const string Header = "case,stage,holder,entered,left,outcome\n";

    private const string ThreeCases = Header + """
        A,Need,customer,2026-01-01,2026-01-11,
        A,Need,us,2026-01-11,2026-01-13,
        A,Choice,customer,2026-01-13,2026-02-01,
        A,Need,customer,2026-02-01,2026-02-05,
        A,Choice,third party,2026-02-06,2026-03-01T12:00:00Z,go
        B,Need,nobody,2026-01-05,2026-04-01,No-Decision
        C,Need,customer,2026-03-01,,
        """;

    [Fact]
    public void Rows_of_one_stage_are_one_visit_whoever_holds_the_ball()
    {
        var need = Report(ThreeCases)["stages"]![0]!;

        Assert.Equal("Need", (string)need["name"]!);
        Assert.Equal(3, (int)need["visitDwell"]!["completed"]!);          // 12 and 4 days of A, 86 of B
        Assert.Equal(12, (double)need["visitDwell"]!["medianDays"]!);
        Assert.Equal(1, (int)need["wip"]!);
    }

    [Fact]
    public void Shares_sum_to_one_and_time_between_rows_is_nobodys()
    {
        var shares = Report(ThreeCases)["waitingShares"]!.AsObject().ToDictionary(share => share.Key, share => (double)share.Value!);

        Assert.Equal(1, shares.Values.Sum(), 5);
        Assert.Equal((86 + 1) / 176.5, shares["nobody"], 6);              // B, and one day of A
    }

    [Fact]
    public void The_last_time_of_the_file_is_known_and_nothing_later_than_until_is()
    {
        Assert.Equal(["go", "noDecision"], Outcomes(Report(ThreeCases)));
        Assert.Equal(["go"], Outcomes(Report(ThreeCases, until: new DateTime(2026, 3, 31, 0, 0, 0, DateTimeKind.Utc))));

        static IEnumerable<string> Outcomes(JsonNode report) => report["throughput"]!.AsArray().Select(each => (string)each!["outcome"]!);
    }

    [Fact]
    public void Rows_after_an_outcome_are_a_spell_of_their_own_and_an_outcome_on_all_rows_is_one()
    {
        Assert.Equal(2, (int)Report(Header + "A,1,us,2026-01-01,2026-01-02,no-go\nA,1,us,2026-01-05,2026-01-09,go")["spells"]!);
        Assert.Equal(1, (int)Report(Header + "A,1,us,2026-01-01,2026-01-02,go\nA,2,us,2026-01-02,2026-01-09,go")["spells"]!);
    }

    [Fact]
    public void Stages_that_are_numbers_are_ordered_as_such_and_others_as_they_appear()
    {
        Assert.Equal(["2", "10"], Names(Header + "A,10,us,2026-01-01,2026-01-02,\nA,2,us,2026-01-02,,"));
        Assert.Equal(["Need", "Choice"], Names(Header + "A,Need,us,2026-01-01,2026-01-02,\nA,Choice,us,2026-01-02,,"));

        static IEnumerable<string> Names(string text) => Report(text)["stages"]!.AsArray().Select(stage => (string)stage!["name"]!);
    }

    [Fact]
    public void What_the_file_does_not_have_is_null()
    {
        var report = Report(ThreeCases);

        Assert.Null(report["promiseKeeping"]!["customer"]);
        Assert.Null(report["open"]![0]!["agePercentile"]);
    }

    [Theory]
    [InlineData(",1,us,2026-01-01,,", "Line 3: case is empty.")]
    [InlineData("B,,us,2026-01-01,,", "Line 3: stage is empty.")]
    [InlineData("B,1,them,2026-01-01,,", "Line 3: holder is 'them'; it must be customer, us, third party or nobody.")]
    [InlineData("B,1,us,1.1.2026,,", "Line 3: entered is '1.1.2026'; it must be an ISO time such as 2026-11-23T10:00:00Z, or a date.")]
    [InlineData("B,1,us,,,", "Line 3: entered is ''; it must be an ISO time such as 2026-11-23T10:00:00Z, or a date.")]
    [InlineData("B,1,us,2026-01-01,soon,", "Line 3: left is 'soon'; it must be an ISO time such as 2026-11-23T10:00:00Z, or a date.")]
    [InlineData("B,1,us,2026-01-02,2026-01-01,", "Line 3: left is before entered.")]
    [InlineData("B,1,us,2026-01-01,2026-01-02,perhaps", "Line 3: outcome is 'perhaps'; it must be go, no-go, no-decision, withdrawn, or empty.")]
    [InlineData("B,1,us,2026-01-01,,go", "Line 3: there is an outcome, but left is empty.")]
    [InlineData("B,1,us,2026-01-01", "Line 3: there are 4 fields; the header has 6.")]
    [InlineData("B,1,us,2026-01-01,2026-01-02,\"go", "Line 3: a quotation mark is never closed, or stands inside a field.")]
    [InlineData("A,2,us,2026-01-04,,", "Line 3: it begins before the row of line 2, of the same case, has ended.")]
    [InlineData("A,2,us,2026-01-05,,\nA,3,us,2026-01-09,,", "Line 4: it begins before the row of line 3, of the same case, has ended.")]
    public void A_row_that_cannot_be_right_is_listed_with_line_and_reason(string row, string reason) =>
        Assert.Equal(reason, Refusal(Header + "A,1,us,2026-01-01,2026-01-05,\n" + row));

    [Fact]
    public void All_bad_rows_are_listed() =>
        Assert.Equal(
            ["Line 2: case is empty.", "Line 2: stage is empty.", "Line 4: left is before entered."],
            Refusal(Header + ",,us,2026-01-01,,\nA,1,us,2026-01-01,,\nB,1,us,2026-01-02,2026-01-01,").Split(Environment.NewLine));

    [Theory]
    [InlineData("", "Line 1: missing columns: case, stage, holder, entered, left, outcome.")]
    [InlineData("case,stage,holder,entered", "Line 1: missing columns: left, outcome.")]
    [InlineData("case,Case", "Line 1: the column 'case' is there 2 times.")]
    [InlineData(Header, "There is no visit in the file.")]
    public void A_file_that_is_none_of_visits_is_refused(string text, string reason) => Assert.Equal(reason, Refusal(text));

    [Theory]
    [InlineData("2026-01-01", 0)]
    [InlineData("2026-01-01T02:00", 2)]
    [InlineData("2026-01-01T02:00:00", 2)]
    [InlineData("2026-01-01T02:00:00.000Z", 2)]
    [InlineData("2026-01-01T02:00:00+02:00", 0)]
    public void Times_are_utc_unless_they_say_otherwise(string text, int hour) =>
        Assert.Equal(new DateTime(2026, 1, 1, hour, 0, 0, DateTimeKind.Utc), UtcTime.Read(text));

    private static JsonNode Report(string text, DateTime? until = null) => JsonNode.Parse(FlowReport.Of(VisitFile.Parse(text), until))!;

    private static string Refusal(string text) => Assert.Throws<InvalidDataException>(() => VisitFile.Parse(text)).Message;
}
