using BuyerPath.Plugins.Registration;
using BuyerPath.Plugins.Rows;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins.Api;

/// <summary>
/// Copies a scoring model with its active criteria, all of the same keys, to a draft that is its newest version. That is how a
/// model changes: opportunities stay with the version that they follow. Everything is done with the caller's rights.
/// </summary>
[CustomApi(Name, BoundTo = ScoringModelTable.LogicalName,
    English = "Clone scoring model",
    Finnish = "Kopioi arviointimalli",
    EnglishDescription = "Copies a scoring model with its criteria to a new draft, the next version of the same key.",
    FinnishDescription = "Kopioi arviointimallin kriteereineen uudeksi luonnokseksi, saman avaimen seuraavaksi versioksi.")]
[ApiProperty(ScoringModelId, ParameterType.Guid,
    English = "The id of the new draft.",
    Finnish = "Uuden luonnoksen tunniste.")]
public sealed class CloneScoringModel : Plugin
{
    /// <summary>Name of the Custom API.</summary>
    public const string Name = "buy_CloneScoringModel";

    private const string ScoringModelId = "ScoringModelId";

    /// <inheritdoc />
    protected override void Run(Change change) =>
        change.Answer(ScoringModelId, change.Data.CloneScoringModel(change.Input<EntityReference>("Target").Id));
}
