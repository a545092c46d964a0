using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Tests;

public sealed class OrganizationTests
{
    private readonly Scene _scene = new();

    [Fact]
    public void A_copy_has_the_rows_and_goes_its_own_way()
    {
        _scene.Visit("shared");
        var copy = _scene.Organization.Copy();
        var before = _scene.Everything();

        copy.ServiceFor(copy.DefaultUserId).Create(new Entity("smpl_visit"));

        Assert.Equal(before, _scene.Everything());
        Assert.Equal(2, copy.Rows.All("smpl_visit").Count());
    }

    [Fact]
    public void A_copy_can_have_a_clock_of_its_own()
    {
        var clock = new AdjustableClock(Scene.Start.AddYears(1));
        var copy = _scene.Organization.Copy(new OrganizationOptions { Clock = clock });

        copy.ServiceFor(copy.DefaultUserId).Create(new Entity("smpl_visit"));

        Assert.Equal(clock.GetUtcNow().UtcDateTime, Assert.Single(copy.Rows.All("smpl_visit"))["createdon"]);
    }

    [Fact]
    public void A_snapshot_can_be_restored_again_and_again()
    {
        _scene.Visit("kept");
        var before = _scene.Everything();
        var snapshot = _scene.Organization.TakeSnapshot();

        for (var time = 0; time < 2; time++)
        {
            _scene.Service.Delete("smpl_visit", _scene.Organization.Rows.All("smpl_visit").Single().Id);
            _scene.Organization.Restore(snapshot);
            Assert.Equal(before, _scene.Everything());
        }
    }

    [Fact]
    public void A_fresh_scene_of_a_thousand_rows_takes_less_than_ten_milliseconds()
    {
        _scene.Service.Execute(new CreateMultipleRequest { Targets = new EntityCollection([.. Enumerable.Range(0, 1000).Select(_ => new Entity("smpl_visit"))]) });
        _scene.Organization.Copy();

        // The best of several, so that a busy machine does not decide.
        var best = Enumerable.Range(0, 20).Min(_ =>
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            _scene.Organization.Copy();
            return watch.Elapsed;
        });

        Assert.True(best < TimeSpan.FromMilliseconds(10), $"It took {best.TotalMilliseconds} ms.");
    }

    [Fact]
    public async Task Concurrent_callers_wait_for_each_other_and_lose_nothing()
    {
        var inside = 0;
        var most = 0;
        _scene.On("Update", "smpl_visit", 40, run =>
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            var minutes = run.Service.Retrieve("smpl_visit", run.Target.Id, new ColumnSet("smpl_minutes")).GetAttributeValue<int>("smpl_minutes");
            run.Service.Update(new Entity("smpl_visit", run.Target.Id) { ["smpl_minutes"] = minutes + 1 });
            Interlocked.Decrement(ref inside);
        }, step => step with { FilteringColumns = ["smpl_subject"] });
        var visit = _scene.Visit();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(number => Task.Run(() => _scene.Set(visit, "smpl_subject", $"{number}"))));

        Assert.Equal((1, 50), (most, _scene.Read("smpl_visit", visit)["smpl_minutes"]));
    }

    [Fact]
    public void Of_two_updates_with_one_version_one_is_refused()
    {
        var visit = _scene.Visit();
        var version = _scene.Read("smpl_visit", visit).RowVersion;

        var refused = Enumerable.Range(0, 8).AsParallel().Count(number =>
        {
            try
            {
                _scene.Service.Execute(new UpdateRequest
                {
                    Target = new Entity("smpl_visit", visit) { RowVersion = version, ["smpl_minutes"] = number },
                    ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches,
                });
                return false;
            }
            catch (System.ServiceModel.FaultException<OrganizationServiceFault> fault) when (fault.Detail.ErrorCode == ErrorCode.VersionMismatch)
            {
                return true;
            }
        });

        Assert.Equal(7, refused);
    }

    [Fact]
    public void The_trace_tells_requests_steps_plugin_calls_and_texts_in_order()
    {
        _scene.On("Create", "smpl_visit", 40, run => { run.Trace("half way"); run.CreateRegion(); });

        _scene.Visit();

        TraceEntry Now(TraceKind kind, string table, int depth, string? text) => new(Scene.Start, _scene.Me, kind, "Create", table, depth, text);
        Assert.Equal(
            [
                Now(TraceKind.Request, "smpl_visit", 1, null),
                Now(TraceKind.Step, "smpl_visit", 1, "Step 1"),
                Now(TraceKind.Text, "smpl_visit", 1, "half way"),
                Now(TraceKind.PluginCall, "smpl_region", 2, null),
            ],
            _scene.Organization.Trace.Entries);
    }

    [Fact]
    public void The_trace_tells_when_it_was_and_with_whose_rights()
    {
        _scene.On("Create", "smpl_visit", 40, run => run.As(null).Create(new Entity("smpl_region")), step => step with { RunAs = Seed.DefaultUserId });
        var other = _scene.User();
        _scene.Organization.Trace.Clear();
        _scene.Clock.Advance(TimeSpan.FromMilliseconds(1500));

        _scene.Organization.ServiceFor(other).Create(new Entity("smpl_visit"));

        var entries = _scene.Organization.Trace.Entries;
        Assert.Equal([(Guid?)other, _scene.Me, _scene.Organization.SystemUserId], entries.Select(entry => entry.UserId));
        Assert.All(entries, entry => Assert.Equal(Scene.Start.AddMilliseconds(1500), entry.At));
    }

    [Fact]
    public void The_trace_names_the_table_of_every_form_of_query()
    {
        _scene.Service.RetrieveMultiple(new QueryExpression("smpl_visit"));
        _scene.Service.RetrieveMultiple(new QueryByAttribute("smpl_visit") { ColumnSet = new ColumnSet() });
        _scene.Service.RetrieveMultiple(new FetchExpression("<fetch><entity name='smpl_visit'/></fetch>"));

        Assert.Equal(["smpl_visit", "smpl_visit", "smpl_visit"], _scene.Organization.Trace.Entries.Select(entry => entry.Table));
    }

    [Fact]
    public void The_trace_forgets_the_oldest()
    {
        var trace = new Trace();
        for (var number = 0; number <= Trace.Capacity; number++) trace.Add(new TraceEntry(Scene.Start, null, TraceKind.Text, $"{number}", null, 1, null));

        Assert.Equal((Trace.Capacity, "1"), (trace.Entries.Count, trace.Entries[0].Message));
        trace.Clear();
        Assert.Empty(trace.Entries);
    }
}
