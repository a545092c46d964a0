using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.FakeXrmEasy.Tests;

/// <summary>What happens on FakeXrmEasy.9 and on our sandbox alike.</summary>
public sealed class SameResultTests
{
    private static readonly Scenario[] Scenarios =
    [
        new("nothing is known", _ => { }, "Stage 1"),
        new("the first exit fact is confirmed", deal => deal.Answer(1, isExitFact: true, AnswerValueChoice.Yes), "Stage 2"),
        new("everything of two stages is confirmed", deal =>
        {
            foreach (var stage in new[] { 1, 2 })
                foreach (var isExitFact in new[] { false, true }) deal.Answer(stage, isExitFact, AnswerValueChoice.Yes);
        }, "Stage 3"),
        new("a later fact leaves the earlier one open", deal => deal.Answer(2, isExitFact: true, AnswerValueChoice.Yes), "Stage 3"),
        new("nobody knows", deal => deal.Answer(1, isExitFact: true, AnswerValueChoice.Unknown), "Stage 1"),
        new("a yes becomes a no", deal => deal.Change(deal.Answer(1, isExitFact: true, AnswerValueChoice.Yes), AnswerValueChoice.No), "Stage 1"),
        new("an answer is taken back", deal => deal.Withdraw(deal.Answer(1, isExitFact: true, AnswerValueChoice.Yes)), "Stage 1"),
        new("the customer promised a step", deal => deal.Agree(PartyChoice.Customer, dueIn: 5), "Stage 1"),
        new("we are late", deal => { deal.Agree(PartyChoice.Customer, dueIn: 5); deal.Agree(PartyChoice.Us, dueIn: -2); }, "Stage 1"),
        new("the plan is done", deal => deal.Do(deal.Agree(PartyChoice.Us, dueIn: 1)), "Stage 1"),
        new("who can stop it stands behind", deal => { deal.Answer(1, isExitFact: true, AnswerValueChoice.Yes); deal.Meet(stage: 1); }, "Stage 2"),
    ];

    public static TheoryData<string> Names => [.. Scenarios.Select(scenario => scenario.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_opportunity_is_shown_alike(string name)
    {
        var scenario = Scenarios.Single(scenario => scenario.Name == name);

        var onSandbox = scenario.Play(Worlds.Sandbox());
        var onFake = scenario.Play(Worlds.Faked());

        Assert.Equal(scenario.Stage, onSandbox[OpportunityTable.StageId]);
        Assert.Equal(onSandbox, onFake);
    }

    [Fact]
    public void An_answer_that_says_nothing_is_refused_in_the_same_words()
    {
        var onSandbox = Refusal(Worlds.Sandbox());

        Assert.NotEmpty(onSandbox);
        Assert.Equal(onSandbox, Refusal(Worlds.Faked()));
    }

    [Fact]
    public void Both_run_on_Microsofts_assembly() =>
        Assert.DoesNotContain(
            typeof(Entity).Assembly.GetCustomAttributes(typeof(System.Reflection.AssemblyMetadataAttribute), inherit: false).Cast<System.Reflection.AssemblyMetadataAttribute>(),
            metadata => metadata.Key == "Origin"); // which our contract assembly says of itself

    private static string Refusal(IOrganizationService world)
    {
        var deal = new Deal(world);
        return Assert.ThrowsAny<Exception>(() => deal.Answer(1, isExitFact: true, value: null)).Message;
    }

    private sealed record Scenario(string Name, Action<Deal> Story, string Stage)
    {
        public IReadOnlyDictionary<string, string> Play(IOrganizationService world)
        {
            var deal = new Deal(world);
            Story(deal);
            return deal.Shown;
        }
    }
}
