using BuyerPath.Domain.Focus;

namespace BuyerPath.Domain.Tests.Focus;

public sealed class FocusSettingsTests
{
    [Fact]
    public void What_an_admin_writes_is_read() =>
        Assert.Equal(new FocusSettings(20, 0.25, 90), FocusSettings.Read(TextOf("20", " 25 ", "90")).Value);

    [Theory]
    [InlineData("169", "15", "0", "The environment variable buy_WeeklyHours is \"169\": give a whole number from 0 to 168.")]
    [InlineData("30", "91", "0", "The environment variable buy_ReservePercent is \"91\": give a whole number from 0 to 90.")]
    [InlineData("30", "15", "", "The environment variable buy_CostOfAnHour is empty: give a whole number from 0 to 100000.")]
    public void What_a_variable_may_not_be_is_refused_by_its_name(string hours, string reserve, string cost, string reason) =>
        Assert.Equal([reason], FocusSettings.Read(TextOf(hours, reserve, cost)).Decision.Reasons);

    private static Func<string, string?> TextOf(string hours, string reserve, string cost) => name => name switch
    {
        FocusSettings.WeeklyHoursName => hours,
        FocusSettings.ReservePercentName => reserve,
        FocusSettings.CostOfAnHourName => cost,
        _ => null,
    };
}
