using System.Xml.Linq;
using BuyerPath.Sandbox.Model;

namespace BuyerPath.Sandbox.Loading;

/// <summary>Reads forms and views, and checks that what they show exists.</summary>
internal static class FormReader
{
    public static IEnumerable<Form> Forms(XElement entity)
    {
        var table = entity.Required("Name", "An entity of customizations.xml").ToLowerInvariant();
        foreach (var kind in entity.Element("FormXml")?.Elements("forms") ?? [])
        {
            foreach (var form in kind.Elements("systemform"))
            {
                var id = Xml.Id(form.Required("formid", $"A form of '{table}'"), $"A form id of '{table}'");
                var where = $"Form {id:B} of '{table}'";
                yield return new Form(
                    id, table, kind.RequiredAttribute("type", where), form.Labels("LocalizedNames", where),
                    form.Element("form") ?? throw new InvalidDataException($"{where} has no <form>."));
            }
        }
    }

    public static IEnumerable<View> Views(XElement entity)
    {
        var table = entity.Required("Name", "An entity of customizations.xml").ToLowerInvariant();
        foreach (var view in entity.Element("SavedQueries")?.Elements("savedqueries").Elements("savedquery") ?? [])
        {
            var id = Xml.Id(view.Required("savedqueryid", $"A view of '{table}'"), $"A view id of '{table}'");
            var where = $"View {id:B} of '{table}'";
            yield return new View(
                id, table, view.Labels("LocalizedNames", where),
                view.WholeNumber("querytype", where) ?? throw new InvalidDataException($"{where} has no <querytype>."),
                view.Flag("isdefault", where),
                view.Element("layoutxml")?.Element("grid"),
                view.Element("fetchxml")?.Element("fetch") ?? throw new InvalidDataException($"{where} has no <fetchxml><fetch>."));
        }
    }

    /// <summary>Every bound control of the form names a column of its table, every code component is in the solution.</summary>
    public static void Check(Form form, Table table, IReadOnlySet<string> codeComponents)
    {
        var where = $"The form '{form.Name.In(1033)}' ({form.Id:B})";
        foreach (var control in form.Xml.Descendants("control"))
        {
            if (control.Attribute("datafieldname")?.Value is { Length: > 0 } column && table.Find(column) is null)
                throw new InvalidDataException($"{where} shows the column '{column}', which '{table.LogicalName}' does not have.");
        }
        foreach (var component in form.Xml.Descendants("customControl").Select(control => control.Attribute("name")?.Value).OfType<string>())
        {
            if (!codeComponents.Contains(component))
                throw new InvalidDataException($"{where} uses the code component '{component}', which the solution does not have.");
        }
    }

    /// <summary>Every column of the layout and of the query exists.</summary>
    public static void Check(View view, SolutionModel model)
    {
        var where = $"The view '{view.Name.In(1033)}' ({view.Id:B})";
        CheckQuery(view.Fetch, where, model);
        var aliases = view.Fetch.Descendants("link-entity").Attributes("alias").Select(alias => alias.Value).ToHashSet();
        foreach (var cell in view.Layout?.Descendants("cell").Select(cell => cell.RequiredAttribute("name", where)) ?? [])
        {
            var isLinked = cell.IndexOf('.') is > 0 and var dot && aliases.Contains(cell[..dot]);
            if (!isLinked && model.Tables[view.Table].Find(cell) is null)
                throw new InvalidDataException($"{where} shows the column '{cell}', which '{view.Table}' does not have.");
        }
    }

    /// <summary>Every table and column that the query reads exists.</summary>
    public static void CheckQuery(XElement fetch, string where, SolutionModel model)
    {
        foreach (var node in fetch.Descendants().Where(element => element.Name.LocalName is "entity" or "link-entity"))
        {
            var name = node.RequiredAttribute("name", where);
            if (!model.Tables.TryGetValue(name, out var table))
                throw new InvalidDataException($"{where} reads the table '{name}', which does not exist.");
            foreach (var attribute in node.Elements("attribute").Select(attribute => attribute.RequiredAttribute("name", where)))
            {
                if (table.Find(attribute) is null)
                    throw new InvalidDataException($"{where} reads the column '{attribute}', which '{name}' does not have.");
            }
        }
    }
}
