namespace BuyerPath.Toolbox.Admin;

/// <summary>Something in an environment, or on the way to it, is not as it must be.</summary>
/// <param name="what">What was found, as a sentence.</param>
/// <param name="remedy">What the administrator can do about it, as a sentence.</param>
public sealed class AdminException(string what, string remedy) : Exception($"{what}{Environment.NewLine}What to do: {remedy}");
