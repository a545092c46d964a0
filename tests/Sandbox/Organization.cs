using BuyerPath.Sandbox.Model;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox;

/// <summary>What varies between organizations: the clock and the ids, injected so that a test repeats exactly.</summary>
public sealed record OrganizationOptions
{
    /// <summary>Where "now" comes from.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Where new ids come from.</summary>
    public Func<Guid> NewId { get; init; } = Guid.NewGuid;
}

/// <summary>A Dataverse organization in this process, loaded from a packed solution.</summary>
public sealed partial class Organization
{
    /// <summary>What the solution and the stand-ins define.</summary>
    public SolutionModel Model { get; }

    /// <summary>The user that a service with a null caller acts as.</summary>
    public Guid SystemUserId { get; }

    /// <summary>An ordinary user, present from the start, whom tests and the page act as.</summary>
    public Guid DefaultUserId { get; }

    /// <summary>Loads a packed solution zip.</summary>
    /// <exception cref="InvalidDataException">The zip is not a solution, is damaged, or contradicts itself; the message names the part.</exception>
    /// <exception cref="NotSupportedException">The solution uses something that the sandbox does not know; the message names it.</exception>
    public static Organization Load(Stream solutionZip, OrganizationOptions? options = null) => throw new InvalidOperationException();

    /// <summary>The organization service as that user sees it. Every call on it is a request of its own, with its own transaction.</summary>
    public IOrganizationService ServiceFor(Guid userId) => throw new InvalidOperationException();

    /// <summary>Reads a Configuration Migration zip (data.xml, data_schema.xml) and upserts its rows by id. All or nothing.</summary>
    /// <returns>Rows per table.</returns>
    public IReadOnlyDictionary<string, int> Import(Stream configurationZip) => throw new InvalidOperationException();

    /// <summary>What happened: one entry per request, per service call of a plugin, and per step run.</summary>
    public Trace Trace { get; } = new();

    private Organization(SolutionModel model) => Model = model;
}
