using BuyerPath.Sandbox.Tests.Support;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace BuyerPath.Sandbox.Tests.Messages;

[Covers(Supported.Messages, "ExecuteMultiple", "ExecuteTransaction")]
public sealed class BatchTests
{
    private readonly Scene _scene = new();

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    public void Multiple_requests_are_transactions_of_their_own(bool continueOnError, int rows)
    {
        var response = (ExecuteMultipleResponse)_scene.Service.Execute(new ExecuteMultipleRequest
        {
            Requests = [Create("a"), Create("a"), Create("b")],
            Settings = new ExecuteMultipleSettings { ContinueOnError = continueOnError, ReturnResponses = false },
        });

        Assert.True(response.IsFaulted);
        Assert.Equal((1, ErrorCode.DuplicateKey), Assert.Single(response.Responses) is var item ? (item.RequestIndex, item.Fault.ErrorCode) : default);
        Assert.Equal(rows, _scene.Count("smpl_region"));
    }

    [Fact]
    public void Responses_come_when_asked_for()
    {
        var response = (ExecuteMultipleResponse)_scene.Service.Execute(new ExecuteMultipleRequest
        {
            Requests = [Create("a")],
            Settings = new ExecuteMultipleSettings { ReturnResponses = true },
        });

        Assert.False(response.IsFaulted);
        Assert.Equal(Assert.Single(_scene.Organization.Rows.All("smpl_region")).Id, Assert.IsType<CreateResponse>(response.Responses[0].Response).id);
    }

    [Fact]
    public void A_transaction_of_requests_is_all_or_nothing_and_stage_10_is_inside()
    {
        var inside = new List<bool>();
        _scene.On("Create", "smpl_region", 10, run => inside.Add(run.Context.IsInTransaction));

        Assert.Equal(ErrorCode.DuplicateKey, Scene.CodeOf(() => Transaction(Create("a"), Create("a"))));
        Assert.Equal(0, _scene.Count("smpl_region"));
        Transaction(Create("a"), Create("b"));

        Assert.Equal(2, _scene.Count("smpl_region"));
        Assert.DoesNotContain(false, inside);
    }

    [Fact]
    public void Batches_do_not_nest_and_not_run_in_plugins()
    {
        _scene.On("Create", "smpl_visit", 40, run => run.Service.Execute(new OrganizationRequest("ExecuteTransaction") { ["Requests"] = new OrganizationRequestCollection() }));

        Assert.Equal(ErrorCode.InvalidArgument, Scene.CodeOf(() => Transaction(new ExecuteMultipleRequest())));
        Assert.Throws<UnsupportedException>(() => _scene.Visit());
    }

    private void Transaction(params OrganizationRequest[] requests)
    {
        var collection = new OrganizationRequestCollection();
        collection.AddRange(requests);
        _scene.Execute("ExecuteTransaction", ("Requests", collection));
    }

    private static CreateRequest Create(string code) => new() { Target = new Entity("smpl_region") { ["smpl_code"] = code } };
}
