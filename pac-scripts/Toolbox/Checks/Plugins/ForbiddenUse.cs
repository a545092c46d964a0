using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Plugins;

/// <summary>A rule of the solution checker that forbids plugins to use something.</summary>
/// <param name="reason">Why, as the end of a sentence.</param>
/// <param name="isForbidden">Whether a plugin must not use the type or member of that name.</param>
internal abstract class ForbiddenUse(string reason, Func<string, bool> isForbidden) : ICheck
{
    public IEnumerable<string> Findings(SolutionSource source) =>
        from dll in PluginDll.In(source)
        from use in dll.Uses.Where(isForbidden).Order(StringComparer.Ordinal)
        select $"{dll.Path}: uses {use}; {reason}.";
}
