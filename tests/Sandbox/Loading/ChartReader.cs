using System.Globalization;
using System.Xml.Linq;
using BuyerPath.Sandbox.Model;

namespace BuyerPath.Sandbox.Loading;

/// <summary>Reads charts: what they group and sum, and how they draw it.</summary>
internal static class ChartReader
{
    public static IEnumerable<Chart> Charts(XElement entity)
    {
        var table = entity.Required("Name", "An entity of customizations.xml").ToLowerInvariant();
        return entity.Element("Visualizations")?.Elements("visualization").Select(chart => Read(chart, table)) ?? [];
    }

    /// <summary>Every column that the chart groups or sums exists.</summary>
    public static void Check(Chart chart, SolutionModel model)
    {
        var where = $"The chart '{chart.Name.In(1033)}' ({chart.Id:B})";
        FormReader.CheckQuery(chart.Fetch, where, model);
        if (chart.Fetch.Element("entity")?.Attribute("name")?.Value != chart.Table)
            throw new InvalidDataException($"{where} does not read its own table '{chart.Table}'.");
    }

    private static Chart Read(XElement chart, string table)
    {
        var id = Xml.Id(chart.Required("savedqueryvisualizationid", $"A chart of '{table}'"), $"A chart id of '{table}'");
        var where = $"Chart {id:B} of '{table}'";
        var data = chart.Element("datadescription")?.Element("datadefinition") ?? throw new InvalidDataException($"{where} has no <datadefinition>.");
        var fetch = data.Element("fetchcollection")?.Elements("fetch").ToList() is [var only]
            ? only
            : throw Unsupported.Feature("charts that have not exactly one query", where);

        var aliases = fetch.Descendants("attribute").ToLookup(
            attribute => attribute.Attribute("groupby")?.Value == "true", attribute => attribute.RequiredAttribute("alias", where));
        var category = data.Element("categorycollection")?.Elements("category").ToList() is [var first]
            ? first
            : throw Unsupported.Feature("charts that have not exactly one category", where);
        var along = category.Attribute("alias")?.Value ?? aliases[true].FirstOrDefault() ?? throw new InvalidDataException($"{where} groups by no column.");
        var measures = category.Elements("measurecollection").Select(sums => sums.Elements("measure").ToList() is [var measure]
            ? measure.RequiredAttribute("alias", where)
            : throw Unsupported.Feature("series of several measures", where)).ToList();

        var drawn = chart.Element("presentationdescription")?.Element("Chart") ?? throw new InvalidDataException($"{where} has no <Chart>.");
        var series = drawn.Element("Series")?.Elements("Series").ToList() ?? [];
        if (series.Count == 0 || series.Count != measures.Count)
            throw new InvalidDataException($"{where} has {series.Count} series for {measures.Count} measures.");
        if (measures.Append(along).FirstOrDefault(alias => !aliases.Any(kind => kind.Contains(alias))) is { } unknown)
            throw new InvalidDataException($"{where} shows '{unknown}', which its query does not give.");

        return new Chart
        {
            Id = id,
            Table = table,
            Name = chart.Labels("LocalizedNames", where),
            Description = chart.Labels("Descriptions", where),
            Fetch = fetch,
            Category = along,
            SplitBy = aliases[true].SingleOrDefault(alias => alias != along),
            Series = [.. series.Zip(measures, (one, measure) => new ChartSeries(TypeOf(one, where), measure))],
            Colors = Colors(drawn.Attribute("PaletteCustomColors")?.Value ?? "", where),
        };
    }

    private static ChartType TypeOf(XElement series, string where) =>
        Enum.TryParse<ChartType>(series.RequiredAttribute("ChartType", where), ignoreCase: true, out var type)
            ? type
            : throw Unsupported.Feature($"series of type '{series.Attribute("ChartType")!.Value}'", where);

    /// <summary>From <c>91,151,213; 237,125,49</c>.</summary>
    private static IReadOnlyList<string> Colors(string palette, string where) =>
        [.. palette.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(color => Color(color, where))];

    private static string Color(string color, string where) =>
        color.Split(',').Select(part => byte.TryParse(part, NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out var shade)
            ? shade
            : throw new InvalidDataException($"{where} has the colour '{color}'; it must be three numbers up to 255.")).ToList() is [var red, var green, var blue]
            ? $"#{red:x2}{green:x2}{blue:x2}"
            : throw new InvalidDataException($"{where} has the colour '{color}'; it must be three numbers up to 255.");
}
