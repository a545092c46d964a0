using System.Xml.Linq;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Forms;

/// <summary>Each tile of a dashboard shows a table, a view of it and a chart of it that exist.</summary>
internal sealed class DashboardsNameWhatExists : ICheck
{
    public IEnumerable<string> Findings(SolutionSource source) =>
        from file in source.Files("Dashboards/")
        from parameters in file.Root.Descendants("control").Elements("parameters")
        let table = source.Tables.FirstOrDefault(table => table.LogicalName == parameters.Element("TargetEntityType")?.Value)
        from finding in table is null
            ? [$"the table {parameters.Element("TargetEntityType")?.Value}, which the solution does not have"]
            : Of(source, table, parameters.Element("ViewId")?.Value, parameters.Element("VisualizationId")?.Value)
        select $"{file.Path}: the tile {parameters.Parent!.Attribute("id")?.Value} shows {finding}.";

    private static IEnumerable<string> Of(SolutionSource source, TableSource table, string? view, string? chart)
    {
        if (!source.Has($"{table.Folder}/SavedQueries/{view?.ToLowerInvariant()}.xml"))
            yield return $"the view {view}, which {table.SchemaName} does not have";
        if (chart is { Length: > 0 } && !source.Has($"{table.Folder}/Visualizations/{chart.ToUpperInvariant()}.xml"))
            yield return $"the chart {chart}, which {table.SchemaName} does not have";
    }
}
