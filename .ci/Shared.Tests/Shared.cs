namespace BuyerPath.Shared.Tests;

/// <summary>The folder of material outside the repository.</summary>
internal static class Shared
{
    private const string Variable = "BUYERPATH_SHARED";

    public static string PathOf(string fromRoot) =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } root
            ? Path.Combine(root, fromRoot)
            : throw new InvalidOperationException($"Set {Variable} to the folder of shared material.");
}
