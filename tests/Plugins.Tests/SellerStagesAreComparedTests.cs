using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins.Tests;

public sealed class SellerStagesAreComparedTests
{
    private const int Propose = 2;

    private readonly Scene _scene = new();
    private readonly Guid _opportunity;

    public SellerStagesAreComparedTests()
    {
        var third = _scene.All(StageTable.LogicalName).Single(stage => stage.GetAttributeValue<int>(StageTable.Order) == 3);
        _scene.Change(StageTable.LogicalName, third.Id, StageTable.SellerStages, "Develop; Propose");
        _opportunity = _scene.Opportunity();
    }

    [Fact]
    public void An_unmapped_stage_says_nothing() => Assert.Equal((null, null), Alignment());

    [Fact]
    public void The_sales_stage_is_compared_by_its_label()
    {
        _scene.Change(OpportunityTable.LogicalName, _opportunity, OpportunityTable.SalesStage, new OptionSetValue(Propose));

        Assert.Equal((AlignmentChoice.Ahead, 2), Alignment());
    }

    [Fact]
    public void The_stage_of_the_business_process_flow_goes_first()
    {
        var first = _scene.All(StageTable.LogicalName).Single(stage => stage.GetAttributeValue<int>(StageTable.Order) == 1);
        _scene.Change(StageTable.LogicalName, first.Id, StageTable.SellerStages, "Qualify");

        _scene.Service.Update(new Entity(OpportunityTable.LogicalName, _opportunity)
        {
            [OpportunityTable.SalesStage] = new OptionSetValue(Propose),
            [OpportunityTable.StepName] = "1-Qualify",
        });

        Assert.Equal((AlignmentChoice.Aligned, 0), Alignment());
    }

    private (AlignmentChoice? Kind, int? Stages) Alignment()
    {
        var row = _scene.Row(_opportunity);
        return (Scene.Chosen<AlignmentChoice>(row, OpportunityTable.Alignment), row.GetAttributeValue<int?>(OpportunityTable.AlignmentStages));
    }
}
