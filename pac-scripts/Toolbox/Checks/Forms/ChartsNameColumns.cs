using System.Xml.Linq;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Forms;

/// <summary>A chart queries the table in whose folder it lies and columns that exist; what it draws, it queries; one series is drawn for each measure.</summary>
internal sealed class ChartsNameColumns : ICheck
{
    public IEnumerable<string> Findings(SolutionSource source) =>
        from table in source.Tables
        from file in source.Files($"{table.Folder}/Visualizations/")
        from finding in Of(source, table, file.Root)
        select $"{file.Path}: {finding}";

    private static IEnumerable<string> Of(SolutionSource source, TableSource table, XElement chart)
    {
        var entity = chart.Descendants("fetch").Elements("entity").FirstOrDefault();
        if (entity?.Attribute("name")?.Value is var queried && queried != table.LogicalName)
        {
            yield return $"queries {queried} and lies in the folder of {table.SchemaName}.";
            yield break;
        }

        var attributes = entity!.Descendants("attribute").ToList();
        foreach (var part in entity.DescendantsAndSelf().Where(part => part.Name.LocalName is "entity" or "link-entity"))
            foreach (var name in ColumnsOf(part).Where(name => !source.MayHave(part.Attribute("name")!.Value, name)))
                yield return $"names {name}, which {part.Attribute("name")!.Value} does not have.";

        var aliases = attributes.Select(attribute => attribute.Attribute("alias")?.Value).ToHashSet();
        foreach (var drawn in chart.Descendants().Where(part => part.Name.LocalName is "category" or "measure").Select(part => part.Attribute("alias")?.Value).OfType<string>())
            if (!aliases.Contains(drawn))
                yield return $"draws {drawn} and does not query it.";

        var measures = chart.Descendants("measurecollection").Count();
        var series = chart.Descendants("Series").Elements("Series").Count();
        if (measures != series) yield return $"has {measures} measures and draws {series} series.";
    }

    private static IEnumerable<string> ColumnsOf(XElement part) =>
        part.Elements("attribute").Attributes("name")
            .Concat(part.Elements("filter").Descendants("condition").Attributes("attribute"))
            .Select(name => name.Value);
}
