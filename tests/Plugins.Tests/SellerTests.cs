using System.ServiceModel;
using BuyerPath.Domain.Positions;
using BuyerPath.Plugins.Schema;
using BuyerPath.Sandbox;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Plugins.Tests;

/// <summary>What the shipped roles let people do, each beside the role of Dynamics 365 Sales that they have already.</summary>
public sealed class SellerTests
{
    private readonly Scene _scene = new();
    private readonly Guid _seller;

    public SellerTests() => _seller = _scene.User("Seller", "Salesperson", "Buying process seller");

    [Fact]
    public void A_seller_works_on_an_own_opportunity_and_history_is_written_for_them()
    {
        var opportunity = OpportunityOf(_seller);

        As(_seller).Create(_scene.NewAnswer(opportunity, _scene.ExitFact(1), AnswerValue.Yes, EvidenceGrade.Confirmed));
        As(_seller).Create(_scene.NewStep(opportunity, PartyChoice.Customer, dueIn: 3));

        Assert.Equal("Stage 2", _scene.StageOf(opportunity));
        Assert.Equal(2, As(_seller).RetrieveMultiple(new QueryExpression(StageVisitTable.LogicalName)).Entities.Count);
        Assert.Single(As(_seller).RetrieveMultiple(new QueryExpression(TurnTable.LogicalName)).Entities);
    }

    [Fact]
    public void A_seller_sees_nothing_of_the_opportunity_of_another()
    {
        var opportunity = OpportunityOf(_seller);
        As(_seller).Create(_scene.NewAnswer(opportunity, _scene.Question(1), AnswerValue.Yes, EvidenceGrade.Did));
        var other = _scene.User("Other", "Salesperson", "Buying process seller");

        foreach (var table in new[] { OpportunityTable.LogicalName, AnswerTable.LogicalName, StageVisitTable.LogicalName })
            Assert.Empty(As(other).RetrieveMultiple(new QueryExpression(table)).Entities);
        var fault = FaultOf(() => As(other).Create(_scene.NewAnswer(opportunity, _scene.Question(2), AnswerValue.Yes, EvidenceGrade.Did)));
        Assert.Equal(ErrorCode.AccessDenied, fault.ErrorCode);
    }

    [Fact]
    public void Nobody_but_plugins_writes_history()
    {
        var opportunity = OpportunityOf(_seller);

        var fault = FaultOf(() => As(_seller).Create(new Entity(TurnTable.LogicalName) { [TurnTable.OpportunityId] = new EntityReference(OpportunityTable.LogicalName, opportunity) }));

        Assert.Contains("prvCreatebuy_Turn", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_reads_all_and_changes_nothing()
    {
        var opportunity = OpportunityOf(_seller);
        var reader = _scene.User("Reader", "Buying process reader");

        Assert.Single(As(reader).RetrieveMultiple(new QueryExpression(OpportunityTable.LogicalName)).Entities);
        Assert.Equal(ErrorCode.PrivilegeMissing, FaultOf(() =>
            As(reader).Create(_scene.NewAnswer(opportunity, _scene.Question(1), AnswerValue.Yes, EvidenceGrade.Did))).ErrorCode);
    }

    [Fact]
    public void An_opportunity_goes_to_another_seller_with_all_that_belongs_to_it()
    {
        var opportunity = OpportunityOf(_seller);
        As(_seller).Create(_scene.NewAnswer(opportunity, _scene.ExitFact(1), AnswerValue.Yes, EvidenceGrade.Confirmed));
        var other = _scene.User("Other", "Salesperson", "Buying process seller");

        As(_seller).Update(new Entity(OpportunityTable.LogicalName, opportunity) { [OpportunityTable.OwnerId] = new EntityReference("systemuser", other) });

        Assert.Single(As(other).RetrieveMultiple(new QueryExpression(AnswerTable.LogicalName)).Entities);
        Assert.Equal(2, As(other).RetrieveMultiple(new QueryExpression(StageVisitTable.LogicalName)).Entities.Count);
        Assert.Empty(As(_seller).RetrieveMultiple(new QueryExpression(StageVisitTable.LogicalName)).Entities);
    }

    private Guid OpportunityOf(Guid owner) => As(owner).Create(new Entity(OpportunityTable.LogicalName)
    {
        [OpportunityTable.Name] = "Opportunity",
        [OpportunityTable.ProcessId] = new EntityReference(ProcessTable.LogicalName, _scene.All(ProcessTable.LogicalName)[0].Id),
    });

    private IOrganizationService As(Guid user) => _scene.Organization.ServiceFor(user);

    private static OrganizationServiceFault FaultOf(Action action) => Assert.Throws<FaultException<OrganizationServiceFault>>(action).Detail;
}
