using BuyerPath.Plugins.Schema;
using BuyerPath.Sandbox.Model;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins.Tests;

public sealed class CloneProcessTests
{
    private readonly Scene _scene = new();
    private readonly EntityReference _process;

    public CloneProcessTests() => _process = _scene.Process("source", stages: 3, questionsPerStage: 4);

    [Fact]
    public void The_clone_is_a_draft_and_the_next_version_of_the_same_key()
    {
        _scene.Clone(_process);

        var second = _scene.Row(ProcessTable.LogicalName, _scene.Clone(_process).Id);   // of version 1 again

        Assert.Equal("source", second[ProcessTable.Key]);
        Assert.Equal(3, second[ProcessTable.Version]);
        Assert.Equal(LifecycleChoice.Draft, Scene.Chosen<LifecycleChoice>(second, ProcessTable.Lifecycle));
    }

    /// <summary>Whatever column the tables get one day: it is copied, or named here.</summary>
    [Fact]
    public void Every_column_of_process_stages_and_questions_is_copied()
    {
        Fill(ProcessTable.LogicalName);
        Fill(StageTable.LogicalName);
        Fill(QuestionTable.LogicalName);

        var clone = _scene.Clone(_process);

        string[] ofItsOwn = [ProcessTable.ProcessId, ProcessTable.Version, ProcessTable.Lifecycle, StageTable.StageId, QuestionTable.QuestionId];
        Assert.Equal(
            Shown(ProcessTable.LogicalName, process => process.Id == _process.Id, ofItsOwn),
            Shown(ProcessTable.LogicalName, process => process.Id == clone.Id, ofItsOwn));
        Assert.Equal(
            Shown(StageTable.LogicalName, StageOf(_process.Id), ofItsOwn),
            Shown(StageTable.LogicalName, StageOf(clone.Id), ofItsOwn));
        Assert.Equal(
            Shown(QuestionTable.LogicalName, QuestionOf(_process.Id), ofItsOwn),
            Shown(QuestionTable.LogicalName, QuestionOf(clone.Id), ofItsOwn));
        Assert.Equal(12, _scene.All(QuestionTable.LogicalName).Count(QuestionOf(clone.Id)));
    }

    [Fact]
    public void The_clone_can_be_activated_and_followed()
    {
        var clone = _scene.Clone(_process);
        _scene.Become(clone, LifecycleChoice.Active);

        Assert.Equal("source 1", _scene.StageOf(_scene.Opportunity(clone)));
    }

    [Fact]
    public void Questions_that_were_taken_out_stay_out()
    {
        _scene.Change(QuestionTable.LogicalName, _scene.QuestionsOf("source", 1)[0].Id, QuestionTable.StateCode, new OptionSetValue(1));

        var clone = _scene.Clone(_process);

        Assert.Equal(11, _scene.All(QuestionTable.LogicalName).Count(QuestionOf(clone.Id)));
    }

    [Fact]
    public void A_process_without_stages_can_be_cloned()
    {
        var clone = _scene.Clone(_scene.Process("empty", stages: 0));

        Assert.DoesNotContain(_scene.All(StageTable.LogicalName), stage => StageOf(clone.Id)(stage));
    }

    [Fact]
    public void It_reads_four_times_and_writes_each_row_once() =>
        Assert.Equal(new ServiceCalls(Reads: 4, Writes: 1 + 3 + 12), ServiceCalls.Of(_scene, () => _scene.Clone(_process)));

    /// <summary>Gives every empty column of the table a value, so that none is equal only for being empty.</summary>
    private void Fill(string table)
    {
        var columns = _scene.Organization.Model.Tables[table].Columns.Values.Where(IsOurs).ToList();
        foreach (var row in _scene.All(table))
        {
            var filled = new Entity(table, row.Id);
            foreach (var column in columns.Where(column => !row.Contains(column.LogicalName)))
                filled[column.LogicalName] = SomethingFor(column);
            if (filled.Attributes.Count > 0) _scene.Service.Update(filled);
        }
    }

    private static bool IsOurs(Column column) =>
        column.LogicalName.StartsWith("buy_", StringComparison.Ordinal) && column.Type is not (ColumnType.PrimaryKey or ColumnType.Lookup);

    private static object SomethingFor(Column column) => column.Type switch
    {
        ColumnType.Text or ColumnType.Memo => column.LogicalName,
        ColumnType.Choice => new OptionSetValue(column.Choice!.Options[^1].Value),
        ColumnType.WholeNumber => (int)column.Maximum!,
        ColumnType.Decimal => column.Maximum!,
        _ => throw new NotSupportedException($"Say what {column.LogicalName} is filled with."),
    };

    private static Func<Entity, bool> StageOf(Guid process) => stage => stage.GetAttributeValue<EntityReference>(StageTable.ProcessId).Id == process;

    private Func<Entity, bool> QuestionOf(Guid process)
    {
        var stages = _scene.All(StageTable.LogicalName).Where(StageOf(process)).Select(stage => stage.Id).ToHashSet();
        return question => stages.Contains(question.GetAttributeValue<EntityReference>(QuestionTable.StageId).Id);
    }

    private string Shown(string table, Func<Entity, bool> which, string[] but) => string.Join("\n", _scene.All(table).Where(which)
        .Select(row => string.Join("; ", row.Attributes
            .Where(column => column.Key.StartsWith("buy_", StringComparison.Ordinal) && !but.Contains(column.Key) && column.Value is not EntityReference)
            .OrderBy(column => column.Key, StringComparer.Ordinal)
            .Select(column => $"{column.Key}={Scene.Shown(column.Value)}")))
        .Order(StringComparer.Ordinal));
}
