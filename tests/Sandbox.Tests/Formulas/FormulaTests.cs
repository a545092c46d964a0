using System.Text;
using System.Xml.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Tests.Formulas;

/// <summary>Formula columns of a visit: computed when they are read, filtered on and ordered by like others.</summary>
public class FormulaTests
{
    private static readonly DateTime Noon = new(2026, 3, 2, 12, 0, 0, DateTimeKind.Utc);

    private readonly AdjustableClock clock = new(Noon);

    public static TheoryData<string, object?> Results => new()
    {
        // formula, of a visit that begins at 23:00 on 27 February, on the day 2 March, with 30 minutes and without a contact
        { "DateDiff(smpl_startson, Now(), TimeUnit.Days)",                 3m },    // midnights, not days of 24 hours
        { "DateDiff(smpl_startson, Today(), TimeUnit.Days)",               3m },
        { "DateDiff(smpl_day, UTCNow(), TimeUnit.Days)",                   0m },
        { "DateDiff(smpl_day, UTCToday(), TimeUnit.Days)",                 0m },
        { "DateDiff(Now(), smpl_startson, TimeUnit.Days)",                 -3m },
        { "IsBlank(smpl_contactid)",                                       true },
        { "!IsBlank(smpl_contactid)",                                      false },
        { "IsBlank(smpl_subject)",                                         false },
        { "smpl_day < UTCToday()",                                         false },
        { "smpl_day <= UTCToday()",                                        true },
        { "smpl_startson < Now()",                                         true },
        { "smpl_minutes > 29",                                             true },
        { "smpl_minutes >= 31",                                            false },
        { "smpl_minutes = 30",                                             true },
        { "smpl_minutes <> 30",                                            false },
        { "smpl_score > 0",                                                false }, // blank compares with nothing
        { "IsBlank(smpl_score) && smpl_minutes = 30",                      true },
        { "IsBlank(smpl_subject) || smpl_minutes = 31",                    false },
        { "IsBlank(smpl_subject) && smpl_minutes = 31 || smpl_isremote",   true },  // and before or
        { "IsBlank(smpl_subject) && (smpl_minutes = 31 || smpl_isremote)", false },
    };

    [Theory]
    [MemberData(nameof(Results))]
    public void A_formula_gives_its_result_when_it_is_read(string formula, object? expected)
    {
        var service = Load(formula, out _);
        var id = service.Create(Visit());

        Assert.Equal(expected, service.Retrieve("smpl_visit", id, new ColumnSet(Name(formula)))[Name(formula)]);
    }

    [Fact]
    public void A_result_follows_the_clock_without_a_save()
    {
        var service = Load(Age, out _);
        var id = service.Create(Visit());

        clock.Advance(TimeSpan.FromDays(4));

        Assert.Equal(7m, service.Retrieve("smpl_visit", id, new ColumnSet("smpl_days"))["smpl_days"]);
    }

    [Fact]
    public void A_formula_over_blank_gives_no_value()
    {
        var service = Load(Age, out _);
        var id = service.Create(new Entity("smpl_visit") { ["smpl_subject"] = "Without a beginning" });

        Assert.False(service.Retrieve("smpl_visit", id, new ColumnSet(true)).Contains("smpl_days"));
    }

    [Fact]
    public void Rows_are_found_and_ordered_by_what_a_formula_gives()
    {
        var service = Load(Age, out _);
        foreach (var daysAgo in (int[])[5, 1, 9])
            service.Create(new Entity("smpl_visit") { ["smpl_subject"] = $"{daysAgo}", ["smpl_startson"] = Noon.AddDays(-daysAgo) });
        var query = new QueryExpression("smpl_visit") { ColumnSet = new ColumnSet("smpl_subject"), Orders = { new OrderExpression("smpl_days", OrderType.Descending) } };
        query.Criteria.AddCondition("smpl_days", ConditionOperator.GreaterThan, 4m);

        Assert.Equal(["9", "5"], service.RetrieveMultiple(query).Entities.Select(row => row["smpl_subject"]));
    }

    [Fact]
    public void Nobody_can_write_a_formula_column()
    {
        var service = Load(Age, out _);

        var fault = Assert.ThrowsAny<Exception>(() => service.Create(new Entity("smpl_visit") { ["smpl_days"] = 1m }));

        Assert.Contains("smpl_days", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sum(smpl_minutes)", "the function Sum")]
    [InlineData("smpl_gone > 1", "the name smpl_gone")]
    [InlineData("smpl_minutes * 2", "the formula 'smpl_minutes * 2'")]
    [InlineData("smpl_minutes 2", "'2' at that place")]
    [InlineData("smpl_minutes >", "ends in the middle")]
    [InlineData("(smpl_isremote", "without ')'")]
    [InlineData("DateDiff(smpl_startson, Now(), TimeUnit.Hours)", "a unit of DateDiff other than TimeUnit.Days")]
    [InlineData("DateDiff(smpl_startson, UTCNow(), TimeUnit.Days)", "a PlainDate where a formula needs a LocalDate")]
    [InlineData("DateDiff(smpl_minutes, Now(), TimeUnit.Days)", "DateDiff of what is no date")]
    [InlineData("smpl_day < Now()", "a LocalDate where a formula needs a PlainDate")]
    [InlineData("smpl_subject = smpl_notes", "a comparison of other than dates and numbers")]
    [InlineData("smpl_minutes && smpl_isremote", "a Number where a formula needs a YesNo")]
    [InlineData("IsBlank(smpl_regionid.smpl_name)", "a column of the row that smpl_regionid points at")]
    [InlineData("IsBlank(smpl_days)", "a formula over the formula column smpl_days")]
    [InlineData("Now()", "a Decimal column with a formula that gives a LocalDate")]
    public void What_the_sandbox_cannot_compute_is_refused_at_load_by_name(string formula, string said)
    {
        var refusal = Assert.Throws<UnsupportedException>(() => Load(formula, out _, "smpl_days"));

        Assert.Contains(said, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_formula_that_the_zip_lacks_is_named()
    {
        var solution = Solution(Age, "smpl_days");
        solution.Files[File] = "smpl_other: =1\n"u8.ToArray();

        Assert.Contains("has no formula of it", Assert.Throws<InvalidDataException>(() => solution.Load()).Message, StringComparison.Ordinal);
        solution.Files.Remove(File);
        Assert.Contains($"the zip has no '/{File}'", Assert.Throws<InvalidDataException>(() => solution.Load()).Message, StringComparison.Ordinal);
    }

    private const string Age = "DateDiff(smpl_startson, Now(), TimeUnit.Days)";
    private const string File = "Formulas/smpl_visit-FormulaDefinitions.yaml";

    private static Entity Visit() => new("smpl_visit")
    {
        ["smpl_subject"] = "Visit", ["smpl_minutes"] = 30, ["smpl_isremote"] = true,
        ["smpl_startson"] = new DateTime(2026, 2, 27, 23, 0, 0, DateTimeKind.Utc), ["smpl_day"] = new DateTime(2026, 3, 2),
    };

    private static string Name(string formula) => formula.StartsWith("DateDiff", StringComparison.Ordinal) ? "smpl_days" : "smpl_is";

    private IOrganizationService Load(string formula, out Organization organization, string? name = null)
    {
        organization = Solution(formula, name ?? Name(formula)).Load(new OrganizationOptions { Clock = clock });
        return organization.ServiceFor(organization.DefaultUserId);
    }

    /// <summary>The test solution with one more column on a visit: a decimal, or yes/no.</summary>
    private static TestSolution Solution(string formula, string name)
    {
        var solution = new TestSolution();
        var column = new XElement(solution.Column("smpl_Visit", name == "smpl_is" ? "smpl_isremote" : "smpl_score"));
        column.SetAttributeValue("PhysicalName", name);
        column.Element("LogicalName")!.Value = name;
        column.Element("ValidForCreateApi")!.Value = column.Element("ValidForUpdateApi")!.Value = "0";
        column.Elements("MinValue").Concat(column.Elements("MaxValue")).Remove();
        column.Add(new XElement("SourceType", 3), new XElement("FormulaDefinitionFileName", "/" + File));
        solution.Column("smpl_Visit", "smpl_notes").AddAfterSelf(column);
        solution.Files[File] = Encoding.UTF8.GetBytes($"{name}: ={formula}\n");
        return solution;
    }
}
