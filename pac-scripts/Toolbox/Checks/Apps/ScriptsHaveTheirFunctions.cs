using System.Xml.Linq;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Apps;

/// <summary>
/// What a form calls exists: the library is listed on the form and its script defines the function (the solution
/// checker's <c>meta-remove-invalid-form-handler</c> and <c>meta-remove-orphaned-form-element</c>).
/// </summary>
internal sealed class ScriptsHaveTheirFunctions : ICheck
{
    public IEnumerable<string> Findings(SolutionSource source) =>
        from file in source.Files("Entities/")
        where file.Path.Contains("/FormXml/", StringComparison.Ordinal)
        from handler in file.Root.Descendants("Handler")
        let problem = Problem(source, file.Root, handler)
        where problem is not null
        select $"{file.Path}: the event {handler.Parent?.Parent?.Attribute("name")?.Value} {problem}.";

    private static string? Problem(SolutionSource source, XElement form, XElement handler)
    {
        var library = handler.Attribute("libraryName")?.Value ?? "";
        return form.Descendants("Library").All(listed => listed.Attribute("name")?.Value != library)
            ? $"calls {library}, a library that the form does not list"
            : Scripts.Obstacle(source, library, handler.Attribute("functionName")?.Value ?? "");
    }
}
