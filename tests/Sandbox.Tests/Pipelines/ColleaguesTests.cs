using BuyerPath.Plugins.Schema;
using BuyerPath.Sandbox.Host.Pipelines;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Tests.Pipelines;

public sealed class ColleaguesTests
{
    private readonly LoadedOrganization _loaded = new();

    public ColleaguesTests()
    {
        new PipelineRows(_loaded.Organization, _loaded.Clock).Seller("Aino Laine", "Account executive");
        Colleagues.Join(_loaded.Organization, _loaded.Clock);
    }

    [Fact]
    public void Every_role_of_the_solution_is_somebodys_beside_one_that_brings_the_standard_tables()
    {
        var held = new Dictionary<Guid, List<string>>();
        foreach (var link in _loaded.All("systemuserroles"))
        {
            var user = link.GetAttributeValue<Guid>("systemuserid");
            if (!held.TryGetValue(user, out var roles)) held[user] = roles = [];
            roles.Add(NameOf(link.GetAttributeValue<Guid>("roleid")));
        }
        var people = held.Values.Where(roles => !roles.Contains("System Administrator")).ToList();

        Assert.Equal(
            _loaded.Organization.Model.Roles.Select(role => role.Name).Where(IsOfSolution).Order(),
            people.SelectMany(roles => roles).Where(IsOfSolution).Order());
        Assert.All(people, roles => Assert.Single(roles, role => !IsOfSolution(role)));
    }

    [Theory]
    [InlineData("Elina Forss", true)]
    [InlineData("Jonas Ekholm", false)]
    [InlineData("Ritva Salo", false)]
    public void Only_the_administrator_may_write_a_buying_process_of_their_own(string fullName, bool may)
    {
        var service = _loaded.Organization.ServiceFor(Named(fullName).Id);
        var process = new Entity(ProcessTable.LogicalName) { [ProcessTable.Name] = "Own", [ProcessTable.Key] = "own", [ProcessTable.Version] = 1 };

        Assert.NotEmpty(service.RetrieveMultiple(new QueryExpression(ProcessTable.LogicalName)).Entities);
        if (may) Assert.NotEqual(Guid.Empty, service.Create(process));
        else Assert.Equal(ErrorCode.PrivilegeMissing, Scene.CodeOf(() => service.Create(process)));
    }

    [Fact]
    public void Who_joined_before_does_not_join_twice()
    {
        var before = _loaded.All("systemuser").Count;

        Colleagues.Join(_loaded.Organization, _loaded.Clock);

        Assert.Equal(before, _loaded.All("systemuser").Count);
    }

    private Entity Named(string fullName) => _loaded.All("systemuser").Single(user => user.GetAttributeValue<string>("fullname") == fullName);

    private string NameOf(Guid role) => _loaded.Organization.Model.Roles.Single(known => known.Id == role).Name;

    private static bool IsOfSolution(string role) => role.StartsWith("Buying process ", StringComparison.Ordinal);
}
