using BuyerPath.Domain.Segments;

namespace BuyerPath.Domain.Tests.Segments;

public sealed class SegmentTests
{
    private static readonly Dictionary<string, object?> Account = new()
    {
        ["numberofemployees"] = 250,
        ["revenue"] = 1_500_000.5m,
        ["industrycode"] = 7,
        ["address1_country"] = "Finland",
        ["donotemail"] = true,
        ["createdon"] = new DateTime(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc),
        ["name"] = "Example Oy",
        ["websiteurl"] = null,
    };

    [Theory]
    [InlineData("numberofemployees = 250", true)]
    [InlineData("numberofemployees=250.0", true)]
    [InlineData("numberofemployees != 250", false)]
    [InlineData("numberofemployees < 250", false)]
    [InlineData("numberofemployees <= 250", true)]
    [InlineData("numberofemployees > 250", false)]
    [InlineData("numberofemployees >= 250", true)]
    [InlineData("revenue > 1500000", true)]
    [InlineData("revenue >= 9", true)]                       // as numbers, not as text
    [InlineData("industrycode in 5, 7, 9", true)]
    [InlineData("industrycode in 5, 77", false)]
    [InlineData("address1_country in Sweden, finland", true)]
    [InlineData("name contains \"EXAMPLE \"", true)]
    [InlineData("name contains AB", false)]
    [InlineData("NAME = example oy", true)]
    [InlineData("donotemail = true", true)]
    [InlineData("createdon >= 2026-03-01", true)]
    [InlineData("createdon > 2026-03-01", false)]
    [InlineData("name > 5", false)]                          // a text is neither above nor below a number
    [InlineData("websiteurl = x", false)]
    [InlineData("websiteurl != x", true)]                    // empty is not x
    [InlineData("websiteurl contains x", false)]
    [InlineData("fax < 5", false)]                           // a column that was not read is empty
    [InlineData("", true)]
    [InlineData("revenue > 1\n\n  industrycode = 7 ", true)]
    [InlineData("revenue > 1\nindustrycode = 8", false)]
    public void Every_line_must_hold(string rules, bool holds) => Assert.Equal(holds, SegmentRules.Read(rules).Value.HoldFor(Account));

    [Theory]
    [InlineData("revenue", "Rules (buy_rules), line 1: \"revenue\" is no condition: ")]
    [InlineData("\nrevenue about 5", "Rules (buy_rules), line 2: \"revenue about 5\" is no condition: ")]
    [InlineData("revenue >", "Rules (buy_rules), line 1: there is no value after >: ")]
    [InlineData("name = \"\"", "Rules (buy_rules), line 1: there is no value after =: ")]
    [InlineData("revenue > much", "Rules (buy_rules), line 1: > compares numbers or days, and \"much\" is neither: write a number such as 250, or a day such as 2026-01-31.")]
    public void A_line_that_cannot_be_read_is_named_with_what_would_be_right(string rules, string reason) =>
        Assert.StartsWith(reason, Assert.Single(SegmentRules.Read(rules).Decision.Reasons), StringComparison.Ordinal);

    [Fact]
    public void All_faults_are_said_at_once() => Assert.Equal(2, SegmentRules.Read("one\nrevenue > 5\ntwo").Decision.Reasons.Count);

    [Fact]
    public void It_says_which_columns_to_read() =>
        Assert.Equal(["revenue", "name"], SegmentRules.Read("Revenue > 1\nname contains x\nrevenue < 9").Value.Columns);

    [Fact]
    public void The_first_segment_by_order_that_fits_is_the_accounts()
    {
        var rest = new Segment(Guid.NewGuid(), "The rest", 9, SegmentRules.Read("").Value);
        var large = new Segment(Guid.NewGuid(), "Large", 1, SegmentRules.Read("numberofemployees >= 250").Value);
        var larger = new Segment(Guid.NewGuid(), "Larger", 2, SegmentRules.Read("numberofemployees >= 200").Value);

        Assert.Same(large, Segment.For([rest, larger, large], Account));
        Assert.Same(rest, Segment.For([rest, larger, large], new Dictionary<string, object?>()));
        Assert.Null(Segment.For([larger, large], new Dictionary<string, object?>()));
    }
}
