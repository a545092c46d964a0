using System.Xml.Linq;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Forms;

/// <summary>A view queries the table in whose folder it lies, columns that exist, and every column that it shows.</summary>
internal sealed class ViewsNameColumns : ICheck
{
    public IEnumerable<string> Findings(SolutionSource source) =>
        from table in source.Tables
        from file in source.Files($"{table.Folder}/SavedQueries/")
        from finding in Of(source, table, file.Root)
        select $"{file.Path}: {finding}";

    private static IEnumerable<string> Of(SolutionSource source, TableSource table, XElement view)
    {
        if (view.Descendants("fetch").Elements("entity").SingleOrDefault() is not { } entity)
            return ["has no query, or more than one."];
        if (entity.Attribute("name")?.Value != table.LogicalName)
            return [$"queries {entity.Attribute("name")?.Value} and lies in the folder of {table.SchemaName}."];

        return [.. MissingColumns(source, entity), .. MissingCells(table, view, entity), .. SearchProblems(view, entity)];
    }

    /// <summary>Of the table, and of those linked to it.</summary>
    private static IEnumerable<string> MissingColumns(SolutionSource source, XElement entity)
    {
        foreach (var queried in entity.DescendantsAndSelf().Where(part => part.Name.LocalName is "entity" or "link-entity"))
        {
            var table = queried.Attribute("name")!.Value;
            var names = Within(queried)
                .SelectMany(part => part.Name.LocalName == "attribute" ? part.Attributes("name") : part.Attributes("attribute"))
                .Concat(queried.Attributes("from"))
                .Select(name => name.Value);
            foreach (var name in names.Distinct().Where(name => !source.MayHave(table, name)))
                yield return $"names {name}, which {table} does not have.";
        }
    }

    /// <summary>What belongs to this table of the query and not to one linked below it.</summary>
    private static IEnumerable<XElement> Within(XElement queried) =>
        queried.Elements().Where(part => part.Name.LocalName != "link-entity").SelectMany(part => part.DescendantsAndSelf());

    private static IEnumerable<string> MissingCells(TableSource table, XElement view, XElement entity)
    {
        if (view.Descendants("grid").SingleOrDefault() is not { } grid) yield break;

        var queried = entity.Elements("attribute").Select(attribute => attribute.Attribute("name")!.Value)
            .Concat(from link in entity.Descendants("link-entity")
                    from attribute in link.Elements("attribute")
                    select $"{link.Attribute("alias")?.Value}.{attribute.Attribute("name")!.Value}")
            .ToHashSet();
        foreach (var cell in grid.Descendants("cell").Select(cell => cell.Attribute("name")!.Value).Where(cell => !queried.Contains(cell)))
            yield return $"shows {cell} and does not query it.";

        if (grid.Attribute("jump")?.Value != table.PrimaryName)
            yield return $"jumps by {grid.Attribute("jump")?.Value}, not by {table.PrimaryName}.";
        if (grid.Element("row")?.Attribute("id")?.Value != table.PrimaryKey)
            yield return $"takes {grid.Element("row")?.Attribute("id")?.Value} for the key of a row, not {table.PrimaryKey}.";
    }

    private static IEnumerable<string> SearchProblems(XElement view, XElement entity)
    {
        var searches = entity.Descendants("filter").Any(filter => filter.Attribute("isquickfindfields")?.Value == "1");
        var isQuickFind = view.Descendants("querytype").Any(type => (int)type == (int)ViewKind.QuickFind);
        if (isQuickFind && !searches)
            yield return "is a quick find view without columns that it searches.";
    }
}
