namespace BuyerPath.Sandbox;

/// <summary>
/// The one way of refusing what the sandbox does not do. A refusal is never lost: a request in which one happened
/// ends with it, even if a plugin caught it (see <see cref="Organization"/>).
/// </summary>
public sealed class UnsupportedException(string feature, string where)
    : NotSupportedException($"The sandbox does not support {feature} ({where}).")
{
    /// <summary>What was asked for, as a noun.</summary>
    public string Feature { get; } = feature;

    /// <summary>Where it was asked for.</summary>
    public string Where { get; } = where;
}

/// <summary>Makes refusals; used by throw expressions, so that the compiler sees the path end.</summary>
public static class Unsupported
{
    /// <summary>A refusal of <paramref name="feature"/>, met in <paramref name="where"/>.</summary>
    public static UnsupportedException Feature(string feature, string where) => new(feature, where);
}
