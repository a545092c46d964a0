using System.Text.RegularExpressions;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Files;

/// <summary>Ids are made of names (UUID version 5), in lower case and braces; a random one would differ at every rebuild.</summary>
internal sealed partial class IdsAreStable : ICheck
{
    public IEnumerable<string> Findings(SolutionSource source) =>
        from component in ComponentIds.In(source)
        where !VersionFive().IsMatch(component.Id)
        select $"{component.Path}: the id {component.Id} is not one of StableId: version 5, lower case, in braces.";

    [GeneratedRegex(@"^\{[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\}$")]
    private static partial Regex VersionFive();
}
