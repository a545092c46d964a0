using BuyerPath.Domain.Positions;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins.Tests;

public sealed class StakeholdersFormGroupTests
{
    private readonly Scene _scene = new();
    private readonly Guid _opportunity;
    private readonly EntityReference _laine;

    public StakeholdersFormGroupTests()
    {
        _opportunity = _scene.Opportunity();
        _laine = _scene.Contact("Laine");
        _scene.Answer(_opportunity, _scene.ExitFact(1), AnswerValue.Yes, EvidenceGrade.Confirmed);
        _scene.Answer(_opportunity, _scene.ExitFact(2), AnswerValue.Yes, EvidenceGrade.Confirmed);
        var from = _scene.NewAnswer(_opportunity, _scene.Question(1), AnswerValue.No, EvidenceGrade.Did);
        from[AnswerTable.SourceId] = _laine;
        _scene.Service.Create(from);
    }

    [Fact]
    public void A_person_stands_where_their_own_answers_say_and_holds_the_group_back_by_a_veto()
    {
        var laine = _scene.Stakeholder(_opportunity, _laine, veto: true);

        Assert.Equal("Stage 1", StageOf(laine)?.Name);
        Assert.Equal("Stage 3", _scene.StageOf(_opportunity));
        Assert.Equal(("Stage 1", 2), Group());
        Assert.Contains("\"warnings\":[\"noDecider\",\"singleThread\",\"vetoUnmet\"]", _scene.StoredJourney(_opportunity), StringComparison.Ordinal);
    }

    [Fact]
    public void Losing_the_veto_leaving_or_becoming_inactive_lets_the_group_go()
    {
        var laine = _scene.Stakeholder(_opportunity, _laine, veto: true);

        _scene.Change(StakeholderTable.LogicalName, laine, StakeholderTable.HasVeto, false);
        Assert.Equal((null, null), Group());

        _scene.Change(StakeholderTable.LogicalName, laine, StakeholderTable.HasVeto, true);
        Assert.Equal(("Stage 1", 2), Group());

        _scene.Service.Delete(StakeholderTable.LogicalName, laine);
        Assert.Equal((null, null), Group());
        Assert.Contains("\"group\":null", _scene.StoredJourney(_opportunity), StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_that_is_withdrawn_places_nobody_any_more()
    {
        var laine = _scene.Stakeholder(_opportunity, _laine, veto: true);
        var answer = _scene.All(AnswerTable.LogicalName).Single(row => row.Contains(AnswerTable.SourceId));

        _scene.Service.Delete(AnswerTable.LogicalName, answer.Id);

        Assert.Null(StageOf(laine));
        Assert.Equal((null, null), Group());
    }

    [Fact]
    public void Another_person_in_the_role_brings_their_own_position()
    {
        var laine = _scene.Stakeholder(_opportunity, _laine, veto: true);

        _scene.Change(StakeholderTable.LogicalName, laine, StakeholderTable.ContactId, _scene.Contact("Korhonen"));

        Assert.Null(StageOf(laine));
    }

    [Fact]
    public void Nothing_is_written_twice_for_a_person_who_stays()
    {
        var laine = _scene.Stakeholder(_opportunity, _laine, veto: true);
        var version = Person(laine).RowVersion;

        _scene.Stakeholder(_opportunity);

        Assert.Equal(version, Person(laine).RowVersion);
    }

    private Entity Person(Guid id) => _scene.All(StakeholderTable.LogicalName).Single(row => row.Id == id);

    private EntityReference? StageOf(Guid person) => Person(person).GetAttributeValue<EntityReference>(StakeholderTable.StageId);

    private (string? Stage, int? Gap) Group()
    {
        var row = _scene.Row(_opportunity);
        return (row.GetAttributeValue<EntityReference>(OpportunityTable.GroupStageId)?.Name, row.GetAttributeValue<int?>(OpportunityTable.ConsensusGap));
    }
}
