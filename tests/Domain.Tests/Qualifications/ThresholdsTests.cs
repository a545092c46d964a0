using BuyerPath.Domain.Qualifications;

namespace BuyerPath.Domain.Tests.Qualifications;

public sealed class ThresholdsTests
{
    public static TheoryData<string, object?, RatingLevel> Values => new()
    {
        { "10;20;30;40", 9.99m, RatingLevel.Disproved },
        { "10;20;30;40", 10, RatingLevel.Doubtful },
        { "10;20;30;40", 39.99, RatingLevel.Good },
        { "10; 20; 30; 40", 40m, RatingLevel.Proven },
        { "-10;0;0.5;1", -5.5, RatingLevel.Doubtful },
        { "10;20;30;40", null, RatingLevel.Unknown },
        { "10;20;30;40", "soon", RatingLevel.Unknown },
        { "true=4;false=1", true, RatingLevel.Proven },
        { "true=4;false=1", false, RatingLevel.Doubtful },
        { "0=4;1=2", 1, RatingLevel.Plausible },
        { "0=4;1=2", 2, RatingLevel.Unknown },          // nobody has said what 2 means
        { "Joint past = 3", "joint past", RatingLevel.Good },
        { "a=b=1", "a=b", RatingLevel.Doubtful },       // the last equals sign counts
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_has_its_level(string text, object? value, RatingLevel level) => Assert.Equal(level, Thresholds.Read(text).Value.LevelOf(value));

    [Theory]
    [InlineData("", "Thresholds (buy_thresholds): \"\" is no number: give four ascending numbers such as 10;20;30;40, or values with levels such as 0=4;1=2.")]
    [InlineData("10;x;30;40", "Thresholds (buy_thresholds): \"x\" is no number: give four ascending numbers such as 10;20;30;40, or values with levels such as 0=4;1=2.")]
    [InlineData("10;20;30", "Thresholds (buy_thresholds) has 3 bounds: give four, from which the levels 1, 2, 3 and 4 are reached.")]
    [InlineData("10;20;20;40", "Thresholds (buy_thresholds): 10;20;20;40 does not ascend: give each bound above the one before.")]
    [InlineData("1=5", "Thresholds (buy_thresholds): \"1=5\" must be a value, an equals sign and a level from 0 to 4, such as 1=3.")]
    [InlineData("=1", "Thresholds (buy_thresholds): \"=1\" must be a value, an equals sign and a level from 0 to 4, such as 1=3.")]
    [InlineData("1=1;2", "Thresholds (buy_thresholds): \"2\" must be a value, an equals sign and a level from 0 to 4, such as 1=3.")]
    [InlineData("a=1;A=2", "Thresholds (buy_thresholds): A has two levels: give it one.")]
    public void What_cannot_be_read_is_refused_with_the_field_and_what_would_be_right(string text, string reason)
    {
        var read = Thresholds.Read(text);

        Assert.Equal(reason, Assert.Single(read.Decision.Reasons));
        Assert.Equal(reason, Assert.Throws<FormatException>(() => read.Value).Message);
    }
}
