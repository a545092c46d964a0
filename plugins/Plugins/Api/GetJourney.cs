using BuyerPath.Domain.Journeys;
using BuyerPath.Domain.Positions;
using BuyerPath.Plugins.Registration;
using BuyerPath.Plugins.Rows;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Plugins.Api;

/// <summary>
/// Gives the journey of an opportunity as it is at this moment, with what has aged since it was stored; writes nothing.
/// That of a closed opportunity is the one stored at its closing.
/// </summary>
[CustomApi(Name, BoundTo = OpportunityTable.LogicalName, IsFunction = true,
    English = "Get journey",
    Finnish = "Hae ostopolku",
    EnglishDescription = "Gives the journey of an opportunity as of now: what fades or falls due with time is counted anew. Nothing is saved.",
    FinnishDescription = "Palauttaa myyntimahdollisuuden ostopolun tämän hetken mukaisena: ajan myötä haalistuva ja erääntyvä lasketaan uudelleen. Mitään ei tallenneta.")]
[ApiProperty(Journey, ParameterType.String,
    English = "The opportunity's journey as JSON, in the shape of its column buy_journey.",
    Finnish = "Myyntimahdollisuuden ostopolku JSON-muodossa, samanmuotoisena kuin sarakkeessa buy_journey.")]
public sealed class GetJourney : Plugin
{
    /// <summary>Name of the Custom API.</summary>
    public const string Name = "buy_GetJourney";

    private const string Journey = "Journey";

    /// <inheritdoc />
    protected override void Run(Change change)
    {
        // As the caller, so that nobody is shown an opportunity that they may not read.
        var id = change.Input<EntityReference>("Target").Id;
        var stored = change.Data.Retrieve(OpportunityTable.LogicalName, id, new ColumnSet(OpportunityTable.Journey));

        var calculated = change.Calculate([id], MoveCause.StaleEvidence).Single();
        Change.Require(JourneyRules.HasJourney(calculated.Journey));

        change.Answer(Journey, calculated.IsClosed
            ? stored.GetAttributeValue<string>(OpportunityTable.Journey)
            : JourneyJson.Write(calculated.Journey!));
    }
}
