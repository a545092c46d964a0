using BuyerPath.Domain;
using BuyerPath.Domain.Sentences;
using BuyerPath.Plugins.Rows;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Extensions;

namespace BuyerPath.Plugins;

/// <summary>One row of a save: what was sent, and the row as it was where a step asked for it.</summary>
public sealed class ChangedRow(Entity target, Entity? before)
{
    /// <summary>What was sent. In PreOperation, what is set here is stored.</summary>
    public Entity Target { get; } = target;

    /// <summary>The row as it was, with the columns that the step registered; empty on create.</summary>
    public Entity Before { get; } = before ?? new Entity(target.LogicalName, target.Id);

    /// <summary>The column as it is once the save is done: what was sent, else what was there.</summary>
    public T? After<T>(string column) =>
        Target.Contains(column) ? Target.GetAttributeValue<T>(column) : Before.GetAttributeValue<T>(column);

    /// <summary>The save gives the column another value than it has. The step must have registered the column.</summary>
    public bool Changes(string column) =>
        Target.Contains(column) && !Equals(Target.GetAttributeValue<object>(column), Before.GetAttributeValue<object>(column));

    /// <summary>The lookup pointed somewhere, and the save empties it or points it elsewhere.</summary>
    public bool Moves(string lookup) =>
        Before.GetAttributeValue<EntityReference>(lookup) is { } before && After<EntityReference>(lookup)?.Id != before.Id;
}

/// <summary>One save, or one call of a Custom API, as a plugin sees it.</summary>
public sealed class Change
{
    private readonly IPluginExecutionContext4 _context;
    private readonly ITracingService _trace;
    private readonly IOrganizationServiceFactory _services;
    private readonly Lazy<IOrganizationService> _data;
    private readonly Lazy<IOrganizationService> _allData;
    private readonly Lazy<IReadOnlyList<ChangedRow>> _rows;

    internal Change(IServiceProvider serviceProvider)
    {
        _context = serviceProvider.Get<IPluginExecutionContext4>();
        _trace = serviceProvider.Get<ITracingService>();
        _services = serviceProvider.Get<IOrganizationServiceFactory>();
        _data = new Lazy<IOrganizationService>(() => _services.CreateOrganizationService(_context.UserId));
        _allData = new Lazy<IOrganizationService>(() => _services.CreateOrganizationService(null));
        _rows = new Lazy<IReadOnlyList<ChangedRow>>(ReadRows);
    }

    /// <summary>The data as the calling user may see and change it.</summary>
    public IOrganizationService Data => _data.Value;

    /// <summary>The data with system rights: to read what a rule needs, and to write derived columns and history.</summary>
    public IOrganizationService AllData => _allData.Value;

    /// <summary>
    /// When this operation began, UTC. The platform's time and not the clock of the machine, so that all steps of one
    /// save agree. Where the platform leaves it empty, which its documentation does not rule out, the present moment.
    /// </summary>
    public DateTime Now =>
        _context.OperationCreatedOn == default ? DateTime.UtcNow : _context.OperationCreatedOn.ToUniversalTime();

    /// <summary>The calling user.</summary>
    public Guid UserId => _context.UserId;

    /// <summary>The language that the person behind the call reads: one query, made only where somebody is told something.</summary>
    public Language Language => AllData.LanguageOf(_context.InitiatingUserId);

    /// <summary>The number that ties together everything one request caused; the administrator finds it in the trace log.</summary>
    public Guid CorrelationId => _context.CorrelationId;

    /// <summary>The message: CreateMultiple, UpdateMultiple, Delete, or the name of a Custom API.</summary>
    public string Message => _context.MessageName;

    /// <summary>Logical name of the table that is saved to.</summary>
    public string Table => _context.PrimaryEntityName;

    /// <summary>The rows being saved: one for a single save, many for a bulk save, one for a delete.</summary>
    public IReadOnlyList<ChangedRow> Rows => _rows.Value;

    /// <summary>A request parameter of a Custom API.</summary>
    /// <exception cref="Refusal">It is missing or of another type.</exception>
    public T Input<T>(string name) =>
        _context.InputParameters.TryGetValue(name, out T value)
            ? value
            : throw new Refusal($"{name} is missing in the call of {_context.MessageName}.");

    /// <summary>A request parameter of a Custom API that may be left out; then its default.</summary>
    public T? OptionalInput<T>(string name) => _context.InputParameters.TryGetValue(name, out T value) ? value : default;

    /// <summary>Sets a response property of a Custom API.</summary>
    public void Answer(string name, object value) => _context.OutputParameters[name] = value;

    /// <summary>True when this save happens because of such a message on such a table, at whatever distance.</summary>
    public bool IsPartOf(string message, string? table = null) =>
        Causes.Any(cause => cause.MessageName == message && (table is null || cause.PrimaryEntityName == table));

    /// <summary>Tells the steps of all saves that this step makes from here on what they are part of.</summary>
    public void Announce(string undertaking) => _context.SharedVariables[undertaking] = true;

    /// <summary>True when this save is part of an undertaking that a step announced, at whatever distance.</summary>
    public bool IsDuring(string undertaking) => Causes.Any(cause => cause.SharedVariables.Contains(undertaking));

    /// <summary>Refuses the whole save unless the rule allows every row. With several rows, a reason says which row it is about.</summary>
    /// <exception cref="Refusal">The reasons against.</exception>
    public void RequireEach(Func<ChangedRow, Decision> rule)
    {
        var rows = Rows;
        Require(Decision.From(
            from index in Enumerable.Range(0, rows.Count)
            from reason in rule(rows[index]).Sentences
            select rows.Count == 1 ? reason : (FormattableString)$"Row {index + 1} of {rows.Count}: {reason}"));
    }

    /// <summary>Refuses the save unless the decision allows it.</summary>
    /// <exception cref="Refusal">The reasons against.</exception>
    public static void Require(Decision decision)
    {
        if (!decision.IsAllowed) throw new Refusal(decision);
    }

    /// <summary>Writes to the trace log.</summary>
    public void Trace(string text) => _trace.Trace("{0}", text);

    /// <summary>What this save happens because of, the nearest first.</summary>
    private IEnumerable<IPluginExecutionContext> Causes
    {
        get
        {
            for (IPluginExecutionContext? cause = _context.ParentContext; cause is not null; cause = cause.ParentContext)
                yield return cause;
        }
    }

    private IReadOnlyList<ChangedRow> ReadRows()
    {
        if (_context.InputParameters.TryGetValue("Targets", out EntityCollection targets))
            return [.. targets.Entities.Select((target, index) => new ChangedRow(target, BeforeAt(index)))];
        if (_context.InputParameters.TryGetValue("Target", out Entity target))
            return [new ChangedRow(target, Before(_context.PreEntityImages))];
        var deleted = Input<EntityReference>("Target");
        return [new ChangedRow(new Entity(deleted.LogicalName, deleted.Id), Before(_context.PreEntityImages))];
    }

    private Entity? BeforeAt(int index) =>
        _context.PreEntityImagesCollection is { } images && index < images.Length ? Before(images[index]) : null;

    private static Entity? Before(EntityImageCollection images) =>
        images.TryGetValue(Registration.StepImages.Before, out var image) ? image : null;
}
