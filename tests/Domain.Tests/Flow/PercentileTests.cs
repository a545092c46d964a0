using BuyerPath.Domain.Flow;

namespace BuyerPath.Domain.Tests.Flow;

public sealed class PercentileTests
{
    [Theory]
    [InlineData(new[] { 7.0 }, 0.85, 7.0)]
    [InlineData(new[] { 3.0, 1.0, 2.0 }, 0.5, 2.0)]
    [InlineData(new[] { 1.0, 2.0, 3.0, 4.0 }, 0.5, 2.5)]
    [InlineData(new[] { 1.0, 2.0, 3.0, 4.0 }, 0.85, 3.55)]   // PERCENTILE.INC of a spreadsheet
    [InlineData(new[] { 1.0, 2.0, 3.0, 4.0 }, 0.0, 1.0)]
    [InlineData(new[] { 1.0, 2.0, 3.0, 4.0 }, 1.0, 4.0)]
    public void It_interpolates_as_reports_do(double[] values, double share, double expected) =>
        Assert.Equal(expected, Percentile.Of(values, share)!.Value, 12);

    [Fact]
    public void Without_values_it_is_blank() => Assert.Null(Percentile.Of([], 0.5));
}
