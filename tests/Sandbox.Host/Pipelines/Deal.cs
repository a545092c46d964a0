namespace BuyerPath.Sandbox.Host.Pipelines;

/// <summary>An opportunity as another system exported it.</summary>
/// <param name="Line">The line of the file on which its row begins, from 1.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Account">The customer's name.</param>
/// <param name="Value">In euro, the only currency of the sandbox.</param>
/// <param name="Owner">The seller's full name.</param>
/// <param name="Status">How it ended, or that it has not.</param>
/// <param name="CreatedOn">UTC.</param>
/// <param name="EstimatedCloseOn">When a decision is expected.</param>
/// <param name="ActualCloseOn">When it ended.</param>
/// <param name="Description">Anything else.</param>
public sealed record Deal(
    int Line,
    string Name,
    string? Account,
    decimal? Value,
    string? Owner,
    DealStatus Status,
    DateTime? CreatedOn,
    DateTime? EstimatedCloseOn,
    DateTime? ActualCloseOn,
    string? Description);

/// <summary>How a deal ended, or that it has not.</summary>
public enum DealStatus
{
    /// <summary>Not ended.</summary>
    Open,

    /// <summary>The customer chose us.</summary>
    Won,

    /// <summary>The customer did not.</summary>
    Lost,
}

/// <summary>A row, or a part of one, that was not loaded.</summary>
/// <param name="Line">The line of the file on which the row begins, from 1.</param>
/// <param name="Field">The field of the opportunity, or of the file, that is wrong.</param>
/// <param name="Reason">What is wrong with it.</param>
public sealed record Rejection(int Line, string Field, string Reason);
