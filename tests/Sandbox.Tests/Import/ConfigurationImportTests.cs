using System.IO.Compression;
using System.Text;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Tests.Import;

public sealed class ConfigurationImportTests
{
    private const string Region = "a0000000-0000-0000-0000-000000000001";
    private const string First = "b0000000-0000-0000-0000-000000000001";
    private const string Second = "b0000000-0000-0000-0000-000000000002";

    private readonly Scene _scene = new();

    [Fact]
    public void Records_are_upserted_by_id_with_values_of_every_type()
    {
        var data = Records("smpl_visit", Record(First,
            ("smpl_visitid", First), ("smpl_subject", "s"), ("smpl_minutes", "30"), ("smpl_score", "12.5"), ("smpl_ratio", "0.25"), ("smpl_fee", "9.99"),
            ("smpl_startson", "2026-05-04T10:00:00.0000000Z"), ("smpl_day", "2026-05-04"), ("smpl_outcome", "712340002"), ("smpl_topics", "[-1,712340000,712340002,-1]"), ("smpl_isremote", "True")));

        Import(data);
        var counts = Import(data);

        Assert.Equal(1, counts["smpl_visit"]);
        var visit = Assert.Single(_scene.Organization.Rows.All("smpl_visit"));
        Assert.Equal(("s", 30, 12.5m, 0.25, 9.99m), (visit["smpl_subject"], visit["smpl_minutes"], visit["smpl_score"], visit["smpl_ratio"], visit["smpl_fee"]));
        Assert.Equal((new DateTime(2026, 5, 4, 10, 0, 0, DateTimeKind.Utc), new DateTime(2026, 5, 4)), (visit["smpl_startson"], visit["smpl_day"]));
        Assert.Equal((712340002, true), (visit["smpl_outcome"], visit["smpl_isremote"]));
        Assert.Equal(new[] { 712340000, 712340002 }, visit["smpl_topics"]);
    }

    [Fact]
    public void Lookups_are_resolved_in_any_order_and_in_a_circle()
    {
        Import(
            Records("smpl_visit", Record(First, ("smpl_regionid", Region), ("smpl_previousvisitid", Second)), Record(Second, ("smpl_previousvisitid", First))),
            Records("smpl_region", Record(Region, ("smpl_name", "North"))));

        var visits = _scene.Organization.Rows.All("smpl_visit").ToDictionary(row => row.Id.ToString());
        Assert.Equal(Region, IdIn(visits[First], "smpl_regionid"));
        Assert.Equal((Second, First), (IdIn(visits[First], "smpl_previousvisitid"), IdIn(visits[Second], "smpl_previousvisitid")));
    }

    [Fact]
    public void A_state_other_than_the_first_is_set_afterwards()
    {
        Import(Records("smpl_visit", Record(First, ("statecode", "1"), ("statuscode", "2"))));

        Assert.Equal(1, Assert.Single(_scene.Organization.Rows.All("smpl_visit"))["statecode"]);
    }

    [Fact]
    public void A_compared_field_finds_the_row_in_place_of_the_id_and_lookups_follow()
    {
        var existing = _scene.Region("old name", "N");

        Import(
            Compared("smpl_region", "smpl_code", Record(Region, ("smpl_code", "N"), ("smpl_name", "new name"))),
            Records("smpl_visit", Record(First, ("smpl_regionid", Region))));

        Assert.Equal("new name", Assert.Single(_scene.Organization.Rows.All("smpl_region"))["smpl_name"]);
        Assert.Equal(existing.ToString(), IdIn(Assert.Single(_scene.Organization.Rows.All("smpl_visit")), "smpl_regionid"));
    }

    [Fact]
    public void It_runs_as_the_system_with_plugins_unless_the_table_disables_them()
    {
        var users = new List<Guid>();
        _scene.On("Create", "smpl_region", 40, run => users.Add(run.Context.UserId));

        Import(Records("smpl_region", Record(Region, ("smpl_name", "with"))));
        Import(Records("smpl_region", Record(Second, ("smpl_name", "without"))) with { DisablesPlugins = true });

        Assert.Equal([_scene.Organization.SystemUserId], users);
        Assert.Equal(2, _scene.Count("smpl_region"));
    }

    [Fact]
    public void A_plugin_that_refuses_undoes_all_of_it()
    {
        _scene.On("Create", "smpl_visit", 40, _ => throw new InvalidPluginExecutionException("No visits."));
        var before = _scene.Everything();

        var error = Assert.Throws<InvalidDataException>(() => Import(
            Records("smpl_region", Record(Region, ("smpl_name", "North"))), Records("smpl_visit", Record(First, ("smpl_subject", "s")))));

        Assert.Equal($"smpl_visit {First}: No visits.", error.Message);
        Assert.Equal(before, _scene.Everything());
    }

    [Theory]
    [InlineData("smpl_colour", "red", "field 'smpl_colour': the table has no such column")]
    [InlineData("smpl_minutes", "many", "field 'smpl_minutes': 'many' is no value of type WholeNumber")]
    [InlineData("smpl_minutes", "999", "999 is out of the range of 'smpl_visit.smpl_minutes'")]
    [InlineData("smpl_isremote", "perhaps", "'perhaps' is no value of type YesNo")]
    [InlineData("smpl_regionid", "North", "'North' is no value of type Lookup")]
    [InlineData("smpl_regionid", Region, "'smpl_visit.smpl_regionid': smpl_region With Id")]
    [InlineData("smpl_visitid", Second, "the id differs from that of the record")]
    public void A_wrong_value_is_named_with_table_record_and_field(string field, string value, string says)
    {
        var before = _scene.Everything();

        var error = Assert.Throws<InvalidDataException>(() => Import(
            Records("smpl_region", Record(Second, ("smpl_name", "North"))), Records("smpl_visit", Record(First, (field, value)))));

        Assert.StartsWith($"smpl_visit {First}", error.Message);
        Assert.Contains(says, error.Message);
        Assert.Equal(before, _scene.Everything());
    }

    [Fact]
    public void An_unknown_table_is_named() =>
        Assert.Contains("'smpl_colour'", Assert.Throws<InvalidDataException>(() => Import(Records("smpl_colour", Record(First)))).Message);

    [Fact]
    public void A_record_twice_is_named() =>
        Assert.Contains(First, Assert.Throws<InvalidDataException>(() => Import(Records("smpl_visit", Record(First), Record(First)))).Message);

    [Fact]
    public void Records_are_associated_once_however_often_they_are_imported()
    {
        var guest = _scene.Service.Create(new Entity("contact") { ["lastname"] = "Ann" }).ToString();
        var data = Records("smpl_visit", Record(First, ("smpl_subject", "s"))) with { Links = Link(First, "smpl_visit_guest", "contact", guest) };

        Import(data);
        var id = Pair().Id;
        Import(data);

        Assert.Equal(id, Pair().Id);
        Assert.Equal((Guid.Parse(First), Guid.Parse(guest)), (Pair()["smpl_visitid"], Pair()["contactid"]));
    }

    [Fact]
    public void A_link_may_be_told_from_the_second_side_and_by_a_record_that_became_another_row()
    {
        var visit = _scene.Visit("s");

        Import(
            Records("contact", Record(Region, ("lastname", "Ann"))) with { Links = Link(Region, "smpl_visit_guest", "smpl_visit", First) },
            Compared("smpl_visit", "smpl_subject", Record(First, ("smpl_subject", "s"))));

        Assert.Equal((visit, Guid.Parse(Region)), (Pair()["smpl_visitid"], Pair()["contactid"]));
    }

    [Theory]
    [InlineData("smpl_visit_colour", "contact", "there is no such many-to-many relationship")]
    [InlineData("smpl_region_visit", "smpl_region", "there is no such many-to-many relationship")] // not of that kind
    [InlineData("smpl_visit_guest", "smpl_region", "is between smpl_visit and contact")]
    [InlineData("smpl_visit_guest", "contact", "contact With Id")] // no such row
    public void A_wrong_link_is_named_and_undoes_all_of_it(string relationship, string target, string says)
    {
        var before = _scene.Everything();

        var error = Assert.Throws<InvalidDataException>(() => Import(
            Records("smpl_visit", Record(First, ("smpl_subject", "s"))) with { Links = Link(First, relationship, target, Second) }));

        Assert.StartsWith($"smpl_visit {First}, relationship '{relationship}'", error.Message);
        Assert.Contains(says, error.Message);
        Assert.Equal(before, _scene.Everything());
    }

    private Sandbox.Store.Row Pair() =>
        Assert.Single(_scene.Organization.Rows.All(_scene.Organization.Model.ManyToMany["smpl_visit_guest"].IntersectTable));

    private IReadOnlyDictionary<string, int> Import(params RecordsOfTable[] tables)
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "data_schema.xml", string.Concat(tables.Select(table => table.Schema)));
            Write(archive, "data.xml", string.Concat(tables.Select(table => table.Data)));
        }
        stream.Position = 0;
        return _scene.Organization.Import(stream);
    }

    private static void Write(ZipArchive archive, string path, string content)
    {
        using var entry = archive.CreateEntry(path).Open();
        entry.Write(Encoding.UTF8.GetBytes($"<entities>{content}</entities>"));
    }

    private static RecordsOfTable Records(string table, params string[] records) => new(table, null, records);

    private static RecordsOfTable Compared(string table, string compare, params string[] records) => new(table, compare, records);

    private static string Record(string id, params (string Name, string Value)[] fields) =>
        $"<record id='{id}'>{string.Concat(fields.Select(field => $"<field name='{field.Name}' value='{field.Value}' />"))}</record>";

    private static string Link(string source, string relationship, string table, string target) =>
        $"<m2mrelationship sourceid='{source}' targetentityname='{table}' targetentitynameidfield='{table}id' m2mrelationshipname='{relationship}'><targetids><targetid>{target}</targetid></targetids></m2mrelationship>";

    private static string IdIn(Sandbox.Store.Row row, string lookup) => ((Sandbox.Store.Reference)row[lookup]!).Id.ToString();

    private sealed record RecordsOfTable(string Table, string? Compare, string[] Records)
    {
        public bool DisablesPlugins { get; init; }

        public string Links { get; init; } = "";

        public string Schema =>
            $"<entity name='{Table}' disableplugins='{(DisablesPlugins ? "true" : "false")}'><fields>{(Compare is null ? "" : $"<field name='{Compare}' updateCompare='true' />")}</fields></entity>";

        public string Data => $"<entity name='{Table}'><records>{string.Concat(Records)}</records><m2mrelationships>{Links}</m2mrelationships></entity>";
    }
}
