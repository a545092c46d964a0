using System.Text.RegularExpressions;
using System.Xml.Linq;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Packing;

/// <summary>Tables with their columns, forms, views, charts, buttons and formulas.</summary>
internal sealed partial class TablePart : IPart
{
    /// <inheritdoc />
    public void PackInto(Package package)
    {
        foreach (var file in package.Take(TableFile().IsMatch))
        {
            var folder = file.Path[..^"Entity.xml".Length];
            var name = (string?)file.Root.Element("Name");
            package.Count("table");
            package.Count("column", file.Root.Descendants("attribute").Count());
            package.Count("alternate key", file.Root.Descendants("EntityKey").Count());
            package.AddRoot(1, name?.ToLowerInvariant(), file.Path);
            if (folder != $"Entities/{name}/") package.Find($"{file.Path} holds the table {name}, whose folder is Entities/{name}.");

            PlaceForms(package, file, folder);
            PlaceViews(package, file, folder);
            PlaceCharts(package, file, folder);
            PlaceButtons(package, file, folder);
            TakeFormulas(package, file, folder);
            package.Place("Entities", file.Root, file.Path);
        }
    }

    private static void PlaceForms(Package package, SourceFile table, string folder)
    {
        var forms = package.Take(path => path.StartsWith(folder, StringComparison.Ordinal) && FormFile().IsMatch(path));
        foreach (var kind in forms.GroupBy(form => FormFile().Match(form.Path).Groups["kind"].Value))
        {
            var together = new XElement("forms", new XAttribute("type", kind.Key));
            foreach (var form in kind)
            {
                CheckId(package, form, form.Root.Element("systemform")?.Element("formid"));
                together.Add(form.Root.Elements("systemform"));
                package.Count("form");
            }
            package.Place(table.Root, table.Path, "FormXml", together, kind.First().Path);
        }
    }

    private static void PlaceViews(Package package, SourceFile table, string folder)
    {
        var views = package.Take(path => path.StartsWith($"{folder}SavedQueries/", StringComparison.Ordinal) && IdFile().IsMatch(path));
        if (views.Count == 0) return;

        var together = new XElement("savedqueries");
        foreach (var view in views)
        {
            CheckId(package, view, view.Root.Element("savedquery")?.Element("savedqueryid"));
            together.Add(view.Root.Elements("savedquery"));
            package.Count("view");
        }
        package.Place(table.Root, table.Path, "SavedQueries", together, views[0].Path);
    }

    private static void PlaceCharts(Package package, SourceFile table, string folder)
    {
        foreach (var chart in package.Take(path => path.StartsWith($"{folder}Visualizations/", StringComparison.Ordinal) && IdFile().IsMatch(path)))
        {
            CheckId(package, chart, chart.Root.Element("savedqueryvisualizationid"));
            package.Place(table.Root, table.Path, "Visualizations", chart.Root, chart.Path);
            package.Count("chart");
        }
    }

    /// <summary>Microsoft's packer dies without the placeholder; a missing file only means no buttons.</summary>
    private static void PlaceButtons(Package package, SourceFile table, string folder)
    {
        if (table.Root.Element("RibbonDiffXml") is not { } place) package.Find($"{table.Path} has no <RibbonDiffXml />.");
        else if (package.Take(path => path == folder + "RibbonDiff.xml") is [var buttons]) place.ReplaceWith(buttons.Root);
    }

    /// <summary>All formula columns of a table share one file, which lies at the root of the zip.</summary>
    private static void TakeFormulas(Package package, SourceFile table, string folder)
    {
        foreach (var name in table.Root.Descendants("FormulaDefinitionFileName").Select(name => name.Value.TrimStart('/')).Distinct())
            if (package.Source.Has(folder + name)) package.PutFile(folder + name, name);
            else package.Find($"{folder}{name} is missing, though a column of the table has its formula there.");
    }

    /// <summary>The packer goes by the content; a copied file with the old id inside would hide one component behind another.</summary>
    private static void CheckId(Package package, SourceFile file, XElement? id)
    {
        if (id?.Value != file.Stem) package.Find($"{file.Path} holds the id {id?.Value}; file name and id must be the same.");
    }

    [GeneratedRegex("^Entities/[^/]+/Entity[.]xml$")]
    private static partial Regex TableFile();

    [GeneratedRegex("/FormXml/(?<kind>main|quick|quickCreate|card)/[^/]+[.]xml$")]
    private static partial Regex FormFile();

    [GeneratedRegex("/[^/]+[.]xml$")]
    private static partial Regex IdFile();
}
