using System.ServiceModel;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox;

/// <summary>The error codes of Dataverse that the sandbox answers with.</summary>
public static class ErrorCode
{
    /// <summary>A plugin refused with InvalidPluginExecutionException.</summary>
    public const int PluginRefused = unchecked((int)0x80040265);

    /// <summary>A plugin failed with any other exception.</summary>
    public const int PluginFailed = unchecked((int)0x80040224);

    /// <summary>An argument is missing or of the wrong type.</summary>
    public const int InvalidArgument = unchecked((int)0x80040203);

    /// <summary>The message is not for rows of that table.</summary>
    public const int NotSupportedByTable = unchecked((int)0x80040800);

    /// <summary>No role of the user or team has the privilege.</summary>
    public const int PrivilegeMissing = unchecked((int)0x80040220);

    /// <summary>The privilege is there, but does not reach that row.</summary>
    public const int AccessDenied = unchecked((int)0x80048306);

    /// <summary>The user has no role at all, neither an own one nor one of a team.</summary>
    public const int NoRoles = unchecked((int)0x80042F09);

    /// <summary>The user is disabled.</summary>
    public const int UserDisabled = unchecked((int)0x80040225);

    /// <summary>There is no row with that id.</summary>
    public const int RowNotFound = unchecked((int)0x80040217);

    /// <summary>There is no row with that alternate key.</summary>
    public const int RowNotFoundByKey = unchecked((int)0x80060891);

    /// <summary>There is a row with that id already.</summary>
    public const int DuplicateId = unchecked((int)0x80040237);

    /// <summary>Another row has the same values in the columns of an alternate key.</summary>
    public const int DuplicateKey = unchecked((int)0x80060892);

    /// <summary>A delete is restricted by rows that point at the row.</summary>
    public const int DeleteRestricted = unchecked((int)0x80040227);

    /// <summary>The status does not belong to the state.</summary>
    public const int StatusNotOfState = unchecked((int)0x80048408);

    /// <summary>An opportunity can be won or lost only by its own messages.</summary>
    public const int CloseByMessageOnly = unchecked((int)0x80100005);

    /// <summary>The opportunity is closed already.</summary>
    public const int AlreadyClosed = unchecked((int)0x80040515);

    /// <summary>There is no such table.</summary>
    public const int UnknownTable = unchecked((int)0x80041102);

    /// <summary>There is no such column.</summary>
    public const int UnknownColumn = unchecked((int)0x80041103);

    /// <summary>A text is too long.</summary>
    public const int TextTooLong = unchecked((int)0x80044331);

    /// <summary>A decimal number or an amount is out of its range.</summary>
    public const int NumberOutOfRange = unchecked((int)0x80044330);

    /// <summary>A whole number or an option is out of its range.</summary>
    public const int WholeNumberOutOfRange = unchecked((int)0x8004432F);

    /// <summary>The row was changed since that version of it was read.</summary>
    public const int VersionMismatch = unchecked((int)0x80060882);

    /// <summary>A check of the row version was asked for, but no version was given.</summary>
    public const int VersionMissing = unchecked((int)0x80060883);

    /// <summary>Plugins called each other more than eight levels deep.</summary>
    public const int TooDeep = unchecked((int)0x80044182);

    /// <summary>A plugin caught the fault of a request in its transaction and went on.</summary>
    public const int FaultSwallowed = unchecked((int)0x8009000C);

    /// <summary>A plugin used its transaction after a request in it had failed.</summary>
    public const int NoActiveTransaction = unchecked((int)0x80040251);
}

/// <summary>Makes the faults that an organization service throws.</summary>
public static class Fault
{
    /// <summary>A fault with that code (one of <see cref="ErrorCode"/>) and a sentence for the caller.</summary>
    public static FaultException<OrganizationServiceFault> Of(int code, string message, OrganizationServiceFault? inner = null, string? traceText = null) =>
        new(new OrganizationServiceFault { ErrorCode = code, Message = message, InnerFault = inner, TraceText = traceText }, message);
}
