using BuyerPath.Sandbox.Model;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Tests.Messages;

public sealed class CustomApiTests
{
    private readonly Scene _scene = new();

    [Fact]
    public void Its_plugin_runs_in_stage_30_of_the_transaction_and_its_steps_around_it()
    {
        var stages = new List<(int, bool)>();
        _scene.OnCountVisits(run => { Note(run); run.Context.OutputParameters["Count"] = 42; });
        _scene.On("smpl_CountVisits", "opportunity", 10, Note);
        _scene.On("smpl_CountVisits", "opportunity", 20, Note);
        _scene.On("smpl_CountVisits", "opportunity", 40, run => { Note(run); run.Context.OutputParameters["Count"] = 43; });

        var response = Call(("Least", 1));

        Assert.Equal(43, response["Count"]);
        Assert.Equal([(10, false), (20, true), (30, true), (40, true)], stages);

        void Note(Run run) => stages.Add((run.Context.Stage, run.Context.IsInTransaction));
    }

    [Fact]
    public void Without_a_plugin_it_is_a_pure_event()
    {
        var events = 0;
        _scene.On("smpl_CountVisits", "opportunity", 40, _ => events++);

        Assert.Empty(Call(("Least", 1)).Results);

        Assert.Equal(1, events);
    }

    [Fact]
    public void What_its_plugin_did_is_undone_when_a_later_step_refuses()
    {
        _scene.OnCountVisits(run => run.CreateRegion());
        _scene.On("smpl_CountVisits", "opportunity", 40, _ => throw new InvalidPluginExecutionException("No."));

        Assert.Equal(ErrorCode.PluginRefused, Scene.CodeOf(() => Call(("Least", 1))));

        Assert.Equal(0, _scene.Count("smpl_region"));
    }

    [Fact]
    public void Parameters_are_checked_by_name_and_type()
    {
        _scene.OnCountVisits(_ => { });

        Assert.Contains("needs the parameter 'Least'", Refusal());
        Assert.Contains("needs the parameter 'Least'", Refusal(("Least", null)));
        Assert.Contains("'Least' of smpl_CountVisits is of type Integer, not String", Refusal(("Least", "1")));
        Assert.Contains("no parameter 'Most'", Refusal(("Least", 1), ("Most", 2)));
        Assert.Empty(Call(("Least", 1), ("Note", null)).Results);

        string Refusal(params (string, object?)[] parameters)
        {
            var fault = Scene.FaultOf(() => Call(parameters));
            Assert.Equal(ErrorCode.InvalidArgument, fault.ErrorCode);
            return fault.Message;
        }
    }

    [Fact]
    public void A_bound_one_needs_a_target_of_its_table()
    {
        _scene.OnCountVisits(_ => { });

        Assert.Equal(ErrorCode.InvalidArgument, Scene.CodeOf(() => _scene.Execute("smpl_CountVisits", ("Least", 1))));
        Assert.Equal(ErrorCode.InvalidArgument, Scene.CodeOf(() =>
            _scene.Execute("smpl_CountVisits", ("Target", new EntityReference("account", Guid.NewGuid())), ("Least", 1))));
    }

    [Theory]
    [InlineData("Count", "three")]
    [InlineData("Sum", 3)]
    public void An_output_that_is_not_declared_like_that_is_an_error_of_the_plugin(string name, object value)
    {
        _scene.OnCountVisits(run => run.Context.OutputParameters[name] = value);

        var fault = Scene.FaultOf(() => Call(("Least", 1)));

        Assert.Equal(ErrorCode.PluginFailed, fault.ErrorCode);
        Assert.Contains(name, fault.Message);
    }

    [Theory]
    [MemberData(nameof(ValuesOfEveryType))]
    public void Every_type_of_parameter_takes_its_own_values_and_no_other(ParameterType type, object value)
    {
        _scene.OnCountVisits(_ => { }, api => api with { Parameters = [new ApiParameter("Value", type, IsOptional: false, Table: null)] });

        Assert.Empty(Call(("Value", value)).Results);
        Assert.Equal(ErrorCode.InvalidArgument, Scene.CodeOf(() => Call(("Value", new Relationship("of no type")))));
    }

    public static TheoryData<ParameterType, object> ValuesOfEveryType => new()
    {
        { ParameterType.Boolean, true },
        { ParameterType.DateTime, DateTime.UnixEpoch },
        { ParameterType.Decimal, 1m },
        { ParameterType.Entity, new Entity("account") },
        { ParameterType.EntityCollection, new EntityCollection() },
        { ParameterType.EntityReference, new EntityReference("account", Guid.Empty) },
        { ParameterType.Float, 1d },
        { ParameterType.Integer, 1 },
        { ParameterType.Money, new Money(1) },
        { ParameterType.Picklist, new OptionSetValue(1) },
        { ParameterType.String, "text" },
        { ParameterType.StringArray, new[] { "text" } },
        { ParameterType.Guid, Guid.Empty },
    };

    [Fact]
    public void There_is_a_case_for_every_type() =>
        Assert.Equal(Enum.GetValues<ParameterType>(), ValuesOfEveryType.Select(row => row[0]).Cast<ParameterType>());

    private OrganizationResponse Call(params (string Name, object? Value)[] parameters) =>
        _scene.Execute("smpl_CountVisits", [("Target", new EntityReference("opportunity", Guid.NewGuid())), .. parameters]);
}
