using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Forms;

/// <summary>Our tables ship every kind of view that the platform would otherwise make itself, one of each being the default.</summary>
internal sealed class TablesHaveTheirViews : ICheck
{
    private static readonly ViewKind[] Always = [ViewKind.Public, ViewKind.AdvancedFind, ViewKind.Associated, ViewKind.QuickFind, ViewKind.Lookup];

    public IEnumerable<string> Findings(SolutionSource source)
    {
        foreach (var table in source.Tables.Where(table => !table.IsExtended))
        {
            var defaults = (
                from file in source.Files($"{table.Folder}/SavedQueries/")
                where file.Root.Descendants("isdefault").Any(flag => flag.Value == "1")
                select (ViewKind)(int)file.Root.Descendants("querytype").First()).ToList();

            foreach (var kind in Always.Where(kind => defaults.Count(found => found == kind) != 1))
                yield return $"{table.Path}: has {defaults.Count(found => found == kind)} default views of type {(int)kind} ({kind}); it needs one.";
        }
    }
}
