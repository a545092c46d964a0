using System.ServiceModel;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins.Tests;

public sealed class ProcessesAreSoundTests
{
    private readonly Scene _scene = new();

    [Fact]
    public void An_incomplete_draft_is_not_activated_and_every_reason_is_told()
    {
        var draft = Draft("draft");
        var question = _scene.QuestionsOf("draft", 1)[0];
        _scene.Change(QuestionTable.LogicalName, _scene.QuestionsOf("draft", 2)[1].Id, QuestionTable.Weight, 2);
        _scene.Change(QuestionTable.LogicalName, question.Id, QuestionTable.Kind, Scene.Option(QuestionKindChoice.ExitFact));

        var refusal = Assert.Throws<FaultException<OrganizationServiceFault>>(() => _scene.Become(draft, LifecycleChoice.Active));

        Assert.Contains("Stage 1, draft 1, has 2 exit facts: it needs exactly one.", refusal.Detail.Message, StringComparison.Ordinal);
        Assert.Contains("is an exit fact of weight 2: an exit fact weighs 4.", refusal.Detail.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_complete_draft_is_activated_and_later_retired_and_never_goes_back()
    {
        var draft = Draft("draft");
        _scene.Become(draft, LifecycleChoice.Active);
        _scene.Become(draft, LifecycleChoice.Retired);

        var refusal = Assert.Throws<FaultException<OrganizationServiceFault>>(() => _scene.Become(draft, LifecycleChoice.Active));

        Assert.Equal("draft is retired and cannot become active: clone it to a new draft.", refusal.Detail.Message);
    }

    private EntityReference Draft(string name) => _scene.Process(name, stages: 2, lifecycle: LifecycleChoice.Draft);
}
