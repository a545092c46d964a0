using BuyerPath.Sandbox.Conversion;
using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Store;

namespace BuyerPath.Sandbox.Query;

/// <summary>Everything that an answer depends on besides the query: the model, the rows, who asks and when.</summary>
public sealed record QueryContext
{
    /// <summary>Tables and columns.</summary>
    public required SolutionModel Model { get; init; }

    /// <summary>The rows as they stand inside the current transaction.</summary>
    public required IRows Rows { get; init; }

    /// <summary>Turns stored values into the SDK's types and into text.</summary>
    public required IValueConverter Values { get; init; }

    /// <summary>The moment that "today" and "last 7 days" refer to, in UTC. Every user's time zone is UTC here.</summary>
    public required DateTime Now { get; init; }

    /// <summary>Who asks.</summary>
    public required Caller Caller { get; init; }

    /// <summary>Ends the query when who asks may read no row of a table in it; by default everybody may.</summary>
    public Action<Table> RequireReadable { get; init; } = _ => { };
}

/// <summary>The user whom operators such as EqualUserId refer to.</summary>
public sealed record Caller(Guid UserId, Guid BusinessUnitId, IReadOnlyCollection<Guid> TeamIds);
