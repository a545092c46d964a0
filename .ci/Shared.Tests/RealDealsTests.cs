using BuyerPath.Sandbox;
using BuyerPath.Sandbox.Host.Pipelines;
using BuyerPath.Toolbox;
using BuyerPath.Toolbox.Packing;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Shared.Tests;

/// <summary>448 real deals (Salvirt, CC-BY-4.0) load through the map that comes with the repository as an example.</summary>
public sealed class RealDealsTests
{
    [Fact]
    public void All_448_deals_load_and_end_as_they_ended()
    {
        var clock = new AdjustableClock();
        var organization = Loaded(clock);

        var report = OpportunityCsvLoader.Load(
            organization, clock, Shared.PathOf("data/salvirt/salvirt_b2b.csv"), Repository.PathOf("solution/data/maps/salvirt.json"));

        Assert.Equal(448, report.Read);
        Assert.Equal(448, report.Loaded);
        Assert.Empty(report.Rejected);
        Assert.Equal(227, OpportunitiesInState(organization, 1));
        Assert.Equal(221, OpportunitiesInState(organization, 2));
    }

    private static Organization Loaded(AdjustableClock clock)
    {
        using var solution = BuiltSolution.Open();
        using var processes = File.OpenRead(Repository.PathOf("artifacts/data/BuyerPath.Processes.en.zip"));
        var organization = Organization.Load(solution, new OrganizationOptions { Clock = clock });
        organization.Import(processes);
        return organization;
    }

    private static int OpportunitiesInState(Organization organization, int state)
    {
        var query = new QueryExpression("opportunity");
        query.Criteria.AddCondition("statecode", ConditionOperator.Equal, state);
        return organization.ServiceFor(organization.SystemUserId).RetrieveMultiple(query).Entities.Count;
    }
}
