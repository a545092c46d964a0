using BuyerPath.Toolbox;

namespace BuyerPath.Solution.Tests;

public sealed class GeneratedIdTests
{
    [Fact] // both made with Python's uuid.uuid5, so that the algorithm is not tested with itself
    public void An_id_is_version_5_of_its_key_in_our_namespace() =>
        Assert.Equal(new Guid("b39045ce-ca56-558e-bf3f-e7f15264b89e"), StableId.Of("view buy_answer active"));

    [Fact]
    public void Keys_that_differ_in_case_have_different_ids() =>
        Assert.NotEqual(StableId.Of("buy_Answer"), StableId.Of("buy_answer"));
}
