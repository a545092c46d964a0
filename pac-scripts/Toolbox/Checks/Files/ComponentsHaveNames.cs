using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Files;

/// <summary>What people choose by its name has one, and a description where the name is not enough.</summary>
internal sealed class ComponentsHaveNames : ICheck
{
    private static readonly string[] NameAndDescription = ["LocalizedNames", "Descriptions"];

    /// <summary>What such an element must contain.</summary>
    private static readonly IReadOnlyDictionary<string, string[]> Needed = new Dictionary<string, string[]>
    {
        ["savedquery"] = ["LocalizedNames"],
        ["systemform"] = NameAndDescription,
        ["visualization"] = NameAndDescription,
        ["Dashboard"] = ["LocalizedNames"],
        ["AppModule"] = NameAndDescription,
        ["AppModuleSiteMap"] = ["LocalizedNames"],
        ["environmentvariabledefinition"] = ["displayname", "description"],
        ["customapi"] = ["displayname", "description"],
        ["customapirequestparameter"] = ["displayname", "description"],
        ["customapiresponseproperty"] = ["displayname", "description"],
    };

    public IEnumerable<string> Findings(SolutionSource source) =>
        from file in source.Files(under: "")
        from element in file.Root.DescendantsAndSelf().Take(2) // forms and views lie one below the root
        from name in Needed.GetValueOrDefault(element.Name.LocalName, [])
        where element.Element(name) is not { HasElements: true }
        select $"{file.Path}: <{element.Name}> has no <{name}>.";
}
