using BuyerPath.Sandbox.Host.WebApi.Addresses;

namespace BuyerPath.Sandbox.Host.WebApi;

/// <summary>An answer of the Web API that is an error: HTTP status, code as Dataverse gives it, and a sentence for the caller.</summary>
public sealed class Refusal(int status, string code, string message) : Exception(message)
{
    /// <summary>HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>Code, as <c>0x80060888</c>.</summary>
    public string Code { get; } = code;

    /// <summary>The address or a query option is wrong.</summary>
    public static Refusal Address(string message) => new(StatusCodes.Status400BadRequest, "0x80060888", message);

    /// <summary>The address names nothing.</summary>
    public static Refusal NotFound(string message) => new(StatusCodes.Status404NotFound, "0x8006088a", message);

    /// <summary>The body is wrong.</summary>
    public static Refusal Payload(string message) => new(StatusCodes.Status400BadRequest, "0x80048d19", message);

    /// <summary>The address exists, the method does not fit it.</summary>
    public static Refusal Method(string method, string what) =>
        new(StatusCodes.Status405MethodNotAllowed, "0x8006088b", $"{method} is not allowed on {what}.");
}
