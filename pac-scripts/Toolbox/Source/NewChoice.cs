using System.Xml.Linq;

namespace BuyerPath.Toolbox.Source;

/// <summary>A global choice to be added. Option <c>n</c> gets the value <c>n</c> of the publisher's range; its meaning never changes afterwards.</summary>
/// <param name="Name">Name in lower case, as <c>buy_verdict</c>.</param>
/// <param name="Label">What people see.</param>
/// <param name="Description">What is chosen by it.</param>
/// <param name="Options">The options from value 0 on.</param>
public sealed record NewChoice(string Name, Wording Label, Wording Description, IReadOnlyList<Wording> Options)
{
    /// <summary>Writes the choice and lists it.</summary>
    /// <exception cref="SourceException">The name is taken or not ours, or there are no options.</exception>
    public void AddTo(SolutionSource source)
    {
        Names.RequireOurs(source, Name);
        if (Name != Name.ToLowerInvariant()) throw new SourceException($"The choice {Name} must be in lower case: {Name.ToLowerInvariant()}.");
        if (Options.Count == 0) throw new SourceException($"The choice {Name} needs at least one option.");

        source.Add($"OptionSets/{Name}.xml", ToXml(source.Manifest.Version, source.Manifest.FirstOptionValue));
        source.Manifest.AddNamed(type: 9, Name);
    }

    private XElement ToXml(string introducedVersion, int firstValue)
    {
        var root = SourceXml.Root("optionset", new XAttribute("Name", Name), new XAttribute("localizedName", Label.English));
        root.Add(
            new XElement("OptionSetType", "picklist"),
            new XElement("IsGlobal", 1),
            new XElement("IntroducedVersion", introducedVersion),
            new XElement("IsCustomizable", 1),
            new XElement("ExternalTypeName", ""),
            Label.DisplayNames(),
            Description.Descriptions(),
            new XElement("options", Options.Select((label, number) => Option(firstValue + number, label))));
        return root;
    }

    internal static XElement Option(int value, Wording label) =>
        new("option", new XAttribute("value", value), new XAttribute("ExternalValue", ""), new XAttribute("IsHidden", 0), label.Labels());
}
