using BuyerPath.Sandbox.Conversion;

namespace BuyerPath.Sandbox.Tests.Conversion;

public sealed class AutoNumberTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("A-{SEQNUM:6}", "A-000042")]
    [InlineData("{SEQNUM:1}", "42")]
    [InlineData("V-{DATETIMEUTC:yyyy}-{SEQNUM:4}", "V-2026-0042")]
    public void Tokens_are_filled_in(string format, string text) =>
        Assert.Equal(text, AutoNumber.Next(format, Now, () => 42));

    [Theory]
    [InlineData("{RANDSTRING:4}")]
    [InlineData("{SEQNUM}")]
    [InlineData("{SEQNUM:x}")]
    public void Other_tokens_are_refused_by_name(string format) =>
        Assert.Contains(format, Assert.Throws<UnsupportedException>(() => AutoNumber.Next(format, Now, () => 42)).Message);
}
