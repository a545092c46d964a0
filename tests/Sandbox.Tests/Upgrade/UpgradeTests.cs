using System.Text.Json;
using System.Xml.Linq;
using BuyerPath.Sandbox.Store;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Tests.Upgrade;

/// <summary>A newer solution keeps every row, or is refused with the name of what would be lost.</summary>
public sealed class UpgradeTests
{
    private static readonly IReadOnlyDictionary<string, (Action<TestSolution> Change, string Says)> Losses = new Dictionary<string, (Action<TestSolution>, string)>
    {
        ["the same version"] = (s => Version(s, "1.2.3.4"), "not above 1.2.3.4"),
        ["another solution"] = (s => s.Manifest.Descendants("UniqueName").Single().Value = "Other", "of the solution Other"),
        ["a managed zip over an unmanaged one"] = (s => s.Manifest.Descendants("Managed").Single().Value = "1", "The zip is managed"),
        ["a table that is gone"] = (RemoveRegion, "The table smpl_region would be deleted with its rows"),
        ["a table of other ownership"] = (s => s.Entity("smpl_Region").Descendants("OwnershipTypeMask").Single().Value = "UserOwned", "smpl_region would be owned by User"),
        ["a column that is gone"] = (s => s.Column("smpl_Visit", "smpl_ratio").Remove(), "smpl_visit.smpl_ratio would be deleted with its values"),
        ["a column on a standard table that is gone"] = (s => s.Column("Opportunity", "smpl_visitcount").Remove(), "opportunity.smpl_visitcount would be deleted"),
        ["a column of another type"] = (s => s.Column("smpl_Visit", "smpl_ratio").Element("Type")!.Value = "decimal", "smpl_visit.smpl_ratio would be of type Decimal, not Double"),
        ["a shorter text"] = (s => s.Column("smpl_Visit", "smpl_subject").Element("MaxLength")!.Value = "19", "would hold 19 characters, not 20"),
        ["fewer decimals"] = (s => s.Column("smpl_Visit", "smpl_score").Element("Accuracy")!.Value = "1", "would hold 1 decimals, not 2"),
        ["a smaller greatest number"] = (s => s.Column("smpl_Visit", "smpl_minutes").Element("MaxValue")!.Value = "479", "would hold 0 to 479, not 0 to 480"),
        ["a greater least number"] = (s => s.Column("smpl_Visit", "smpl_minutes").Element("MinValue")!.Value = "1", "would hold 1 to 480, not 0 to 480"),
        ["a day that becomes a moment"] = (s => s.Column("smpl_Visit", "smpl_day").Element("Behavior")!.Value = "3", "would relate to time zones as TimeZoneIndependent"),
        ["an option that is gone"] = (s => s.Customizations.Descendants("option").First(option => option.Attribute("value")!.Value == "712340000").Remove(), "would lose its option 712340000"),
        ["a lookup that points elsewhere"] = (s => s.Relationship("smpl_contact_visit").Element("ReferencedEntityName")!.Value = "Account", "smpl_contactid would no longer point at contact"),
        ["a key that rows break"] = (s => s.Entity("smpl_Region").Descendants("AttributeName").Single().Value = "smpl_name", "smpl_regioncode of smpl_region does not fit"),
    };

    private readonly Scene _scene = new();

    public static TheoryData<string> Cases => [.. Losses.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_would_lose_data_is_refused_by_name(string name)
    {
        _scene.Region("North");
        _scene.Region("North");
        var newer = Newer();
        Losses[name].Change(newer);

        var refusal = Assert.Throws<InvalidDataException>(() => _scene.Organization.Upgrade(newer.Zip()));

        Assert.Contains(Losses[name].Says, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_loss_is_named_at_once()
    {
        var newer = Newer();
        newer.Column("smpl_Visit", "smpl_ratio").Remove();
        newer.Column("smpl_Visit", "smpl_score").Remove();

        var refusal = Assert.Throws<InvalidDataException>(() => _scene.Organization.Upgrade(newer.Zip()));

        Assert.Equal(2, refusal.Message.Split('\n').Length);
    }

    [Fact]
    public void What_is_added_or_widened_keeps_every_row_and_new_columns_are_empty()
    {
        _scene.Visit("kept");
        var before = _scene.Everything();
        var newer = Newer();
        var added = new XElement(newer.Column("smpl_Visit", "smpl_subject"));
        added.SetAttributeValue("PhysicalName", "smpl_Colour");
        added.Element("LogicalName")!.Value = "smpl_colour";
        newer.Column("smpl_Visit", "smpl_subject").AddAfterSelf(added);
        newer.Column("smpl_Visit", "smpl_subject").Element("MaxLength")!.Value = "21";

        var upgraded = _scene.Organization.Upgrade(newer.Zip());

        Assert.Equal(new Version(1, 3, 0, 0), upgraded.Model.Version);
        Assert.Equal(Texts(_scene.Organization), Texts(upgraded));
        Assert.Null(upgraded.Rows.All("smpl_visit").Single()["smpl_colour"]);
        Assert.Equal(before, _scene.Everything());
    }

    [Fact]
    public void Saved_rows_are_loaded_as_they_were_and_numbers_go_on()
    {
        var visit = _scene.Visit("kept");
        _scene.Set(visit, "smpl_ratio", 0.1);
        _scene.Set(visit, "smpl_score", 12.50m);
        _scene.Set(visit, "smpl_isremote", true);
        _scene.Set(visit, "smpl_startson", new DateTime(2026, 3, 2, 9, 30, 15, DateTimeKind.Utc));
        _scene.Set(visit, "smpl_regionid", new EntityReference("smpl_region", _scene.Region()));
        _scene.Set(visit, "smpl_topics", new OptionSetValueCollection([new(712340000), new(712340001)]));

        var other = new Scene().Organization;
        other.Restore(other.ReadSnapshot(Json(_scene.Organization.WriteSnapshot().ToJsonString())));

        Assert.Equal(Texts(_scene.Organization), Texts(other));
        var next = other.ServiceFor(other.DefaultUserId).Create(new Entity("smpl_visit", Guid.NewGuid()));
        Assert.NotEqual(other.Rows.Find("smpl_visit", visit)!["smpl_number"], other.Rows.Find("smpl_visit", next)!["smpl_number"]);
    }

    [Theory]
    [InlineData("""{"smpl_gone":[{}]}""", "no table 'smpl_gone'")]
    [InlineData("""{"smpl_visit":[{"smpl_gone":1}]}""", "'smpl_visit' has no column 'smpl_gone'")]
    [InlineData("""{"smpl_visit":[{"smpl_regionid":"smpl_region"}]}""", "no value for 'smpl_regionid'")]
    public void Rows_that_do_not_fit_are_refused_by_name(string tables, string says)
    {
        var json = Json($$"""{"solution":"SampleVisits","sequences":{},"tables":{{tables}}}""");

        var refusal = Assert.Throws<InvalidDataException>(() => _scene.Organization.ReadSnapshot(json));

        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    private static TestSolution Newer()
    {
        var solution = new TestSolution();
        Version(solution, "1.3.0.0");
        return solution;
    }

    private static void Version(TestSolution solution, string version) => solution.Manifest.Descendants("Version").Single().Value = version;

    private static void RemoveRegion(TestSolution solution)
    {
        solution.Entity("smpl_Region").Remove();
        solution.Relationship("smpl_region_visit").Remove();
        solution.Column("smpl_Visit", "smpl_regionid").Remove();
        solution.Entity("smpl_Visit").Descendants("link-entity").Remove();
        solution.Entity("smpl_Visit").Descendants("cell").Where(cell => cell.Attribute("name")?.Value.Contains('.', StringComparison.Ordinal) is true).Remove();
        solution.Manifest.Descendants("RootComponent").First().Remove();
    }

    /// <summary>Every value of every row but the version number, which counts the writes of an organization.</summary>
    private static IReadOnlyList<string> Texts(Organization organization) =>
    [
        .. from table in organization.Model.Tables.Keys.Order(StringComparer.Ordinal)
           from row in organization.Rows.All(table)
           from value in row.Values.OrderBy(value => value.Key, StringComparer.Ordinal)
           where value.Key != "versionnumber"
           select $"{table} {row.Id} {value.Key} {Text(value.Value)}",
    ];

    private static string? Text(object value) => value switch
    {
        int[] options => string.Join(',', options),
        Reference(var table, var id) => $"{table}/{id}",
        _ => value.ToString(),
    };
}
