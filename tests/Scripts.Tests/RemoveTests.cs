using BuyerPath.Toolbox.Admin;

namespace BuyerPath.Scripts.Tests;

public sealed class RemoveTests : IAsyncLifetime, IDisposable
{
    private readonly RecordingPac pac = new();
    private TestEnvironment environment = null!;

    public async Task InitializeAsync() => environment = await TestEnvironment.StartAsync();

    public async Task DisposeAsync() => await environment.DisposeAsync();

    public void Dispose() => pac.Dispose();

    [Fact]
    public void It_says_what_to_do_first_and_what_will_be_lost_and_asks_for_the_name()
    {
        pac.Has("0.2.0.0").Answer("solution delete");

        Remove(typed: "BuyerPath");

        Assert.Equal(["solution", "delete", "--solution-name", "BuyerPath", "--environment", environment.Target.Url], pac.Call("solution delete"));
        Assert.Contains("make a backup: pac admin backup", pac.Told);
        Assert.Contains($"{environment.Stored("buy_answer", _ => true).Count} rows of buy_answer", pac.Told);
        Assert.Contains($"journey of {environment.Stored("opportunity", row => row.ContainsKey("buy_processid")).Count} opportunities", pac.Told);
    }

    [Theory]
    [InlineData("yes")]
    [InlineData(null)]
    public void Another_answer_than_the_name_removes_nothing(string? typed)
    {
        pac.Has("0.2.0.0");

        Assert.Throws<AdminException>(() => Remove(typed));

        Assert.DoesNotContain(pac.Commands, command => command.StartsWith("solution delete", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_gone_already_is_no_fault()
    {
        pac.HasNothing();

        Remove(typed: null);

        Assert.Contains("BuyerPath is not there. Nothing to do.", pac.Told);
    }

    [Fact]
    public void An_unmanaged_solution_is_not_deleted_because_its_tables_would_stay()
    {
        pac.Has("0.2.0.0", managed: false);

        Assert.Contains("deleting it would leave its tables and rows", Assert.Throws<AdminException>(() => Remove("BuyerPath")).Message);
    }

    [Fact]
    public void What_still_uses_it_is_to_be_taken_out_there()
    {
        pac.Has("0.2.0.0").Answer("solution delete", "Error: The SystemForm component cannot be deleted because it is referenced by 1 other components.", exitCode: 1);

        Assert.Contains("take it out there, then run this again", Assert.Throws<AdminException>(() => Remove("BuyerPath")).Message);
    }

    private void Remove(string? typed) => RemoveSolution.Perform(environment.Typed(), () => pac.Pac, pac.Desk(typed));
}
