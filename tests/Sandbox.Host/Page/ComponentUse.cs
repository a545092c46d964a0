using System.Xml.Linq;

namespace BuyerPath.Sandbox.Host.Page;

/// <summary>A code component in place of a cell of a form or of the grid of a view.</summary>
/// <param name="Name">Its name, with the prefix of its publisher.</param>
/// <param name="DataSets">The datasets of its manifest, each bound to the view; none in a cell.</param>
/// <param name="Bound">The columns that properties of its manifest are bound to.</param>
/// <param name="Constants">Properties with a fixed value.</param>
internal sealed record ComponentUse(
    string Name, IReadOnlyList<string> DataSets, IReadOnlyDictionary<string, string> Bound, IReadOnlyDictionary<string, string> Constants)
{
    // The form factor of a browser.
    private const string Web = "0";

    private const string DataSet = "data-set";

    /// <summary>What a control description puts in place for a browser; null when it leaves the usual control there.</summary>
    public static ComponentUse? Of(XElement description)
    {
        var use = description.Elements("customControl").FirstOrDefault(component => (string?)component.Attribute("formFactor") == Web && component.Attribute("name") is not null);
        if (use is null) return null;

        var given = use.Elements("parameters").Elements().ToLookup(parameter => parameter.Name.LocalName == DataSet);
        var properties = given[false].ToLookup(parameter => (bool?)parameter.Attribute("static") == true);
        return new ComponentUse(
            (string)use.Attribute("name")!,
            [.. given[true].Select(set => (string)set.Attribute("name")!)],
            properties[false].ToDictionary(parameter => parameter.Name.LocalName, parameter => parameter.Value.Trim()),
            properties[true].ToDictionary(parameter => parameter.Name.LocalName, parameter => parameter.Value));
    }
}
