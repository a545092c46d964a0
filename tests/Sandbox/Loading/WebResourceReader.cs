using System.Xml.Linq;
using BuyerPath.Sandbox.Model;

namespace BuyerPath.Sandbox.Loading;

/// <summary>Reads web resources, and the buttons of command bars that call scripts in them.</summary>
internal static class WebResourceReader
{
    private const string Reference = "$webresource:";
    private const string LabelReference = "$LocLabels:";

    public static WebResource Read(XElement resource, Zip zip)
    {
        var name = resource.Required("Name", "A web resource");
        var where = $"Web resource '{name}'";
        var path = resource.Required("FileName", where);
        var content = zip.Find(path) ?? throw new InvalidDataException($"{where}: the zip has no '{path}'.");
        var type = (WebResourceType)(resource.WholeNumber("WebResourceType", where) ?? throw new InvalidDataException($"{where} has no <WebResourceType>."));
        if (!Enum.IsDefined(type)) throw Unsupported.Feature($"web resources of type {(int)type}", where);

        return new WebResource(Xml.Id(resource.Required("WebResourceId", where), $"{where}: <WebResourceId>"), name, type, content);
    }

    public static IEnumerable<CommandButton> Buttons(XElement entity)
    {
        var table = entity.Required("Name", "An entity of customizations.xml").ToLowerInvariant();
        var ribbon = entity.Element("RibbonDiffXml");
        return ribbon?.Element("CustomActions")?.Elements("CustomAction").Select(action => Button(action, table, ribbon)) ?? [];
    }

    /// <summary>The scripts that the button calls are in the solution.</summary>
    public static void Check(CommandButton button, SolutionModel model)
    {
        foreach (var call in button.ShowsWhen.Append(button.Click))
        {
            if (!model.WebResources.TryGetValue(call.WebResource, out var script) || script.Type != WebResourceType.Script)
                throw new InvalidDataException($"The button '{button.Id}' calls the script '{call.WebResource}', which the solution does not have.");
        }
    }

    private static CommandButton Button(XElement action, string table, XElement ribbon)
    {
        var where = $"The command bar of '{table}'";
        var button = action.Element("CommandUIDefinition")?.Element("Button")
            ?? throw Unsupported.Feature($"the custom action '{action.Attribute("Id")?.Value}', which is no button", where);
        var id = button.RequiredAttribute("Id", where);
        where = $"The button '{id}'";

        var command = Named(ribbon, "CommandDefinitions", "CommandDefinition", button.RequiredAttribute("Command", where), where);
        var click = command.Element("Actions")?.Elements().ToList() is [{ Name.LocalName: "JavaScriptFunction" } function]
            ? function
            : throw Unsupported.Feature("commands that do anything but call one script", where);
        if (command.Element("DisplayRules") is { HasElements: true }) throw Unsupported.Feature("display rules", where);

        return new CommandButton
        {
            Id = id,
            Table = table,
            Location = action.RequiredAttribute("Location", where),
            Sequence = Xml.WholeNumber(action.RequiredAttribute("Sequence", where), $"{where}: Sequence"),
            Text = Text(button.RequiredAttribute("LabelText", where), ribbon, where),
            ToolTip = Text(button.RequiredAttribute("ToolTipDescription", where), ribbon, where),
            Click = Call(click, where),
            ShowsWhen = [.. command.Element("EnableRules")?.Elements("EnableRule")
                .SelectMany(rule => Questions(rule.RequiredAttribute("Id", where), ribbon, where)) ?? []],
        };
    }

    private static IEnumerable<ScriptCall> Questions(string rule, XElement ribbon, string where) =>
        Named(ribbon.Element("RuleDefinitions"), "EnableRules", "EnableRule", rule, where).Elements().Select(question =>
            question.Name.LocalName == "CustomRule"
                ? Call(question, where)
                : throw Unsupported.Feature($"the rule <{question.Name.LocalName}>", where));

    private static ScriptCall Call(XElement function, string where)
    {
        var library = function.RequiredAttribute("Library", where);
        if (!library.StartsWith(Reference, StringComparison.Ordinal)) throw Unsupported.Feature($"the library '{library}'", where);

        return new ScriptCall(library[Reference.Length..], function.RequiredAttribute("FunctionName", where),
            [.. function.Elements().Select(argument => argument.Name.LocalName == "CrmParameter"
                ? argument.RequiredAttribute("Value", where)
                : throw Unsupported.Feature($"the argument <{argument.Name.LocalName}>", where))]);
    }

    private static Labels Text(string text, XElement ribbon, string where)
    {
        if (!text.StartsWith(LabelReference, StringComparison.Ordinal)) throw Unsupported.Feature($"the text '{text}', which is in one language only", where);
        return Named(ribbon, "LocLabels", "LocLabel", text[LabelReference.Length..], where).Labels("Titles", where);
    }

    private static XElement Named(XElement? ribbon, string list, string kind, string id, string where) =>
        ribbon?.Element(list)?.Elements(kind).FirstOrDefault(element => element.Attribute("Id")?.Value == id)
        ?? throw new InvalidDataException($"{where} names the {kind} '{id}', which the command bar does not define.");
}
