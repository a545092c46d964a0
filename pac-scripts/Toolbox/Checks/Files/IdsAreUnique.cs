using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Files;

/// <summary>No two components, and no two parts of forms, share an id.</summary>
internal sealed class IdsAreUnique : ICheck
{
    public IEnumerable<string> Findings(SolutionSource source) =>
        from component in ComponentIds.In(source)
        group component.Path by component.Id into uses
        where uses.Count() > 1
        select $"{uses.First()}: the id {uses.Key} is used {uses.Count()} times, also in {uses.Last()}.";
}
