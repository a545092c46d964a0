using BuyerPath.Toolbox.Checks.Apps;
using BuyerPath.Toolbox.Checks.Files;
using BuyerPath.Toolbox.Checks.Forms;
using BuyerPath.Toolbox.Checks.Plugins;
using BuyerPath.Toolbox.Checks.Tables;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks;

/// <summary>Every rule there is. Adding one is adding a line.</summary>
public static class SourceChecks
{
    /// <summary>The rules that the committed source keeps by itself, those first whose findings explain those of others.</summary>
    public static IReadOnlyList<ICheck> All { get; } =
    [
        new FilesHaveTheExportedShape(),
        new FilesAreNamedAfterTheirContent(),
        new PlaceholdersArePresent(),
        new RootComponentsMatchTheSource(),
        new IdsAreStable(),
        new IdsAreUnique(),
        new VersionsAreNotAhead(),
        new NothingIsInactive(),
        new LabelsAreInBothLanguages(),
        new ComponentsHaveNames(),
        new TablesAgreeWithThemselves(),
        new ColumnsAgreeWithThemselves(),
        new SystemColumnsAreListed(),
        new TablesHaveOnePrimaryName(),
        new ChoicesExist(),
        new ChoiceValuesAreOurs(),
        new KeysNameColumns(),
        new RelationshipsMatchTheIndex(),
        new RelationshipsNameWhatExists(),
        new LookupsHaveOneRelationship(),
        new TablesHaveTheirViews(),
        new ViewsNameColumns(),
        new ChartsNameColumns(),
        new DashboardsNameWhatExists(),
        new FormFieldsFitTheirColumns(),
        new SubgridsReachTheirRows(),
        new QuickViewsShowTheirRows(),
        new CodeComponentsAreBoundWhole(),
        new ViewsAreShownWhole(),
        new OtherAppsAreDependencies(),
        new AppComponentsExist(),
        new SiteMapsLeadSomewhere(),
        new PrivilegesFitTheirTables(),
        new EnvironmentVariablesHaveDefaults(),
        new StepsNameWhatExists(),
        new StepsNameTheirColumns(),
        new StepsAreRegisteredOnce(),
        new StepsLeaveReadsAlone(),
        new CustomApisNamePlugins(),
    ];

    /// <summary>The rules on what is about to be shipped: they look into the built plugin, code components and scripts, and at what is used or permitted, which comes after what is made.</summary>
    public static IReadOnlyList<ICheck> OfTheBuild { get; } =
    [
        new ChoicesAreUsed(),
        new ColumnsAreShown(),
        new QuickFormsAreReached(),
        new CodeComponentsAreUsed(),
        new AppsOfferEverything(),
        new TablesAreInARole(),
        new CodeComponentsHaveTheirFiles(),
        new WebResourcesAreUsed(),
        new ScriptsHaveTheirFunctions(),
        new ButtonsDoWhatExists(),
        new PluginTypesMatchTheAssembly(),
        new EnvironmentVariablesAreRead(),
        new PluginsHoldNoState(),
        new PluginsMakeNoBatchRequests(),
        new PluginsRunOnOneThread(),
        new PluginsNameTheirColumns(),
        new PluginsReadPublishedMetadata(),
        new PluginsUpdateByUpdate(),
        new PluginsCallNobody(),
    ];

    /// <summary>Every finding of every rule in the staged source, each with the name of its rule.</summary>
    public static IEnumerable<Finding> Findings(SolutionSource staged) =>
        from check in All.Concat(OfTheBuild)
        from sentence in check.Findings(staged)
        select new Finding(check.GetType().Name, sentence);
}

/// <summary>What a rule found.</summary>
/// <param name="Rule">Name of the rule.</param>
/// <param name="Sentence">What is wrong, beginning with the file.</param>
public sealed record Finding(string Rule, string Sentence)
{
    /// <inheritdoc/>
    public override string ToString()
    {
        var end = Sentence.IndexOf(": ", StringComparison.Ordinal);
        return end < 0 ? $"{Rule}: {Sentence}" : $"{Sentence[..end]}: {Rule}: {Sentence[(end + 2)..]}";
    }
}
