namespace BuyerPath.Sandbox.Tests.Support;

/// <summary>Says which supported items a test, or the tests of a class, are about.</summary>
/// <param name="family">One of the families in <see cref="Supported"/>.</param>
/// <param name="items">The items; none for a test that has every item of the family as a case.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class CoversAttribute(string family, params string[] items) : Attribute
{
    public string Family { get; } = family;

    public IReadOnlyList<string> Items { get; } = items;
}
