using System.ServiceModel;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace BuyerPath.Plugins.Tests;

public sealed class FollowedProcessesStayTests
{
    private readonly Scene _scene = new();
    private readonly Guid _opportunity;
    private readonly EntityReference _process;

    public FollowedProcessesStayTests()
    {
        _opportunity = _scene.Opportunity();
        _process = _scene.Row(_opportunity).GetAttributeValue<EntityReference>(OpportunityTable.ProcessId);
    }

    private Guid Question => _scene.Question(1).Id;

    private Guid Stage => _scene.Row(QuestionTable.LogicalName, Question).GetAttributeValue<EntityReference>(QuestionTable.StageId).Id;

    public static TheoryData<string, object> ProcessChanges => new()
    {
        { ProcessTable.Key, "other" },
        { ProcessTable.Version, 7 },
        { ProcessTable.Mode, Scene.Option(ProcessModeChoice.Jobs) },
        { ProcessTable.PriorBits, 0.5m },
        { ProcessTable.StatementHalfLifeDays, 30 },
        { ProcessTable.DeedHalfLifeDays, 30 },
    };

    [Theory]
    [MemberData(nameof(ProcessChanges), DisableDiscoveryEnumeration = true)]
    public void A_column_of_the_process_stays(string column, object value) =>
        Refused(column, () => _scene.Change(ProcessTable.LogicalName, _process.Id, column, value));

    public static TheoryData<string, object> StageChanges => new()
    {
        { StageTable.Order, 9 },
        { StageTable.Key, "other" },
    };

    [Theory]
    [MemberData(nameof(StageChanges), DisableDiscoveryEnumeration = true)]
    public void A_column_of_a_stage_stays(string column, object value) =>
        Refused(column, () => _scene.Change(StageTable.LogicalName, Stage, column, value));

    public static TheoryData<string, object> QuestionChanges => new()
    {
        { QuestionTable.Order, 9 },
        { QuestionTable.Key, "other" },
        { QuestionTable.Weight, 1 },
        { QuestionTable.Kind, Scene.Option(QuestionKindChoice.ExitFact) },
        { QuestionTable.IsNegative, true },
        { QuestionTable.StateCode, new OptionSetValue(1) },
    };

    [Theory]
    [MemberData(nameof(QuestionChanges), DisableDiscoveryEnumeration = true)]
    public void A_column_of_a_question_stays(string column, object value) =>
        Refused(column, () => _scene.Change(QuestionTable.LogicalName, Question, column, value));

    [Fact]
    public void Stages_and_questions_are_neither_added_nor_deleted()
    {
        Refused(StageTable.LogicalName, () => _scene.Service.Create(new Entity(StageTable.LogicalName)
        {
            [StageTable.ProcessId] = _process, [StageTable.Name] = "New", [StageTable.Key] = "new", [StageTable.Order] = 4,
        }));
        Refused(StageTable.LogicalName, () => _scene.Service.Delete(StageTable.LogicalName, Stage));
        Refused(QuestionTable.LogicalName, () => _scene.Service.Create(NewQuestion()));
        Refused(QuestionTable.LogicalName, () => _scene.Service.Delete(QuestionTable.LogicalName, Question));
    }

    [Fact]
    public void A_stage_moves_neither_out_of_a_followed_process_nor_into_one()
    {
        var other = _scene.Process("other", stages: 1);
        var question = _scene.QuestionsOf("other", 1)[0].Id;
        var elsewhere = _scene.Row(QuestionTable.LogicalName, question).GetAttributeValue<EntityReference>(QuestionTable.StageId);

        Refused(StageTable.ProcessId, () => _scene.Change(StageTable.LogicalName, Stage, StageTable.ProcessId, other));
        Refused(StageTable.ProcessId, () => _scene.Change(StageTable.LogicalName, elsewhere.Id, StageTable.ProcessId, _process));
        Refused(QuestionTable.StageId, () => _scene.Change(QuestionTable.LogicalName, Question, QuestionTable.StageId, elsewhere));
        Refused(QuestionTable.StageId, () => _scene.Change(QuestionTable.LogicalName, question, QuestionTable.StageId, new EntityReference(StageTable.LogicalName, Stage)));
    }

    [Fact]
    public void One_row_of_a_followed_process_among_many_refuses_all_and_says_which()
    {
        _scene.Process("free", stages: 1);
        var rows = new[] { _scene.QuestionsOf("free", 1)[0].Id, Question }
            .Select(id => new Entity(QuestionTable.LogicalName, id) { [QuestionTable.Weight] = 3 });

        var refusal = Assert.Throws<FaultException<OrganizationServiceFault>>(() => _scene.Service.Execute(new UpdateMultipleRequest
        {
            Targets = new EntityCollection([.. rows]) { EntityName = QuestionTable.LogicalName },
        }));

        Assert.StartsWith("Row 2 of 2: Opportunities follow Process, so buy_weight cannot change", refusal.Detail.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_may_be_corrected()
    {
        _scene.Change(ProcessTable.LogicalName, _process.Id, ProcessTable.Name, "Better");
        _scene.Change(StageTable.LogicalName, Stage, StageTable.Concern, "Better");
        _scene.Change(QuestionTable.LogicalName, Question, QuestionTable.Text, "Better?");

        Assert.Equal("Better?", _scene.Row(QuestionTable.LogicalName, Question)[QuestionTable.Text]);
    }

    /// <summary>A data package that is imported a second time writes every column anew.</summary>
    [Fact]
    public void A_save_that_changes_nothing_passes_and_asks_nothing()
    {
        string[] tables = [ProcessTable.LogicalName, StageTable.LogicalName, QuestionTable.LogicalName];
        var calls = ServiceCalls.Of(_scene, () =>
        {
            foreach (var row in tables.SelectMany(_scene.All))
            {
                var again = new Entity(row.LogicalName, row.Id);
                again.Attributes.AddRange(row.Attributes.Where(column => column.Key.StartsWith("buy_", StringComparison.Ordinal)));
                _scene.Service.Update(again);
            }
        });

        Assert.Equal(3, calls.Reads); // of the process, by the step that minds its life
    }

    [Fact]
    public void A_process_that_nobody_follows_changes_freely()
    {
        var other = _scene.Process("other", stages: 2);
        var question = _scene.QuestionsOf("other", 1)[0].Id;

        _scene.Change(ProcessTable.LogicalName, other.Id, ProcessTable.PriorBits, 0.5m);
        _scene.Change(QuestionTable.LogicalName, question, QuestionTable.Weight, 3);
        _scene.Service.Delete(QuestionTable.LogicalName, question);

        Assert.DoesNotContain(_scene.All(QuestionTable.LogicalName), row => row.Id == question);
    }

    [Fact]
    public void A_closed_opportunity_follows_its_process_too()
    {
        _scene.Lose(_opportunity);

        Refused(QuestionTable.Weight, () => _scene.Change(QuestionTable.LogicalName, Question, QuestionTable.Weight, 3));
    }

    private Entity NewQuestion() => new(QuestionTable.LogicalName)
    {
        [QuestionTable.StageId] = new EntityReference(StageTable.LogicalName, Stage),
        [QuestionTable.Text] = "New?",
        [QuestionTable.Key] = "new",
        [QuestionTable.Order] = 9,
        [QuestionTable.Weight] = 1,
        [QuestionTable.Kind] = Scene.Option(QuestionKindChoice.Diagnostic),
    };

    private static void Refused(string what, Action save)
    {
        var refusal = Assert.Throws<FaultException<OrganizationServiceFault>>(save);

        Assert.Equal($"Opportunities follow Process, so {what} cannot change: clone it to a new draft and change that.", refusal.Detail.Message);
    }
}
