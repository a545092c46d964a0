using BuyerPath.Domain.Positions;

namespace BuyerPath.Domain.Tests;

public sealed class DomainTests
{
    [Fact]
    public void The_domain_knows_nothing_but_dotnet() =>
        Assert.Equal(["netstandard"], typeof(Position).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name));
}
