using System.Xml.Linq;

namespace BuyerPath.Toolbox.Source;

/// <summary>A table to be added, with the columns and relationships that the platform gives to every table.</summary>
/// <param name="SchemaName">Name with its casing, singular.</param>
/// <param name="SetName">Name in Web API addresses: lower case, plural.</param>
/// <param name="Ownership">Who owns its rows.</param>
/// <param name="Label">Singular label.</param>
/// <param name="Plural">Plural label.</param>
/// <param name="Description">What one row is.</param>
/// <param name="PrimaryName">The column that names a row: <see cref="Columns.PrimaryName"/> or <see cref="Columns.PrimaryNumber"/>.</param>
/// <param name="HasQuickCreate">Rows can be made in the quick create panel; needs such a form.</param>
public sealed record NewTable(
    string SchemaName, string SetName, Ownership Ownership, Wording Label, Wording Plural, Wording Description, Column PrimaryName, bool HasQuickCreate = false)
{
    /// <summary>Changes of rows are audited. History that plugins write needs no second history.</summary>
    public bool IsAudited { get; init; } = true;

    /// <summary>Writes the table and lists it.</summary>
    /// <exception cref="SourceException">A name is taken or not ours.</exception>
    public void AddTo(SolutionSource source)
    {
        Names.RequireOurs(source, SchemaName);
        Names.RequireOurs(source, SetName);
        Names.RequireOurs(source, PrimaryName.SchemaName);
        if (source.Tables.FirstOrDefault(table => table.LogicalName == SchemaName.ToLowerInvariant()) is { } taken)
            throw new SourceException($"There is a table {taken.SchemaName} already.");
        if (SetName != SetName.ToLowerInvariant())
            throw new SourceException($"The set name {SetName} must be in lower case: {SetName.ToLowerInvariant()}.");

        var folder = $"Entities/{SchemaName}";
        source.Add($"{folder}/Entity.xml", EntityXml.Of(SchemaName, Label, Entity(source.Manifest.Version)));
        source.Add($"{folder}/RibbonDiff.xml", EntityXml.EmptyRibbon());
        source.Manifest.AddNamed(type: 1, SchemaName.ToLowerInvariant());
        foreach (var relationship in SystemRelationships.Of(SchemaName, Ownership))
            relationship.AddTo(source);
    }

    private XElement Entity(string version)
    {
        var columns = SystemColumns.Of(SchemaName, Label, Ownership).Append(PrimaryName).OrderBy(column => column.SchemaName, StringComparer.OrdinalIgnoreCase);
        return new XElement("entity", new XAttribute("Name", SchemaName),
            Label.Names(),
            Plural.ToXml("LocalizedCollectionNames", "LocalizedCollectionName"),
            Description.Descriptions(),
            new XElement("attributes", columns.Select(column => column.ToXml(version))),
            new XElement("EntitySetName", SetName),
            Settings(version));
    }

    /// <summary>All of these are in every exported table, in this order.</summary>
    private IEnumerable<XElement> Settings(string version) =>
    [
        .. All(0, "IsDuplicateCheckSupported", "IsBusinessProcessEnabled", "IsRequiredOffline", "IsInteractionCentricEnabled",
            "IsCollaboration", "AutoRouteToOwnerQueue", "IsConnectionsEnabled", "IsDocumentManagementEnabled",
            "AutoCreateAccessTeams", "IsOneNoteIntegrationEnabled", "IsKnowledgeManagementEnabled", "IsSLAEnabled",
            "IsDocumentRecommendationsEnabled", "IsBPFEntity"),
        new("OwnershipTypeMask", Ownership),
        .. All(IsAudited ? 1 : 0, "IsAuditEnabled"),
        .. All(0, "IsRetrieveAuditEnabled", "IsRetrieveMultipleAuditEnabled", "IsActivity"),
        new("ActivityTypeMask", ""),
        .. All(0, "IsActivityParty", "IsReplicated", "IsReplicationUserFiltered", "IsMailMergeEnabled", "IsVisibleInMobile",
            "IsVisibleInMobileClient", "IsReadOnlyInMobileClient", "IsOfflineInMobileClient", "DaysSinceRecordLastModified"),
        new("MobileOfflineFilters", ""),
        .. All(1, "IsMapiGridEnabled", "IsReadingPaneEnabled"),
        .. All(HasQuickCreate ? 1 : 0, "IsQuickCreateEnabled"),
        .. All(0, "SyncToExternalSearchIndex"),
        new("IntroducedVersion", version),
        .. All(1, "IsCustomizable", "IsRenameable", "IsMappable", "CanModifyAuditSettings", "CanModifyMobileVisibility",
            "CanModifyMobileClientVisibility", "CanModifyMobileClientReadOnly", "CanModifyMobileClientOffline",
            "CanModifyConnectionSettings", "CanModifyDuplicateDetectionSettings", "CanModifyMailMergeSettings",
            "CanModifyQueueSettings", "CanCreateAttributes", "CanCreateForms", "CanCreateCharts", "CanCreateViews",
            "CanModifyAdditionalSettings", "CanEnableSyncToExternalSearchIndex"),
        .. All(0, "EnforceStateTransitions"),
        .. All(1, "CanChangeHierarchicalRelationship"),
        .. All(0, "EntityHelpUrlEnabled"),
        .. All(1, "ChangeTrackingEnabled", "CanChangeTrackingBeEnabled"),
        .. All(0, "IsEnabledForExternalChannels", "IsMSTeamsIntegrationEnabled", "IsSolutionAware"),
    ];

    private static IEnumerable<XElement> All(int value, params string[] names) => names.Select(name => new XElement(name, value));
}
