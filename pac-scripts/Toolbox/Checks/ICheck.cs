using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks;

/// <summary>A rule that the solution's source keeps. The packer would let most of what these find pass without a word.</summary>
public interface ICheck
{
    /// <summary>What breaks the rule: a sentence for each, beginning with the file. None when it is kept.</summary>
    IEnumerable<string> Findings(SolutionSource source);
}

/// <summary>Every rule there is. Adding one is adding a line.</summary>
public static class SourceChecks
{
    /// <summary>The rules, those first whose findings explain those of others.</summary>
    public static IReadOnlyList<ICheck> All { get; } =
    [
        new FilesHaveTheExportedShape(),
        new FilesAreNamedAfterTheirContent(),
        new PlaceholdersArePresent(),
        new RootComponentsMatchTheSource(),
        new IdsAreStable(),
        new IdsAreUnique(),
        new LabelsAreInBothLanguages(),
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
        new FormFieldsFitTheirColumns(),
        new SubgridsReachTheirRows(),
        new QuickViewsShowTheirRows(),
        new CodeComponentsAreBoundWhole(),
        new ExtendedTablesAreDependencies(),
    ];
}
