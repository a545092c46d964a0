using System.Text.RegularExpressions;
using BuyerPath.Sandbox.Query.Operators;
using CsCheck;

namespace BuyerPath.Sandbox.Tests.Query;

public class QueryLikePatternTests
{
    [Theory]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    [InlineData("%", "", true)]
    [InlineData("%", "anything", true)]
    [InlineData("a%", "A", true)]
    [InlineData("%b", "ab", true)]
    [InlineData("%b", "abc", false)]
    [InlineData("%b%", "abc", true)]
    [InlineData("a%b%c", "a-b-b-c", true)]
    [InlineData("_", "a", true)]
    [InlineData("_", "", false)]
    [InlineData("_", "ab", false)]
    [InlineData("a_c", "abc", true)]
    [InlineData("[abc]", "B", true)]
    [InlineData("[abc]", "d", false)]
    [InlineData("[a-c]x", "bX", true)]
    [InlineData("[a-c]", "d", false)]
    [InlineData("[^a-c]", "d", true)]
    [InlineData("[^a-c]", "b", false)]
    [InlineData("100[%]", "100%", true)]
    [InlineData("100[%]", "1000", false)]
    [InlineData("[_]", "a", false)]
    [InlineData("a[b", "A[B", true)]      // never closed: an ordinary character
    [InlineData("[a-]", "-", true)]       // no range without an end
    [InlineData("a.c", "abc", false)]     // no regular expression
    public void A_pattern_fits_a_text(string pattern, string text, bool fits) =>
        Assert.Equal(fits, new LikePattern(pattern).Matches(text));

    [Fact]
    public void Wildcards_agree_with_the_regular_expression_they_stand_for() =>
        Gen.Select(Gen.Char["ab%_"].Array[0, 8], Gen.Char["ab"].Array[0, 8]).Sample((pattern, text) =>
        {
            var regex = $"^{new string(pattern).Replace("%", ".*", StringComparison.Ordinal).Replace('_', '.')}$";
            return Regex.IsMatch(new string(text), regex) == new LikePattern(new string(pattern)).Matches(new string(text));
        });

    [Fact]
    public void A_pattern_of_many_wildcards_takes_no_longer_than_its_length_demands()
    {
        var pattern = new LikePattern(string.Concat(Enumerable.Repeat("%a", 2_000)));

        Assert.False(pattern.Matches(new string('a', 1_999)));
        Assert.True(pattern.Matches(new string('a', 2_000)));
    }
}
