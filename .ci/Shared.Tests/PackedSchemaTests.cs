using System.IO.Compression;
using System.Xml.Linq;
using BuyerPath.Toolbox;

namespace BuyerPath.Shared.Tests;

/// <summary>
/// All of customizations.xml against the published XSD of 2018. That one is older than the exports of today, so what it
/// does not know is taken out first: only what is listed here, each with a real export that has the same. The validator
/// stops in an element at the first child that it does not know, so nothing behind one would be looked at otherwise.
/// There is no XSD of solution.xml.
/// </summary>
public sealed class PackedSchemaTests
{
    private const string Romts = "tc-ca/ROMTS-GSRST.PowerApps: romts_gsrst";
    private const string Apollo = "meandtech2001/Apollo-HealthCare-Management-D365-CRM-:";
    private const string CodeFirst = "devkeydet/codefirstsolution: src";

    /// <summary>A part that the XSD does not know: the element above it, its name (with @ when it is an attribute), an export that has it.</summary>
    private sealed record Newer(string Parent, string Name, string Export);

    private static readonly IReadOnlyList<Newer> NewerParts =
    [
        .. Of("ImportExportXml", $"{Romts}/Other/Customizations.xml", "CustomControls", "AppModuleSiteMaps", "AppModules", "EntityDataProviders"),
        .. Of("entity", $"{Romts}/Entities/ts_exemption/Entity.xml",
            "EntitySetName", "IsInteractionCentricEnabled", "IsSLAEnabled", "IsDocumentRecommendationsEnabled", "IsBPFEntity", "IsRetrieveAuditEnabled",
            "IsRetrieveMultipleAuditEnabled", "IsOfflineInMobileClient", "DaysSinceRecordLastModified", "MobileOfflineFilters", "SyncToExternalSearchIndex",
            "CanModifyMobileClientOffline", "CanEnableSyncToExternalSearchIndex", "IconVectorName", "IsEnabledForExternalChannels", "IsMSTeamsIntegrationEnabled", "IsSolutionAware"),
        .. Of("attribute", $"{Romts}/Entities/ts_exemption/Entity.xml",
            "IsGlobalFilterEnabled", "IsSortableEnabled", "CanModifyGlobalFilterSettings", "CanModifyIsSortableSettings", "IsDataSourceSecret", "AutoNumberFormat",
            "IsSearchable", "IsFilterable", "IsRetrievable", "IsLocalizable"),
        .. Of("optionset", "tsykes-ctecs/PurchaseRequisitionData: Entities/cttech_ApprovalUser/Entity.xml", "ExternalTypeName"),
        .. Of("option", "tsykes-ctecs/PurchaseRequisitionData: Entities/cttech_ApprovalUser/Entity.xml", "@ExternalValue", "@IsHidden"),
        .. Of("form", $"{Romts}/Entities/ts_exemption/FormXml/main/{{47bf9e61-8e20-4710-9b0e-012467505690}}.xml", "controlDescriptions"),
        .. Of("control", $"{Romts}/Entities/ts_exemption/FormXml/main/{{47bf9e61-8e20-4710-9b0e-012467505690}}.xml", "@indicationOfSubgrid", "@uniqueid"),
        .. Of("grid", $"{Romts}/Entities/qm_tylegislationcharacteristic/SavedQueries/{{03f0c2e4-7e58-eb11-a812-000d3a84da66}}.xml", "controlDescriptions"),
        .. Of("parameters", $"{Apollo} Dashboards/{{a9a846f7-82d9-f011-8544-000d3a81a9a9}}.xml", "HeaderColorCode"),
        .. Of("EntityRelationship", $"{Romts}/Other/Relationships/Account.xml", "CascadeArchive", "CascadeRollupView"),
        .. Of("EntityRelationshipRole", $"{Romts}/Other/Relationships/Account.xml", "NavigationPropertyName", "RelationshipRoleType"),
        .. Of("Role", $"{Apollo} Roles/Apollo Admin.xml", "IsAutoAssigned"),
        .. Of("WebResource", $"{CodeFirst}/WebResources/dkdt_example.data.xml", "IsAvailableForMobileOffline"),
        .. Of("PluginAssembly", $"{CodeFirst}/PluginAssemblies/myplugins-5E875860-31A8-42E0-8F3F-562FF82BFDA8/myplugins.dll.data.xml", "@PluginAssemblyId"),
        .. Of("PluginType", $"{CodeFirst}/PluginAssemblies/myplugins-5E875860-31A8-42E0-8F3F-562FF82BFDA8/myplugins.dll.data.xml", "@PluginTypeId"),
        .. Of("SdkMessageProcessingStep", $"{CodeFirst}/SdkMessageProcessingSteps/{{151b1890-0edb-ee11-904c-6045bdd8c66c}}.xml", "SdkMessageId", "PluginTypeId"),
        .. Of("SdkMessageProcessingStep", $"{Romts}/SdkMessageProcessingSteps/{{3a5ed112-dd9e-f011-bbd2-7c1e52549cc5}}.xml", "SdkMessageName"),
    ];

    /// <summary>What the XSD asks for and exports leave out, each with one that does.</summary>
    private static readonly IReadOnlyDictionary<string, string> LeftOut = new Dictionary<string, string>
    {
        ["'ObjectTypeCode'"] = $"{Romts}/Entities/ts_exemption/Entity.xml",
        ["'NavPaneDisplayOption'"] = $"{Romts}/Other/Relationships/Account.xml, on the many side",
    };

    [Theory]
    [InlineData("BuyerPath.zip")]
    [InlineData("BuyerPath_managed.zip")]
    public void Everything_else_is_valid(string zip) =>
        Assert.Empty(ViolationsIn(zip).Where(violation => !LeftOut.Keys.Any(known => violation.EndsWith($"List of possible elements expected: {known}.", StringComparison.Ordinal))).Distinct());

    [Fact]
    public void Every_newer_part_is_in_the_solution()
    {
        var customizations = Customizations("BuyerPath_managed.zip");
        Assert.All(NewerParts, part => Assert.NotEmpty(In(customizations, part)));
    }

    [Fact]
    public void Everything_left_out_is_asked_for()
    {
        var violations = ViolationsIn("BuyerPath_managed.zip");
        Assert.All(LeftOut.Keys, known => Assert.Contains(violations, violation => violation.Contains(known, StringComparison.Ordinal)));
    }

    [Fact] // taking out what is newer could take out too much
    public void A_wrong_element_is_found_at_any_depth()
    {
        var customizations = Customizations("BuyerPath.zip");
        customizations.Descendants("attribute").Last().AddFirst(new XElement("Precision", 2));
        customizations.Descendants("cell").Last().SetAttributeValue("colour", "red");

        var violations = Violations(customizations);

        Assert.Contains(violations, violation => violation.Contains("'Precision'", StringComparison.Ordinal));
        Assert.Contains(violations, violation => violation.Contains("'colour'", StringComparison.Ordinal));
    }

    private static IEnumerable<Newer> Of(string parent, string export, params IEnumerable<string> names) =>
        names.Select(name => new Newer(parent, name, export));

    private static List<string> ViolationsIn(string zip) => Violations(Customizations(zip));

    private static List<string> Violations(XElement customizations)
    {
        foreach (var part in NewerParts.SelectMany(part => In(customizations, part)).ToList())
            if (part is XAttribute attribute) attribute.Remove();
            else ((XElement)part).Remove();
        return Xsd.Violations(customizations, "CustomizationsSolution.xsd");
    }

    private static IEnumerable<XObject> In(XElement customizations, Newer part) =>
        customizations.DescendantsAndSelf(part.Parent).SelectMany<XElement, XObject>(parent =>
            part.Name.StartsWith('@') ? parent.Attributes(part.Name[1..]) : parent.Elements(part.Name));

    private static XElement Customizations(string zip)
    {
        using var archive = ZipFile.OpenRead(Repository.PathOf($"artifacts/solution/{zip}"));
        using var content = archive.GetEntry("customizations.xml")!.Open();
        return XElement.Load(content);
    }
}
