using System.ServiceModel;
using System.Text.Json;
using BuyerPath.Sandbox.Host.WebApi.Bodies;
using Microsoft.OData;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Host.WebApi;

/// <summary>Turns what was thrown into the error that the Web API answers with.</summary>
internal static class Errors
{
    /// <summary>The code of everything that the sandbox does not support.</summary>
    public const string UnsupportedCode = "0x80040315";

    /// <summary>The refusal that an exception means; null for one that nobody foresaw, which stays an exception.</summary>
    public static Refusal? Of(Exception exception) => exception switch
    {
        Refusal refusal => refusal,
        FaultException<OrganizationServiceFault> { Detail: var fault } => new Refusal(StatusOf(fault.ErrorCode), $"0x{fault.ErrorCode:x8}", fault.Message),
        NotSupportedException unsupported => new Refusal(StatusCodes.Status501NotImplemented, UnsupportedCode, unsupported.Message),
        ODataException address => Refusal.Address(address.Message),
        JsonException json => Refusal.Payload($"The body is not JSON that can be read: {json.Message}"),
        BadHttpRequestException request => new Refusal(request.StatusCode, "0x80048d19", request.Message),
        _ => null,
    };

    private static int StatusOf(int code) => code switch
    {
        ErrorCode.RowNotFound or ErrorCode.RowNotFoundByKey => StatusCodes.Status404NotFound,
        ErrorCode.VersionMismatch or ErrorCode.DuplicateId or ErrorCode.DuplicateKey => StatusCodes.Status412PreconditionFailed,
        ErrorCode.PrivilegeMissing or ErrorCode.AccessDenied or ErrorCode.NoRoles or ErrorCode.UserDisabled => StatusCodes.Status403Forbidden,
        ErrorCode.DeleteRestricted => StatusCodes.Status405MethodNotAllowed,
        _ => StatusCodes.Status400BadRequest,
    };

    /// <summary>Writes <c>{"error":{"code":"0x…","message":"…"}}</c>.</summary>
    public static async Task WriteAsync(HttpResponse response, Refusal refusal)
    {
        response.StatusCode = refusal.Status;
        response.ContentType = JsonBody.ContentType;
        await response.WriteAsync(JsonSerializer.Serialize(new { error = new { code = refusal.Code, message = refusal.Message } }, JsonBody.Readable));
    }
}
