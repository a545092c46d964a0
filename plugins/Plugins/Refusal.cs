using BuyerPath.Domain;

namespace BuyerPath.Plugins;

/// <summary>A rule speaks against what is asked for. <see cref="Plugin"/> tells the user the reasons in the user's language.</summary>
internal sealed class Refusal(Decision decision) : Exception(string.Join(" ", decision.Reasons))
{
    /// <summary>For one reason.</summary>
    public Refusal(FormattableString reason) : this(Decision.From([reason])) { }

    /// <summary>The reasons against.</summary>
    public Decision Decision { get; } = decision;
}
