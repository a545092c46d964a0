using System.Globalization;
using System.Text.Json;
using BuyerPath.Sandbox.Model;
using Microsoft.OData.Edm;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Host.WebApi.Bodies;

/// <summary>Parameters of operations that are single values or texts, from a body or from an address.</summary>
internal static class PlainParameters
{
    /// <summary>A value of a body.</summary>
    /// <exception cref="Refusal">It has another type; the sentence names the parameter.</exception>
    public static object FromJson(ApiParameter parameter, JsonElement json)
    {
        object? value = (parameter.Type, json.ValueKind) switch
        {
            (ParameterType.Boolean, JsonValueKind.True or JsonValueKind.False) => json.GetBoolean(),
            (ParameterType.DateTime, JsonValueKind.String) when json.TryGetDateTimeOffset(out var time) => time.UtcDateTime,
            (ParameterType.Decimal, JsonValueKind.Number) when json.TryGetDecimal(out var number) => number,
            (ParameterType.Float, JsonValueKind.Number) when json.TryGetDouble(out var number) => number,
            (ParameterType.Integer, JsonValueKind.Number) when json.TryGetInt32(out var number) => number,
            (ParameterType.Money, JsonValueKind.Number) when json.TryGetDecimal(out var number) => new Money(number),
            (ParameterType.Picklist, JsonValueKind.Number) when json.TryGetInt32(out var option) => new OptionSetValue(option),
            (ParameterType.String, JsonValueKind.String) => json.GetString(),
            (ParameterType.StringArray, JsonValueKind.Array) when json.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) =>
                json.EnumerateArray().Select(item => item.GetString()!).ToArray(),
            (ParameterType.Guid, JsonValueKind.String) when json.TryGetGuid(out var id) => id,
            _ => null,
        };
        return value ?? throw Refusal.Payload($"The parameter '{parameter.Name}' must be of type {parameter.Type}.");
    }

    /// <summary>A constant of an address, which Microsoft's parser has made fit the declared type.</summary>
    public static object FromAddress(ApiParameter parameter, object constant) => (parameter.Type, constant) switch
    {
        (ParameterType.DateTime, DateTimeOffset time) => time.UtcDateTime,
        (ParameterType.Money, _) => new Money(Convert.ToDecimal(constant, CultureInfo.InvariantCulture)),
        (ParameterType.Picklist, int option) => new OptionSetValue(option),
        (ParameterType.Boolean, bool) or (ParameterType.Decimal, decimal) or (ParameterType.Float, double) or (ParameterType.Integer, int)
            or (ParameterType.String, string) or (ParameterType.Guid, Guid) => constant,
        _ => throw Unsupported.Feature($"the parameter '{parameter.Name}' of type {parameter.Type} in an address", "Web API function"),
    };
}
