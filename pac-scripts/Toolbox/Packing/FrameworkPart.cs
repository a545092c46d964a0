using System.Text.RegularExpressions;

namespace BuyerPath.Toolbox.Packing;

/// <summary>
/// Components of the solution component framework: their files go into the zip as they are, and the manifest does not
/// list them.
/// </summary>
/// <param name="Kind">What to call it when counting.</param>
/// <param name="Files">Which paths hold one. The group <c>name</c> is the folder that bears its name.</param>
/// <param name="NameAttribute">The attribute that must say the same.</param>
internal sealed partial record FrameworkPart(string Kind, Regex Files, string NameAttribute) : IPart
{
    /// <summary>All kinds of this sort.</summary>
    public static IReadOnlyList<IPart> All { get; } =
    [
        new FrameworkPart("Custom API", CustomApis(), "uniquename"),
        new FrameworkPart("Custom API parameter", Parameters(), "uniquename"),
        new FrameworkPart("Custom API property", Properties(), "uniquename"),
        new FrameworkPart("environment variable", EnvironmentVariables(), "schemaname"),
    ];

    /// <inheritdoc />
    public void PackInto(Package package)
    {
        foreach (var path in package.Source.Paths.Where(path => Files.IsMatch(path)))
        {
            package.Count(Kind);
            package.PutFile(path);

            var name = (string?)package.Source.Xml(path).Attribute(NameAttribute);
            if (name != Files.Match(path).Groups["name"].Value)
                package.Find($"{path}: its {NameAttribute} is {name}, but the folder says otherwise.");
        }
    }

    [GeneratedRegex("^customapis/(?<name>[^/]+)/customapi[.]xml$")]
    private static partial Regex CustomApis();

    [GeneratedRegex("^customapis/[^/]+/customapirequestparameters/(?<name>[^/]+)/customapirequestparameter[.]xml$")]
    private static partial Regex Parameters();

    [GeneratedRegex("^customapis/[^/]+/customapiresponseproperties/(?<name>[^/]+)/customapiresponseproperty[.]xml$")]
    private static partial Regex Properties();

    [GeneratedRegex("^environmentvariabledefinitions/(?<name>[^/]+)/environmentvariabledefinition[.]xml$")]
    private static partial Regex EnvironmentVariables();
}
