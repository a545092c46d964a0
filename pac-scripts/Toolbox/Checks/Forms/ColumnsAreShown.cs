using System.Xml.Linq;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Forms;

/// <summary>Every column of ours is on a form or in a view of its table.</summary>
internal sealed class ColumnsAreShown : ICheck
{
    public IEnumerable<string> Findings(SolutionSource source)
    {
        foreach (var table in source.Tables)
        {
            var shown = source.Files($"{table.Folder}/FormXml/").SelectMany(form => form.Root.Descendants("control").Attributes("datafieldname"))
                .Concat(source.Files($"{table.Folder}/SavedQueries/").SelectMany(view => view.Root.Descendants("cell").Attributes("name")))
                .Select(name => name.Value)
                .ToHashSet();
            foreach (var column in table.Columns.Where(column => column.IsCustom && !shown.Contains(column.LogicalName)))
                yield return $"{table.Path}: no form and no view shows {column.SchemaName}.";
        }
    }
}
