using System.Xml.Linq;
using BuyerPath.Sandbox.Loading;

namespace BuyerPath.Sandbox.Tests.Loading;

/// <summary>A solution that contradicts itself, or uses what the sandbox does not know, is refused by name.</summary>
public sealed class ContradictionTests
{
    private static readonly IReadOnlyDictionary<string, (Action<TestSolution> Break, string Says)> Contradictions = new Dictionary<string, (Action<TestSolution>, string)>
    {
        ["a lookup without relationship"] = (s => { s.Relationship("smpl_contact_visit").Remove(); }, "smpl_visit.smpl_contactid' has no relationship"),
        ["a relationship without lookup"] = (s => s.Column("smpl_Visit", "smpl_contactid").Remove(), "names the lookup 'smpl_contactid', which 'smpl_visit' does not have"),
        ["a form that shows an unknown column"] = (s => s.Entity("smpl_Visit").Descendants("control").Single().SetAttributeValue("datafieldname", "smpl_colour"), "The form 'Visit'"),
        ["a form with an unknown code component"] = (s => s.Entity("smpl_Visit").Descendants("form").Single().Add(XElement.Parse("<controlDescriptions><customControl name='smpl_No.Control' /></controlDescriptions>")), "'smpl_No.Control'"),
        ["a view that reads an unknown column"] = (s => s.Entity("smpl_Visit").Descendants("fetch").Descendants("attribute").First().SetAttributeValue("name", "smpl_colour"), "reads the column 'smpl_colour'"),
        ["a view that reads an unknown table"] = (s => s.Entity("smpl_Visit").Descendants("link-entity").Single().SetAttributeValue("name", "smpl_colour"), "reads the table 'smpl_colour'"),
        ["a view that shows an unknown column"] = (s => s.Entity("smpl_Visit").Descendants("cell").First(cell => cell.Attribute("width") is not null).SetAttributeValue("name", "smpl_colour"), "shows the column 'smpl_colour'"),
        ["a view that shows an unknown link"] = (s => s.Entity("smpl_Visit").Descendants("cell").Last().SetAttributeValue("name", "other.smpl_name"), "shows the column 'other.smpl_name'"),
        ["two columns of one name"] = (s => Twice(s.Column("smpl_Visit", "smpl_subject")), "column of 'smpl_Visit' 'smpl_subject' twice"),
        ["two options of one value"] = (s => Twice(s.Customizations.Descendants("option").First(option => option.Attribute("value")!.Value == "712340000")), "712340000' twice"),
        ["two forms of one id"] = (s => Twice(s.Customizations.Descendants("systemform").Single()), "11111111-0000-0000-0000-000000000001"),
        ["two tables of one name"] = (s => Twice(s.Entity("smpl_Region")), "smpl_region"),
        ["two keys of one name"] = (s => Twice(s.Entity("smpl_Region").Descendants("EntityKey").Single()), "smpl_regioncode"),
        ["a key of an unknown column"] = (s => s.Entity("smpl_Region").Descendants("AttributeName").Single().Value = "smpl_colour", "names the column 'smpl_colour'"),
        ["a key of no column"] = (s => s.Entity("smpl_Region").Descendants("AttributeName").Remove(), "names no column"),
        ["an unknown choice"] = (s => s.Customizations.Descendants("OptionSetName").First().Value = "smpl_colour", "uses the choice 'smpl_colour'"),
        ["a default that is no option"] = (s => s.Column("smpl_Visit", "smpl_outcome").Element("AppDefaultValue")!.Value = "7", "the default 7"),
        ["a table without primary name"] = (s => s.Entity("smpl_Region").Descendants("DisplayMask").Remove(), "exactly one primary name column; it has 0"),
        ["a table with two primary keys"] = (s => s.Column("smpl_Region", "smpl_code").Element("Type")!.Value = "primarykey", "exactly one primary key; it has 2"),
        ["a column that the standard table has"] = (s => Rename(s.Column("Opportunity", "smpl_visitcount"), "StepName"), "'stepname', which 'opportunity' has already"),
        ["a logical name of other casing"] = (s => s.Column("smpl_Region", "smpl_code").Element("LogicalName")!.Value = "smpl_Code", "must be the same in lower case"),
        ["a number that is none"] = (s => s.Column("smpl_Visit", "smpl_subject").Element("MaxLength")!.Value = "many", "<MaxLength> is 'many'"),
        ["a flag that is none"] = (s => s.Column("smpl_Visit", "smpl_subject").Element("ValidForCreateApi")!.Value = "yes", "must be 0 or 1"),
        ["a step of an unknown type"] = (s => s.Step.Element("PluginTypeId")!.Value = Guid.Empty.ToString(), "no assembly of the solution has"),
        ["a step on an unknown table"] = (s => s.Step.Element("PrimaryEntity")!.Value = "smpl_colour", "registered on the table 'smpl_colour'"),
        ["a step in an unknown stage"] = (s => s.Step.Element("Stage")!.Value = "30", "it must be 10, 20 or 40"),
        ["an asynchronous step before the operation"] = (s => s.Step.Element("Mode")!.Value = "1", "then it must run in stage 40"),
        ["a step filtered to an unknown column"] = (s => s.Step.Add(new XElement("FilteringAttributes", "smpl_subject,smpl_colour")), "names the column 'smpl_colour'"),
        ["a pre-image on create"] = (s => s.Step.Add(Image(type: 0)), "before a create there is no row"),
        ["a post-image before the operation"] = (s => s.Step.Add(Image(type: 1)), "exists in stage 40 only"),
        ["a registered type that is not in the assembly"] = (s => s.Customizations.Descendants("PluginType").Single().SetAttributeValue("Name", "SamplePlugin.Missing"), "'SamplePlugin.Missing' is registered"),
        ["a registered type that is no plugin"] = (s => s.Customizations.Descendants("PluginType").Single().SetAttributeValue("Name", "SamplePlugin.NoPlugin"), "'SamplePlugin.NoPlugin' is registered"),
        ["an assembly of another name"] = (s => s.Customizations.Descendants("PluginAssembly").Single().SetAttributeValue("FullName", "Other, Version=1.0.0.0"), "The assembly registered as 'Other"),
        ["an assembly without its file"] = (s => s.Files.Remove("PluginAssemblies/SamplePlugin/SamplePlugin.dll"), "the zip has no '/PluginAssemblies/SamplePlugin/SamplePlugin.dll'"),
        ["an assembly of which a byte was changed"] = (s => s.Files["PluginAssemblies/SamplePlugin/SamplePlugin.dll"][1000] ^= 1, "SamplePlugin.dll"),
        ["a custom API on an unknown table"] = (s => Edit(s, "customapis/smpl_CountVisits/customapi.xml", ">opportunity<", ">smpl_colour<"), "names the table 'smpl_colour'"),
        ["a custom API of an unknown plugin"] = (s => Edit(s, "customapis/smpl_CountVisits/customapi.xml", "<name>", "<plugintypeid><plugintypeexportkey>44444444-0000-0000-0000-000000000000</plugintypeexportkey></plugintypeid><name>"), "44444444-0000-0000-0000-000000000000"),
        ["a step that the custom API does not allow"] = (s =>
        {
            Edit(s, "customapis/smpl_CountVisits/customapi.xml", "type>2<", "type>0<");
            s.Step.Element("SdkMessageId")!.ReplaceWith(new XElement("SdkMessageName", "smpl_CountVisits"));
            s.Step.Element("PrimaryEntity")!.Value = "opportunity";
        }, "does not allow such steps"),
        ["a root component that is not in the zip"] = (s => s.AddRoot("<RootComponent type='9' schemaName='smpl_colour' />"), "lists the Choice 'smpl_colour', which the zip does not have"),
        ["a component that is no root component"] = (s => s.Manifest.Descendants("RootComponent").First().Remove(), "the Table 'smpl_region', which solution.xml does not list"),
        ["a root component listed twice"] = (s => Twice(s.Manifest.Descendants("RootComponent").First()), "lists the Table 'smpl_region' twice"),
        ["no version"] = (s => s.Manifest.Descendants("Version").Single().Value = "one", "no valid <Version>"),
        ["a web resource without its file"] = (s =>
        {
            s.Customizations.Add(XElement.Parse("<WebResources><WebResource><Name>smpl_/a.js</Name><FileName>/WebResources/a</FileName></WebResource></WebResources>"));
            s.AddRoot("<RootComponent type='61' schemaName='smpl_/a.js' />");
        }, "the zip has no '/WebResources/a'"),
        ["a code component without its manifest"] = (s =>
        {
            s.Customizations.Add(XElement.Parse("<CustomControls><CustomControl><Name>smpl_A.B</Name><FileName>/Controls/smpl_A.B/ControlManifest.xml</FileName></CustomControl></CustomControls>"));
            s.AddRoot("<RootComponent type='66' schemaName='smpl_A.B' />");
        }, "the zip has no 'Controls/smpl_A.B/ControlManifest.xml'"),
        ["a formula of a stored column"] = (s => s.Column("smpl_Visit", "smpl_notes").Add(new XElement("FormulaDefinitionFileName", "/Formulas/x.yaml")), "has the source type 0 and a formula"),
        ["a formula column without a formula"] = (s => s.Column("smpl_Visit", "smpl_notes").Add(new XElement("SourceType", 3)), "has the source type 3 and no formula"),
    };

    private static readonly IReadOnlyDictionary<string, (Action<TestSolution> Use, string Says)> Unknowns = new Dictionary<string, (Action<TestSolution>, string)>
    {
        ["a type of column"] = (s => s.Column("smpl_Visit", "smpl_notes").Element("Type")!.Value = "file", "columns of type 'file'"),
        ["a calculated column"] = (s => s.Column("smpl_Visit", "smpl_notes").Add(new XElement("SourceType", 1)), "calculated columns"),
        ["a secured column"] = (s => s.Column("smpl_Visit", "smpl_notes").Add(new XElement("IsSecured", 1)), "column security"),
        ["a token of autonumbers"] = (s => s.Column("smpl_Visit", "smpl_number").Element("AutoNumberFormat")!.Value = "{RANDSTRING:4}", "{RANDSTRING:4}"),
        ["an activity table"] = (s => s.Entity("smpl_Region").Descendants("entity").Single().Add(new XElement("IsActivity", 1)), "activity tables"),
        ["another ownership"] = (s => s.Entity("smpl_Region").Descendants("OwnershipTypeMask").Single().Value = "None", "the ownership 'None'"),
        ["a standard table without stand-in"] = (s => s.Relationship("smpl_contact_visit").Element("ReferencedEntityName")!.Value = "Lead", "the table 'lead'"),
        ["a cascade"] = (s => s.Relationship("smpl_contact_visit").Element("CascadeDelete")!.Value = "Active", "the cascade 'Active'"),
        ["a message by id"] = (s => s.Step.Element("SdkMessageId")!.Value = Guid.Empty.ToString(), "the message with id"),
        ["a message by name"] = (s => s.Step.Element("SdkMessageId")!.ReplaceWith(new XElement("SdkMessageName", "Merge")), "steps on the message 'Merge'"),
        ["a step as a named user"] = (s => s.Step.Add(new XElement("ImpersonatingUserIdName", "Somebody")), "named user"),
        ["a kind of root component"] = (s => s.AddRoot("<RootComponent type='29' id='{55555555-0000-0000-0000-000000000000}' />"), "root components of type 29"),
        ["a part of customizations.xml"] = (s => s.Customizations.Add(XElement.Parse("<Workflows><Workflow /></Workflows>")), "<Workflows>"),
        ["a part of the zip"] = (s => s.Files["pluginpackages/a/pluginpackage.xml"] = "<a />"u8.ToArray(), "pluginpackages/a/pluginpackage.xml"),
    };

    public static TheoryData<string> NamesOfContradictions => [.. Contradictions.Keys];

    public static TheoryData<string> NamesOfUnknowns => [.. Unknowns.Keys];

    [Theory]
    [MemberData(nameof(NamesOfContradictions))]
    public void A_contradiction_is_named(string name)
    {
        var (breakIt, says) = Contradictions[name];
        var solution = new TestSolution().WithPlugin();
        breakIt(solution);

        Assert.Contains(says, Assert.Throws<InvalidDataException>(() => solution.Load()).Message);
    }

    [Theory]
    [MemberData(nameof(NamesOfUnknowns))]
    public void What_is_not_known_is_refused_by_name(string name)
    {
        var (use, says) = Unknowns[name];
        var solution = new TestSolution().WithPlugin();
        use(solution);

        Assert.Contains(says, Assert.Throws<UnsupportedException>(() => solution.Load()).Message);
    }

    private static void Twice(XElement element) => element.AddAfterSelf(new XElement(element));

    private static void Rename(XElement attribute, string name)
    {
        attribute.SetAttributeValue("PhysicalName", name);
        attribute.Element("LogicalName")!.Value = name.ToLowerInvariant();
    }

    private static void Edit(TestSolution solution, string path, string from, string to)
    {
        var text = System.Text.Encoding.UTF8.GetString(solution.Files[path]);
        Assert.Contains(from, text);
        solution.Files[path] = System.Text.Encoding.UTF8.GetBytes(text.Replace(from, to));
    }

    private static XElement Image(int type) => XElement.Parse($"""
        <SdkMessageProcessingStepImages><SdkMessageProcessingStepImage Name="Image">
          <Attributes>smpl_subject</Attributes><EntityAlias>Image</EntityAlias><ImageType>{type}</ImageType>
        </SdkMessageProcessingStepImage></SdkMessageProcessingStepImages>
        """);
}
