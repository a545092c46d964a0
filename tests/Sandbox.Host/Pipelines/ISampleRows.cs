using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Host.Pipelines;

/// <summary>Where the rows of a sample pipeline go.</summary>
internal interface ISampleRows
{
    /// <summary>The ids of all content by their keys.</summary>
    IReadOnlyDictionary<string, Guid> Contents { get; }

    /// <summary>The active version of a buying process.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    EntityReference Process(string key);

    /// <summary>The ids of a process's questions by their keys.</summary>
    IReadOnlyDictionary<string, Guid> Questions(EntityReference process);

    /// <summary>The user of that full name, or who stands in for them.</summary>
    EntityReference Seller(string fullName, string? title = null);

    /// <summary>The account of that name, which is made if there is none.</summary>
    EntityReference Customer(string name, EntityReference owner, string? city = null);

    /// <summary>The person of that full name, who is made at that account if there is none.</summary>
    EntityReference Person(string fullName, string title, EntityReference account, EntityReference owner);

    /// <summary>A new opportunity.</summary>
    Guid Opportunity(NewOpportunity opportunity, DateTimeOffset at);

    /// <summary>Records answers.</summary>
    void Answer(Guid opportunityId, EntityReference seller, IEnumerable<Entity> answers, DateTimeOffset at);

    /// <summary>A new row.</summary>
    EntityReference Add(Entity row, EntityReference seller, DateTimeOffset at);

    /// <summary>A change to a row.</summary>
    void Change(Entity row, EntityReference seller, DateTimeOffset at);

    /// <summary>Wins or loses an opportunity.</summary>
    void Close(Guid opportunityId, DealStatus status, decimal? value, DateTimeOffset at, int? statusReason = null);
}
