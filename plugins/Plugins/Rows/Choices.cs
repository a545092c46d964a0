using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins.Rows;

/// <summary>Choice values as domain enums and back. Both are numbered alike, apart from the publisher's prefix.</summary>
internal static class Choices
{
    /// <summary>The publisher's option value prefix, times ten thousand.</summary>
    public const int First = 289450000;

    /// <summary>The domain value of the option that a choice column holds, or null when it is empty.</summary>
    public static T? OptionOf<T>(this Entity row, string column) where T : struct, Enum =>
        row.GetAttributeValue<OptionSetValue>(column).To<T>();

    /// <summary>The domain value of an option.</summary>
    public static T? To<T>(this OptionSetValue? option) where T : struct, Enum =>
        option is null ? null : (T)Enum.ToObject(typeof(T), option.Value - First);

    /// <summary>The option that stores a domain value.</summary>
    public static OptionSetValue ToOption<T>(this T value) where T : struct, Enum =>
        new(First + Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture));
}
