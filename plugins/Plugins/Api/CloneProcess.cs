using BuyerPath.Plugins.Registration;
using BuyerPath.Plugins.Rows;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins.Api;

/// <summary>
/// Copies a process with its stages and active questions, all of the same keys, to a draft that is its newest version. That is
/// how a process changes: opportunities stay with the version that they follow. Everything is done with the caller's rights.
/// </summary>
[CustomApi(Name, BoundTo = ProcessTable.LogicalName,
    English = "Clone process",
    Finnish = "Kopioi prosessi",
    EnglishDescription = "Copies a buying process with its stages and questions to a new draft, the next version of the same key.",
    FinnishDescription = "Kopioi ostoprosessin vaiheineen ja kysymyksineen uudeksi luonnokseksi, saman avaimen seuraavaksi versioksi.")]
[ApiProperty(ProcessId, ParameterType.Guid,
    English = "The id of the new draft.",
    Finnish = "Uuden luonnoksen tunniste.")]
public sealed class CloneProcess : Plugin
{
    /// <summary>Name of the Custom API.</summary>
    public const string Name = "buy_CloneProcess";

    private const string ProcessId = "ProcessId";

    /// <inheritdoc />
    protected override void Run(Change change) =>
        change.Answer(ProcessId, change.Data.CloneProcess(change.Input<EntityReference>("Target").Id));
}
