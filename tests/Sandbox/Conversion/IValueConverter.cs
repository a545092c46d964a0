using BuyerPath.Sandbox.Model;

namespace BuyerPath.Sandbox.Conversion;

/// <summary>From a stored value to what the organization service shows.</summary>
public interface IValueConverter
{
    /// <summary>The value as an SDK type (OptionSetValue, Money, EntityReference with its name ...); null stays null.</summary>
    object? ToSdk(Column column, object? plain);

    /// <summary>The value as text for people; null where the platform gives none.</summary>
    string? Format(Column column, object? plain);
}
