using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Messages;

/// <summary>Reads the parameters of a request: missing and wrong ones are faults, unknown ones refusals.</summary>
internal static class Parameters
{
    /// <summary>The parameter, which must be there.</summary>
    public static T Required<T>(this OrganizationRequest request, string name) =>
        request.Optional<T>(name) is { } value
            ? value
            : throw Fault.Of(ErrorCode.InvalidArgument, $"{request.RequestName} needs the parameter '{name}' of type {typeof(T).Name}.");

    /// <summary>The parameter, or null when it is absent.</summary>
    public static T? Optional<T>(this OrganizationRequest request, string name) =>
        request.Parameters.TryGetValue(name, out var value) switch
        {
            true when value is T typed => typed,
            true when value is not null => throw Fault.Of(ErrorCode.InvalidArgument,
                $"The parameter '{name}' of {request.RequestName} must be of type {typeof(T).Name}, not {value.GetType().Name}."),
            _ => default,
        };

    /// <summary>Refuses parameters that the message does not know; a parameter that is ignored is a wrong answer.</summary>
    public static void Only(this OrganizationRequest request, params string[] names)
    {
        if (request.Parameters.Keys.FirstOrDefault(name => !names.Contains(name)) is { } unknown)
            throw Unsupported.Feature($"the parameter '{unknown}'", request.RequestName);
    }
}
