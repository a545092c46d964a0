using System.Xml.Linq;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks;

/// <summary>The ids that stay with their component for ever, and those of the parts of forms, on which merging keys.</summary>
internal static class ComponentIds
{
    private static readonly HashSet<string> Elements =
        ["formid", "savedqueryid", "FormId", "WebResourceId", "SdkMessageProcessingStepImageId", "fieldsecurityprofileid"];

    private static readonly HashSet<string> PartsOfForms = ["tab", "section", "cell"];

    public static IEnumerable<(string Path, string Id)> In(SolutionSource source) =>
        from file in source.Files(under: "")
        where !file.Path.EndsWith("_managed.xml", StringComparison.Ordinal) // the same component again
            && !file.Path.StartsWith("AppModules/", StringComparison.Ordinal) // its WebResourceId points at a stock icon
        from element in file.Root.DescendantsAndSelf()
        let id = IdOf(element, file)
        where id is not null
        select (file.Path, id);

    private static string? IdOf(XElement element, SourceFile file)
    {
        var name = element.Name.LocalName;
        if (Elements.Contains(name)) return element.Value;
        if (name == "Role" && element == file.Root) return element.Attribute("id")?.Value;
        if (name == "control") return element.Attribute("uniqueid")?.Value;
        if (PartsOfForms.Contains(name)) return element.Attribute("id")?.Value;
        return element.Attribute("SdkMessageProcessingStepId")?.Value;
    }
}
