using System.Runtime.ExceptionServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using BuyerPath.Sandbox.Import;
using BuyerPath.Sandbox.Loading;
using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Pipeline;
using BuyerPath.Sandbox.Security;
using BuyerPath.Sandbox.Store;
using BuyerPath.Sandbox.Upgrade;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox;

/// <summary>What varies between organizations: the clock and the ids, injected so that a test repeats exactly.</summary>
public sealed record OrganizationOptions
{
    /// <summary>Where "now" comes from.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Where new ids come from.</summary>
    public Func<Guid> NewId { get; init; } = Guid.NewGuid;

    /// <summary>Called before every service call of a plugin. A fault that it throws is the fault of that call: so a test can fail any of them.</summary>
    public Action<OrganizationRequest> BeforePluginCall { get; init; } = _ => { };
}

/// <summary>
/// A Dataverse organization in this process, loaded from a packed solution. Requests run one at a time; those of other
/// threads wait. What a user may do follows from their roles; SYSTEM may do everything. A request in which something was refused as not
/// supported ends with that refusal, even if a plugin caught it.
/// </summary>
public sealed class Organization
{
    internal const int DefaultLanguage = 1033;

    private readonly PluginCatalog _plugins;
    private readonly OrganizationOptions _options;
    private readonly Lock _lock = new();
    private Kernel _kernel;

    internal Organization(SolutionModel model, PluginCatalog plugins, OrganizationOptions options)
        : this(model, plugins, options, new RowStore()) => Seed.Plant(_kernel);

    private Organization(SolutionModel model, PluginCatalog plugins, OrganizationOptions options, RowStore rows)
    {
        (Model, _plugins, _options) = (model, plugins, options);
        _kernel = new Kernel(model, plugins, rows, Trace, options);
    }

    /// <summary>What the solution and the stand-ins define.</summary>
    public SolutionModel Model { get; }

    /// <summary>The user that a service with a null caller acts as.</summary>
    public Guid SystemUserId => Seed.SystemUserId;

    /// <summary>A user with the role System Administrator, present from the start, whom tests and the page act as.</summary>
    public Guid DefaultUserId => Seed.DefaultUserId;

    /// <summary>What happened: one entry per request, per service call of a plugin, and per step run.</summary>
    public Trace Trace { get; } = new();

    /// <summary>The rows, for comparing and printing; reading while a request runs on another thread is not safe.</summary>
    public IRows Rows => _kernel.Rows;

    /// <summary>Every value of every row, as one text: equal texts mean that nothing has changed.</summary>
    public string DescribeRows()
    {
        lock (_lock)
        {
            return string.Join("\n",
                from table in Model.Tables.Keys.Order(StringComparer.Ordinal)
                from row in Rows.All(table)
                from value in row.Values.OrderBy(value => value.Key, StringComparer.Ordinal)
                select $"{table} {row.Id} v{row.Version} {value.Key} = {(value.Value is int[] options ? string.Join(",", options) : value.Value)}");
        }
    }

    /// <summary>Loads a packed solution zip.</summary>
    /// <exception cref="InvalidDataException">The zip is not a solution, is damaged, or contradicts itself; the message names the part.</exception>
    /// <exception cref="NotSupportedException">The solution uses something that the sandbox does not know; the message names it.</exception>
    public static Organization Load(Stream solutionZip, OrganizationOptions? options = null)
    {
        var model = SolutionReader.Read(solutionZip);
        return new Organization(model, PluginCatalog.Load(model), options ?? new OrganizationOptions());
    }

    /// <summary>An independent organization with the same rows, sharing what cannot change: a fresh scene for a test in under a millisecond.</summary>
    public Organization Copy(OrganizationOptions? options = null)
    {
        lock (_lock) return new Organization(Model, _plugins, options ?? _options, _kernel.Rows.Copy());
    }

    /// <summary>The rows as they are now, for <see cref="Restore"/>.</summary>
    public Snapshot TakeSnapshot()
    {
        lock (_lock) return new Snapshot(_kernel.Rows.Copy());
    }

    /// <summary>Puts the rows back as they were; plugins start afresh too. A snapshot may be restored more than once, and into another copy.</summary>
    public void Restore(Snapshot snapshot)
    {
        lock (_lock) _kernel = new Kernel(Model, _plugins, snapshot.Rows.Copy(), Trace, _options);
    }

    /// <summary>The rows as they are now, as JSON, for <see cref="ReadSnapshot"/>: to keep them in a file.</summary>
    public JsonObject WriteSnapshot()
    {
        lock (_lock) return SnapshotFile.Write(Model, _kernel.Rows);
    }

    /// <summary>Reads rows that <see cref="WriteSnapshot"/> wrote. Nothing changes until they are restored.</summary>
    /// <exception cref="InvalidDataException">They are not rows of this solution, or the users who are always there are missing; the sentence names the place.</exception>
    public Snapshot ReadSnapshot(JsonElement json)
    {
        var rows = SnapshotFile.Read(Model, json);
        foreach (var user in new[] { SystemUserId, DefaultUserId })
        {
            if (rows.Find("systemuser", user) is null) throw new InvalidDataException($"The user {user} is missing, who is in every snapshot.");
        }
        return new Snapshot(rows);
    }

    /// <summary>The organization with the newer solution of that zip and all rows of this one, which stays as it is. New columns are empty.</summary>
    /// <exception cref="InvalidDataException">The zip is no such solution, or rows or values would be lost; the message names each, a line each.</exception>
    /// <exception cref="NotSupportedException">The solution uses something that the sandbox does not know; the message names it.</exception>
    public Organization Upgrade(Stream solutionZip)
    {
        var model = SolutionReader.Read(solutionZip);
        lock (_lock)
        {
            if (SolutionUpgrade.Obstacles(Model, model, Rows) is { Count: > 0 } obstacles)
                throw new InvalidDataException(string.Join('\n', obstacles));
            var upgraded = new Organization(model, PluginCatalog.Load(model), _options, _kernel.Rows.Copy());
            Seed.PlantOfSolution(upgraded._kernel);
            return upgraded;
        }
    }

    /// <summary>The organization service as that user sees it. Every call on it is a request of its own, with its own transaction.</summary>
    /// <param name="userId">A row of systemuser.</param>
    /// <param name="language">Language of labels in what is read, as 1033.</param>
    public IOrganizationService ServiceFor(Guid userId, int language = DefaultLanguage) => new OrganizationService(this, userId, language);

    /// <summary>The user whom Entra knows by that object id (systemuser.azureactivedirectoryobjectid).</summary>
    /// <exception cref="System.ServiceModel.FaultException{OrganizationServiceFault}">There is none.</exception>
    public Guid UserOfEntra(Guid objectId)
    {
        lock (_lock)
        {
            return Rows.Referring("systemuser", "azureactivedirectoryobjectid", objectId).FirstOrDefault()?.Id
                ?? throw Fault.Of(ErrorCode.RowNotFound, $"There is no user with the object id {objectId}.");
        }
    }

    /// <summary>
    /// What a user's roles let them do with rows of a table at all; with a row, what they may do with that row. It is how a page
    /// knows beforehand what would be refused.
    /// </summary>
    /// <param name="userId">A row of systemuser.</param>
    /// <param name="table">Logical name of a table that there is.</param>
    /// <param name="rowId">A row of it; one that is not there can be nothing done with.</param>
    public AccessRights RightsOf(Guid userId, string table, Guid? rowId = null)
    {
        lock (_lock)
        {
            var rights = Rights.Of(CallOf(userId, DefaultLanguage));
            return rowId is not { } id ? rights.On(Model.TableOf(table))
                : Rows.Find(table, id) is { } row ? rights.On(row)
                : AccessRights.None;
        }
    }

    /// <summary>Runs several requests as one, all or nothing: an exception of <paramref name="work"/> undoes them all.</summary>
    /// <param name="work">Gets the organization service of a user; its calls are part of the transaction. It must stay on its thread.</param>
    public T InTransaction<T>(Func<Func<Guid, IOrganizationService>, T> work) => Run(kernel =>
        Transaction.Run(CallOf(SystemUserId, DefaultLanguage), outer =>
            work(user => new TransactionService(kernel, user, () => CallOf(user, DefaultLanguage) with { Transaction = outer.Transaction }))));

    /// <summary>Leaves a refusal that happened outside the engine in the trace; one that is there already is not repeated.</summary>
    /// <param name="refusal">What was refused.</param>
    /// <param name="request">What was asked for, as <c>GET accounts</c>.</param>
    public void Note(NotSupportedException refusal, string request)
    {
        lock (_lock) _kernel.Note(refusal, userId: null, request, depth: 1);
    }

    /// <summary>Reads a Configuration Migration zip (data.xml, data_schema.xml) and upserts its rows by id. All or nothing.</summary>
    /// <returns>Rows per table.</returns>
    /// <exception cref="InvalidDataException">The zip is not such a zip, or a value in it is wrong; the message names table, record and field.</exception>
    /// <exception cref="NotSupportedException">It holds something that the sandbox does not know.</exception>
    public IReadOnlyDictionary<string, int> Import(Stream configurationZip)
    {
        var data = ConfigurationData.Read(configurationZip);
        return Run(_ => new ConfigurationImport(CallOf(SystemUserId, DefaultLanguage), data).Run());
    }

    internal Call CallOf(Guid userId, int language)
    {
        var user = _kernel.RowValues.Existing(Model.TableOf("systemuser"), userId, []);
        if (user["isdisabled"] is true) throw Fault.Of(ErrorCode.UserDisabled, $"The specified user(Id = {user.Id}) is disabled. Consider enabling this user.");
        return new Call { Kernel = _kernel, UserId = user.Id, InitiatingUserId = user.Id, Language = language, CorrelationId = Guid.NewGuid() };
    }

    /// <summary>Runs one request from outside, and then the asynchronous steps that it set off.</summary>
    internal T Run<T>(Func<Kernel, T> request)
    {
        if (_lock.IsHeldByCurrentThread)
            throw new InvalidOperationException("A plugin must use the service that it was given, not one from outside: its calls would not be in its transaction.");
        lock (_lock)
        {
            var kernel = _kernel;
            kernel.Refusal = null;
            ExceptionDispatchInfo? failure = null;
            var result = default(T);
            try
            {
                result = request(kernel);
            }
            catch (Exception error)
            {
                failure = ExceptionDispatchInfo.Capture(error);
            }

            while (kernel.Background.TryDequeue(out var step)) StepRunner.Run(step);
            if (kernel.Refusal is { } refusal) throw refusal;
            failure?.Throw();
            return result!;
        }
    }
}

/// <summary>The rows of an organization at one moment.</summary>
public sealed class Snapshot
{
    internal Snapshot(RowStore rows) => Rows = rows;

    internal RowStore Rows { get; }
}
