namespace BuyerPath.Domain.Tests;

public sealed class WeekTests
{
    [Theory]
    [InlineData("2026-11-23T00:00:00", "2026-11-23")]   // a Monday
    [InlineData("2026-11-22T23:59:59", "2026-11-16")]   // the Sunday before
    [InlineData("2027-01-01T12:00:00", "2026-12-28")]
    public void A_week_begins_on_Monday(string moment, string beginning) =>
        Assert.Equal(DateTime.Parse(beginning, null), Week.Beginning(DateTime.Parse(moment, null)));

    [Fact]
    public void A_row_has_one_id_a_week_and_shares_it_with_no_other()
    {
        var row = Given.StageId(1);

        Assert.Equal(Week.IdOf(row, new DateTime(2026, 11, 23)), Week.IdOf(row, new DateTime(2026, 11, 29, 23, 0, 0)));
        Assert.NotEqual(Week.IdOf(row, new DateTime(2026, 11, 23)), Week.IdOf(row, new DateTime(2026, 11, 30)));
        Assert.NotEqual(Week.IdOf(row, new DateTime(2026, 11, 23)), Week.IdOf(Given.StageId(2), new DateTime(2026, 11, 23)));
    }
}
