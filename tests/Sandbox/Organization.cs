using System.Runtime.ExceptionServices;
using BuyerPath.Sandbox.Import;
using BuyerPath.Sandbox.Loading;
using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Pipeline;
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
}

/// <summary>
/// A Dataverse organization in this process, loaded from a packed solution. Requests run one at a time; those of other
/// threads wait. There is no security yet: every user may do everything. A request in which something was refused as not
/// supported ends with that refusal, even if a plugin caught it.
/// </summary>
public sealed class Organization
{
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

    /// <summary>An ordinary user, present from the start, whom tests and the page act as.</summary>
    public Guid DefaultUserId => Seed.DefaultUserId;

    /// <summary>What happened: one entry per request, per service call of a plugin, and per step run.</summary>
    public Trace Trace { get; } = new();

    /// <summary>The rows, for comparing and printing; reading while a request runs on another thread is not safe.</summary>
    public IRows Rows => _kernel.Rows;

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

    /// <summary>Writes all rows as JSON, for <see cref="LoadRows"/>.</summary>
    public void SaveRows(Stream stream)
    {
        lock (_lock) RowsFile.Write(stream, Model, _kernel.Rows);
    }

    /// <summary>Takes over rows that <see cref="SaveRows"/> wrote, as they are: no plugin runs. A row with the same id is replaced.</summary>
    /// <exception cref="InvalidDataException">A table or column is not in the solution.</exception>
    public void LoadRows(Stream stream)
    {
        lock (_lock) RowsFile.Read(stream, Model, _kernel.Rows);
    }

    /// <summary>The organization service as that user sees it. Every call on it is a request of its own, with its own transaction.</summary>
    /// <param name="userId">A row of systemuser.</param>
    /// <param name="language">Language of labels in what is read, as 1033.</param>
    public IOrganizationService ServiceFor(Guid userId, int language = 1033) => new OrganizationService(this, userId, language);

    /// <summary>Reads a Configuration Migration zip (data.xml, data_schema.xml) and upserts its rows by id. All or nothing.</summary>
    /// <returns>Rows per table.</returns>
    /// <exception cref="InvalidDataException">The zip is not such a zip, or a value in it is wrong; the message names table, record and field.</exception>
    /// <exception cref="NotSupportedException">It holds something that the sandbox does not know.</exception>
    public IReadOnlyDictionary<string, int> Import(Stream configurationZip)
    {
        var data = ConfigurationData.Read(configurationZip);
        return Run(_ => new ConfigurationImport(CallOf(SystemUserId, language: 1033), data).Run());
    }

    internal Call CallOf(Guid userId, int language)
    {
        var user = _kernel.RowValues.Existing(Model.TableOf("systemuser"), userId, []);
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
