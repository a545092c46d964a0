namespace BuyerPath.Domain;

/// <summary>What a text that an administrator wrote means, or every reason why it means nothing.</summary>
/// <typeparam name="T">What it is read as.</typeparam>
public sealed class Parsed<T> where T : class
{
    private readonly T? _value;

    internal Parsed(T? value, IReadOnlyList<FormattableString> faults)
    {
        _value = value;
        Decision = Decision.From(faults);
    }

    /// <summary>Whether it can be used, with the reasons against.</summary>
    public Decision Decision { get; }

    /// <summary>What it means.</summary>
    /// <exception cref="FormatException">It means nothing; the message has every reason.</exception>
    public T Value => Decision.IsAllowed ? _value! : throw new FormatException(string.Join(" ", Decision.Reasons));
}
