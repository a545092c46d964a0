using System.Xml.Linq;
using BuyerPath.Sandbox.Model;

namespace BuyerPath.Sandbox.Loading;

/// <summary>Reads <c>optionset</c> elements: global choices and those inside columns.</summary>
internal static class ChoiceReader
{
    public static Choice Read(XElement set, bool isGlobal)
    {
        var name = set.RequiredAttribute("Name", "A choice");
        var where = $"Choice '{name}'";
        var options = set.Element("options")?.Elements("option").Select(option => ReadOption(option, where))
            ?? set.Element("states")?.Elements("state").Select(state => ReadOption(state, where) with
            {
                DefaultStatus = Xml.WholeNumber(state.RequiredAttribute("defaultstatus", where), $"{where}: defaultstatus"),
            })
            ?? set.Element("statuses")?.Elements("status").Select(status => ReadOption(status, where) with
            {
                State = Xml.WholeNumber(status.RequiredAttribute("state", where), $"{where}: state"),
            })
            ?? throw new InvalidDataException($"{where} has no options.");

        return new Choice(name, isGlobal, [.. options.Unique(option => option.Value, $"option of {where}").Values]);
    }

    private static Option ReadOption(XElement option, string where) =>
        new(Xml.WholeNumber(option.RequiredAttribute("value", where), $"{where}: option value"), option.Labels("labels", where));
}
