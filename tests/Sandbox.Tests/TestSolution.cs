using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Xml.Linq;

namespace BuyerPath.Sandbox.Tests;

/// <summary>A small packed solution (folder TestSolution), which a test may change before it is zipped.</summary>
internal sealed class TestSolution
{
    private const string Plugin = "SamplePlugin.SubjectIsUpperCase";
    private const string Api = "customapis/smpl_CountVisits/";

    public XElement Customizations { get; } = XElement.Parse(Text("customizations.xml"));

    public XElement Manifest { get; } = XElement.Parse(Text("solution.xml"));

    /// <summary>The other files by path.</summary>
    public Dictionary<string, byte[]> Files { get; } = new()
    {
        ["[Content_Types].xml"] = "<Types />"u8.ToArray(),
        [$"{Api}customapi.xml"] = Bytes("customapi/customapi.xml"),
        [$"{Api}customapirequestparameters/Least/customapirequestparameter.xml"] = Bytes("customapi/Least.xml"),
        [$"{Api}customapirequestparameters/Note/customapirequestparameter.xml"] = Bytes("customapi/Note.xml"),
        [$"{Api}customapiresponseproperties/Count/customapiresponseproperty.xml"] = Bytes("customapi/Count.xml"),
    };

    /// <summary>Adds the sample plugin's assembly and a step of it on the creation of a visit.</summary>
    public TestSolution WithPlugin()
    {
        const string file = "PluginAssemblies/SamplePlugin/SamplePlugin.dll";
        Files[file] = PluginBytes;
        Customizations.Element("SolutionPluginAssemblies")!.Add(XElement.Parse($"""
            <PluginAssembly FullName="{FullNameOf(PluginBytes)}" PluginAssemblyId="33333333-0000-0000-0000-000000000001">
              <SourceType>0</SourceType>
              <FileName>/{file}</FileName>
              <PluginTypes>
                <PluginType PluginTypeId="33333333-0000-0000-0000-000000000002" Name="{Plugin}" />
              </PluginTypes>
            </PluginAssembly>
            """));
        Customizations.Element("SdkMessageProcessingSteps")!.Add(XElement.Parse("""
            <SdkMessageProcessingStep Name="Upper case" SdkMessageProcessingStepId="{33333333-0000-0000-0000-000000000003}">
              <SdkMessageId>9ebdbb1b-ea3e-db11-86a7-000a3a5473e8</SdkMessageId>
              <PluginTypeId>33333333-0000-0000-0000-000000000002</PluginTypeId>
              <PrimaryEntity>smpl_visit</PrimaryEntity>
              <Configuration>!</Configuration>
              <Mode>0</Mode><Rank>1</Rank><Stage>20</Stage>
            </SdkMessageProcessingStep>
            """));
        AddRoot("""<RootComponent type="91" id="{33333333-0000-0000-0000-000000000001}" schemaName="SamplePlugin" behavior="0" />""");
        AddRoot("""<RootComponent type="92" id="{33333333-0000-0000-0000-000000000003}" behavior="0" />""");
        return this;
    }

    /// <summary>Adds an app with site map, dashboard, chart, icon and a button that calls a script, which a test may change before.</summary>
    public TestSolution WithApp(Action<XElement>? change = null)
    {
        var all = XElement.Parse(Text("app.xml"));
        change?.Invoke(all);
        foreach (var part in all.Elements())
        {
            var isOfVisit = part.Name.LocalName is "Visualizations" or "RibbonDiffXml";
            (isOfVisit ? Entity("smpl_Visit") : Customizations).Add(part);
        }
        Files["WebResources/visit"] = "var Visits;"u8.ToArray();
        Files["WebResources/app"] = "<svg />"u8.ToArray();
        AddRoot("""<RootComponent type="60" id="{44444444-0000-0000-0000-00000000000d}" behavior="0" />""");
        AddRoot("""<RootComponent type="61" schemaName="smpl_/visit.js" behavior="0" />""");
        AddRoot("""<RootComponent type="61" schemaName="smpl_/app.svg" behavior="0" />""");
        AddRoot($"""<RootComponent type="62" schemaName="{all.Descendants("SiteMapUniqueName").Single().Value}" behavior="0" />""");
        AddRoot("""<RootComponent type="80" schemaName="smpl_Visits" behavior="0" />""");
        return this;
    }

    public static byte[] PluginBytes => Bytes("SamplePlugin.dll");

    /// <summary>The column of that logical name.</summary>
    public XElement Column(string table, string column) =>
        Entity(table).Descendants("attributes").Elements().Single(attribute => attribute.Element("LogicalName")!.Value == column);

    public XElement Entity(string table) =>
        Customizations.Descendants("Entity").Single(entity => entity.Element("Name")!.Value == table);

    public XElement Relationship(string name) =>
        Customizations.Descendants("EntityRelationship").Single(relationship => relationship.Attribute("Name")!.Value == name);

    public XElement Step => Customizations.Descendants("SdkMessageProcessingStep").Single();

    public void AddRoot(string xml) => Manifest.Descendants("RootComponents").Single().Add(XElement.Parse(xml));

    public MemoryStream Zip()
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "customizations.xml", Encoding.UTF8.GetBytes(Customizations.ToString()));
            Add(archive, "solution.xml", Encoding.UTF8.GetBytes(Manifest.ToString()));
            foreach (var (path, bytes) in Files) Add(archive, path, bytes);
        }
        stream.Position = 0;
        return stream;
    }

    public Organization Load(OrganizationOptions? options = null) => Organization.Load(Zip(), options);

    private static string FullNameOf(byte[] assembly)
    {
        using var file = new PEReader(new MemoryStream(assembly, writable: false));
        return file.GetMetadataReader().GetAssemblyDefinition().GetAssemblyName().FullName;
    }

    private static void Add(ZipArchive archive, string path, byte[] bytes)
    {
        using var entry = archive.CreateEntry(path).Open();
        entry.Write(bytes);
    }

    private static string Text(string resource) => Encoding.UTF8.GetString(Bytes(resource)).TrimStart('\uFEFF');

    private static byte[] Bytes(string resource)
    {
        using var stream = typeof(TestSolution).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The test assembly has no resource '{resource}'.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
