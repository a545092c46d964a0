using BuyerPath.Sandbox.Model;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Tests.Conversion;

/// <summary>What a column stores, shows and refuses, through a create and a read.</summary>
public sealed class ValueTests
{
    private static readonly DateTime Noon = new(2026, 6, 1, 12, 30, 15, DateTimeKind.Utc);

    private readonly Scene _scene = new();

    public static TheoryData<string, object, object, string?> Stored => new()
    {
        // column            given                                     read                                      shown as
        { "smpl_subject",    "text",                                   "text",                                   null },
        { "smpl_notes",      "two\nlines",                             "two\nlines",                             null },
        { "smpl_minutes",    480,                                      480,                                      null },
        { "smpl_score",      33.335m,                                  33.34m,                                   null },   // a half is rounded away from zero
        { "smpl_ratio",      0.12345,                                  0.123,                                    null },
        { "smpl_fee",        new Money(999.999m),                      new Money(1000m),                         "€1,000.00" },
        { "smpl_startson",   Noon.AddMilliseconds(900),                Noon,                                     "2026-06-01 12:30" },
        { "smpl_day",        Noon,                                     Noon.Date,                                "2026-06-01" },
        { "smpl_outcome",    new OptionSetValue(712340002),            new OptionSetValue(712340002),            "Negative" },
        { "smpl_isremote",   true,                                     true,                                     "Yes" },
    };

    [Theory]
    [MemberData(nameof(Stored))]
    public void A_value_is_stored_and_shown(string column, object given, object read, string? shown)
    {
        var visit = _scene.Read("smpl_visit", Create(column, given));

        Assert.Equal(read, visit[column]);
        Assert.Equal(shown, visit.FormattedValues.Contains(column) ? visit.FormattedValues[column] : null);
    }

    [Fact]
    public void Several_options_are_stored_in_order_and_once()
    {
        var topics = new OptionSetValueCollection([new(712340002), new(712340000), new(712340002)]);

        var visit = _scene.Read("smpl_visit", Create("smpl_topics", topics));

        Assert.Equal([712340000, 712340002], visit.GetAttributeValue<OptionSetValueCollection>("smpl_topics").Select(option => option.Value));
        Assert.Equal("Positive; Negative", visit.FormattedValues["smpl_topics"]);
    }

    [Fact]
    public void A_lookup_shows_the_name_of_its_row()
    {
        var visit = _scene.Read("smpl_visit", Create("smpl_regionid", new EntityReference("smpl_region", _scene.Region("North"))));

        Assert.Equal("North", visit.GetAttributeValue<EntityReference>("smpl_regionid").Name);
        Assert.Equal("North", visit.FormattedValues["smpl_regionid"]);
    }

    [Fact]
    public void A_lookup_may_be_given_by_key()
    {
        var region = _scene.Region(code: "N");

        var visit = _scene.Read("smpl_visit", Create("smpl_regionid", new EntityReference("smpl_region", "smpl_code", "N")));

        Assert.Equal(region, visit.GetAttributeValue<EntityReference>("smpl_regionid").Id);
    }

    public static TheoryData<string, object, int, string> Refused => new()
    {
        // column          value                                                        code                             the sentence says
        { "smpl_subject",  new string('x', 21),                                         ErrorCode.TextTooLong,           "21 characters; at most 20" },
        { "smpl_notes",    new string('x', 51),                                         ErrorCode.TextTooLong,           "at most 50" },
        { "smpl_minutes",  481,                                                         ErrorCode.WholeNumberOutOfRange, "0 to 480" },
        { "smpl_minutes",  -1,                                                          ErrorCode.WholeNumberOutOfRange, "-1 is out of the range" },
        { "smpl_score",    100.01m,                                                     ErrorCode.NumberOutOfRange,      "0 to 100" },
        { "smpl_ratio",    double.PositiveInfinity,                                     ErrorCode.NumberOutOfRange,      "0 to 1" },
        { "smpl_ratio",    double.NaN,                                                  ErrorCode.NumberOutOfRange,      "0 to 1" },
        { "smpl_fee",      new Money(1000.01m),                                         ErrorCode.NumberOutOfRange,      "0 to 1000" },
        { "smpl_outcome",  new OptionSetValue(1),                                       ErrorCode.WholeNumberOutOfRange, "712340000, 712340001, 712340002" },
        { "smpl_topics",   new OptionSetValueCollection([new(1)]),                      ErrorCode.WholeNumberOutOfRange, "1 is no option" },
        { "smpl_startson", new DateTime(1752, 12, 31, 0, 0, 0, DateTimeKind.Utc),       ErrorCode.InvalidArgument,       "1753-01-01" },
        { "smpl_minutes",  "5",                                                         ErrorCode.InvalidArgument,       "WholeNumber and cannot hold a value of type String" },
        { "smpl_outcome",  712340000,                                                   ErrorCode.InvalidArgument,       "type Int32" },
        { "smpl_regionid", Guid.Empty,                                                  ErrorCode.InvalidArgument,       "type Guid" },
        { "smpl_regionid", new EntityReference("smpl_region", Guid.Empty),              ErrorCode.RowNotFound,           "Does Not Exist" },
        { "smpl_regionid", new EntityReference("contact", Guid.Empty),                  ErrorCode.InvalidArgument,       "points at smpl_region, not at 'contact'" },
        { "smpl_regionid", new EntityReference("smpl_region", "smpl_code", "none"),     ErrorCode.RowNotFoundByKey,      "smpl_code = none" },
        { "smpl_colour",   "red",                                                       ErrorCode.UnknownColumn,         "smpl_visit has no column 'smpl_colour'" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_wrong_value_is_refused_with_what_would_be_right(string column, object value, int code, string says)
    {
        var fault = Scene.FaultOf(() => Create(column, value));

        Assert.Equal(code, fault.ErrorCode);
        Assert.Contains(says, fault.Message);
        Assert.Contains(column, fault.Message);
        Assert.Equal(0, _scene.Count("smpl_visit"));
    }

    [Fact]
    public void A_column_that_the_stand_in_lacks_is_refused_with_where_to_add_it()
    {
        var fault = Scene.FaultOf(() => _scene.Service.Create(new Entity("opportunity") { ["budgetamount"] = new Money(1) }));

        Assert.Equal("The stand-in of opportunity has no column 'budgetamount'. If the real table has it, add it to platform.json.", fault.Message);
    }

    [Fact]
    public void Every_type_of_column_has_a_case()
    {
        var covered = Stored.Select(row => (string)row[0]).Concat(["smpl_topics", "smpl_regionid", "smpl_visitid", "statecode", "statuscode", "ownerid"])
            .Select(column => _scene.Organization.Model.Tables["smpl_visit"].Columns[column].Type).ToHashSet();

        // Customer works as a lookup; the other two are only in system columns.
        Assert.Equal([ColumnType.BigInteger, ColumnType.Customer, ColumnType.UniqueIdentifier], Enum.GetValues<ColumnType>().Where(type => !covered.Contains(type)));
    }

    private Guid Create(string column, object value) => _scene.Service.Create(new Entity("smpl_visit") { [column] = value });
}
