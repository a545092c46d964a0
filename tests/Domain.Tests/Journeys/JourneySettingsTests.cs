using BuyerPath.Domain.Journeys;

namespace BuyerPath.Domain.Tests.Journeys;

public sealed class JourneySettingsTests
{
    [Fact]
    public void Settings_are_read_from_the_texts_of_the_variables() => Assert.Equal(
        new JourneySettings(TimeSpan.FromMinutes(90), 3, ClosingWithoutOutcome.Block),
        JourneySettings.Read(With(minutes: " 90 ", dates: "3", level: "Block")).Value);

    [Theory]
    [InlineData(JourneySettings.TakenBackMinutesName, "0", true)]
    [InlineData(JourneySettings.TakenBackMinutesName, "1440", true)]
    [InlineData(JourneySettings.TakenBackMinutesName, "1441", false)]
    [InlineData(JourneySettings.TakenBackMinutesName, "-1", false)]
    [InlineData(JourneySettings.TakenBackMinutesName, "an hour", false)]
    [InlineData(JourneySettings.TakenBackMinutesName, "1.5", false)]
    [InlineData(JourneySettings.MissedDatesName, "1", true)]
    [InlineData(JourneySettings.MissedDatesName, "20", true)]
    [InlineData(JourneySettings.MissedDatesName, "0", false)]
    [InlineData(JourneySettings.MissedDatesName, "21", false)]
    [InlineData(JourneySettings.MissedDatesName, "99999999999", false)]
    [InlineData(JourneySettings.ClosingWithoutOutcomeName, "ADVICE", true)]
    [InlineData(JourneySettings.ClosingWithoutOutcomeName, "never", false)]
    [InlineData(JourneySettings.ClosingWithoutOutcomeName, "", false)]
    [InlineData(JourneySettings.ClosingWithoutOutcomeName, null, false)]
    public void What_a_variable_may_not_be_is_refused(string name, string? text, bool isValid)
    {
        var usual = With("60", "2", "flag");

        Assert.Equal(isValid, JourneySettings.Read(each => each == name ? text : usual(each)).Decision.IsAllowed);
    }

    [Fact]
    public void Each_reason_names_the_variable_and_what_it_may_be() => Assert.Equal(
        [
            "The environment variable buy_TakenBackMinutes is \"an hour\": give a whole number from 0 to 1440.",
            "The environment variable buy_MissedDatesForNoDecision is \"0\": give a whole number from 1 to 20.",
            "The environment variable buy_ClosingWithoutOutcome is empty: give advice, flag or block.",
        ],
        JourneySettings.Read(With("an hour", "0", null)).Decision.Reasons);

    private static Func<string, string?> With(string? minutes, string? dates, string? level) => name => name switch
    {
        JourneySettings.TakenBackMinutesName => minutes,
        JourneySettings.MissedDatesName => dates,
        JourneySettings.ClosingWithoutOutcomeName => level,
        _ => throw new ArgumentException($"Nobody reads {name}.", nameof(name)),
    };
}
