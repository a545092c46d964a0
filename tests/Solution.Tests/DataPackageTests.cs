using System.IO.Compression;
using System.Xml.Linq;
using BuyerPath.Plugins.Schema;
using BuyerPath.Toolbox;
using BuyerPath.Toolbox.Data;

namespace BuyerPath.Solution.Tests;

public sealed class DataPackageTests
{
    private static readonly IReadOnlyList<ProcessTemplate> Shipped =
        ProcessTemplateReader.ReadAll(Repository.PathOf("solution/data/processes"));

    private static readonly XElement English = Part(Language.English, "data.xml");
    private static readonly XElement Finnish = Part(Language.Finnish, "data.xml");
    private static readonly XElement Schema = Part(Language.English, "data_schema.xml");

    [Fact]
    public void The_same_templates_give_the_same_bytes() =>
        Assert.Equal(ProcessPackage.Zip(Shipped, Language.Finnish), ProcessPackage.Zip(Shipped, Language.Finnish));

    [Fact]
    public void Ids_follow_from_keys_and_are_the_same_in_every_language()
    {
        Assert.Equal(Ids(English), Ids(Finnish));
        Assert.Contains(StableId.Of("buy_process/classic6/1").ToString(), Ids(English));
        Assert.Contains(StableId.Of("buy_stage/classic6/1/c6.1").ToString(), Ids(English));
        Assert.Contains(StableId.Of("buy_question/classic6/1/c6.1.1").ToString(), Ids(English));
        Assert.Contains(StableId.Of("buy_question/classic6/1/c6.1.exit").ToString(), Ids(English));
    }

    [Fact]
    public void No_id_is_used_twice() => Assert.Equal(Ids(English).Distinct(), Ids(English));

    [Fact]
    public void Each_language_has_its_own_texts()
    {
        Assert.Equal("Decision", Value(Stage(English, "c6.6"), "buy_name"));
        Assert.Equal("Päätös", Value(Stage(Finnish, "c6.6"), "buy_name"));
    }

    [Fact]
    public void A_stage_of_the_classic_process_arrives_with_everything_that_has_a_column()
    {
        var fields = Stage(English, "c6.3").Elements("field").ToDictionary(field => Name(field), field => field);

        Assert.Equal("3", fields["buy_order"].Attribute("value")!.Value);
        Assert.Equal("289450000", fields["buy_usualparty"].Attribute("value")!.Value);
        Assert.Equal("Develop; Kehitä", fields["buy_sellerstages"].Attribute("value")!.Value);
        Assert.Equal(
            (StableId.Of("buy_process/classic6/1").ToString(), "buy_process", "Classic buying process (six phases)"),
            (fields["buy_processid"].Attribute("value")!.Value, fields["buy_processid"].Attribute("lookupentity")!.Value,
                fields["buy_processid"].Attribute("lookupentityname")!.Value));
    }

    [Fact]
    public void Every_stage_has_one_exit_fact_and_it_weighs_four()
    {
        var exits = Records(English, "buy_question").Where(question => Value(question, "buy_kind") == "289450001").ToList();

        Assert.Equal(Records(English, "buy_stage").Select(Id), exits.Select(question => Value(question, "buy_stageid")));
        Assert.All(exits, question => Assert.Equal("4", Value(question, "buy_weight")));
    }

    [Fact]
    public void Lookups_point_to_rows_of_the_package() =>
        Assert.All(
            English.Descendants("field").Where(field => field.Attribute("lookupentity") is not null),
            field => Assert.Contains(field.Attribute("value")!.Value,
                Records(English, field.Attribute("lookupentity")!.Value).Select(Id)));

    [Fact]
    public void The_schema_describes_exactly_the_fields_of_the_data() =>
        Assert.All(English.Elements("entity"), entity => Assert.Equal(
            Schema.Elements("entity").Single(described => Name(described) == Name(entity)).Descendants("field").Select(Name).Order(),
            entity.Descendants("record").SelectMany(record => record.Elements("field")).Select(Name).Distinct().Order()));

    [Fact]
    public void Of_processes_only_jobs_lack_a_field_because_they_have_no_seller_stages() =>
        Assert.Equal(
            Records(English, "buy_stage").Where(stage => Value(stage, "buy_key").StartsWith("gj.", StringComparison.Ordinal)),
            English.Descendants("record").Where(record => Name(record.Parent!.Parent!) != "buy_criterion" &&
                record.Elements("field").Count() < Schema.Elements("entity").Single(described => Name(described) == Name(record.Parent!.Parent!)).Descendants("field").Count()));

    [Fact]
    public void Parents_are_imported_before_their_children() =>
        Assert.Equal(["buy_process", "buy_stage", "buy_question", "buy_scoringmodel", "buy_criterion"], Schema.Element("entityImportOrder")!.Elements().Select(name => name.Value));

    [Fact]
    public void Every_template_brings_its_scoring_model_with_weights_of_a_hundred_on_either_side() =>
        Assert.All(Records(English, "buy_scoringmodel"), model => Assert.Equal(["100", "100"],
            from criterion in Records(English, "buy_criterion")
            where Value(criterion, "buy_scoringmodelid") == Id(model)
            group int.Parse(Value(criterion, "buy_weight"), provider: null) by Value(criterion, "buy_side") into side
            select side.Sum().ToString(provider: null)));

    [Fact]
    public void A_criterion_arrives_with_everything_that_is_said_of_it()
    {
        var criterion = Records(English, "buy_criterion").Single(row => Id(row) == StableId.Of("buy_criterion/classic6/1/p1").ToString());

        Assert.Equal(("289450000", "289450000", "0", "1"), (Value(criterion, "buy_side"), Value(criterion, "buy_source"), Value(criterion, "buy_knockoutlevel"), Value(criterion, "buy_order")));
        Assert.All(Enumerable.Range(0, 5), level => Assert.NotEmpty(Value(criterion, $"buy_level{level}")));
    }

    [Fact]
    public void A_criterion_that_what_we_know_answers_is_derived()
    {
        var criterion = Records(English, "buy_criterion").Single(row => Id(row) == StableId.Of("buy_criterion/classic6/1/p5").ToString());

        Assert.Equal(("289450002", "289450001"), (Value(criterion, "buy_source"), Value(criterion, "buy_derivation")));
    }

    [Fact]
    public void A_criterion_that_a_column_answers_says_which_and_what_its_values_mean()
    {
        var criterion = Records(English, "buy_criterion").Single(row => Id(row) == StableId.Of("buy_criterion/bant/1/p5").ToString());

        Assert.Equal("289450001", Value(criterion, "buy_source"));
        Assert.Equal(("289450000", "purchasetimeframe", "0=4;1=3;2=2;3=1"), (Value(criterion, "buy_table"), Value(criterion, "buy_column"), Value(criterion, "buy_thresholds")));
    }

    [Fact]
    public void All_eight_templates_are_in_the_package() =>
        Assert.Equal(
            ["bant", "classic6", "gartner_jobs", "meddpicc", "miller_heiman", "public_tender", "renewal", "spiced"],
            Records(English, "buy_process").Select(process => Value(process, "buy_key")));

    [Fact]
    public void A_guard_is_part_of_the_description_that_sellers_read() =>
        Assert.Contains("\n\nAfter publication talk only through the named channel.",
            Value(Records(English, "buy_process").Single(process => Value(process, "buy_key") == "public_tender"), "buy_description"));

    [Fact]
    public void Negative_questions_arrive_as_negative() =>
        Assert.Equal("True", Value(Records(English, "buy_question").Single(question => Value(question, "buy_key") == "rn.1.4"), "buy_isnegative"));

    [Fact]
    public void Tables_and_fields_are_those_of_the_solution() =>
        Assert.All(Schema.Elements("entity"), entity => Assert.Subset(
            ColumnsOf(Name(entity)),
            entity.Descendants("field").Select(Name).ToHashSet()));

    [Fact]
    public void Choices_have_the_values_of_the_solution()
    {
        Assert.Equal(Names<ProcessModeChoice>(), Names<ProcessMode>());
        Assert.Equal(Names<QuestionKindChoice>(), Names<QuestionKind>());
        Assert.Equal(Names<LifecycleChoice>(), Names<Lifecycle>());
        Assert.Equal(Names<PartyChoice>(), Names<Party>());
        Assert.Equal(Names<SideChoice>(), Names<Side>());
        Assert.Equal(Names<CriterionSourceChoice>(), Names<CriterionSource>());
        Assert.Equal(Names<DerivationChoice>(), Names<Derivation>());
        Assert.Equal(Names<CriterionTableChoice>(), Names<Toolbox.Data.CriterionTable>());
        Assert.Equal(Names<StakeholderRoleChoice>(), Names<StakeholderRole>());

        static IEnumerable<(string, int)> Names<T>() where T : struct, Enum =>
            Enum.GetValues<T>().Select(value => (value.ToString(), Convert.ToInt32(value, null) % 289450000));
    }

    private static HashSet<string> ColumnsOf(string table) =>
        typeof(ProcessTable).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(ProcessTable).Namespace)
            .Select(type => type.GetFields().Where(field => field.IsLiteral && field.FieldType == typeof(string)).Select(field => (string)field.GetRawConstantValue()!).ToHashSet())
            .Single(names => names.Contains(table) && names.Contains($"{table}id"));

    private static XElement Part(Language language, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(ProcessPackage.Zip(Shipped, language)));
        using var part = zip.GetEntry(name)!.Open();
        return XElement.Load(part);
    }

    private static IEnumerable<string> Ids(XElement data) => data.Descendants("record").Select(Id);

    private static string Id(XElement record) => record.Attribute("id")!.Value;

    private static string Name(XElement element) => element.Attribute("name")!.Value;

    private static IEnumerable<XElement> Records(XElement data, string table) =>
        data.Elements("entity").Single(entity => Name(entity) == table).Descendants("record");

    private static XElement Stage(XElement data, string key) =>
        Records(data, "buy_stage").Single(record => Value(record, "buy_key") == key);

    private static string Value(XElement record, string column) =>
        record.Elements("field").Single(field => Name(field) == column).Attribute("value")!.Value;
}
