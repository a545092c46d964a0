using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using BuyerPath.Domain.Sentences;

namespace BuyerPath.Plugins.Tests;

/// <summary>What a rule says to a user is there in Finnish.</summary>
public sealed partial class FinnishSentencesTests
{
    private static IEnumerable<string> InWords => WrittenSentences.All.Where(format => format.Any(char.IsLetter)).Distinct();

    [Fact]
    public void Every_sentence_in_the_code_is_there_in_Finnish() =>
        Assert.Empty(InWords.Except(Finnish.Sentences.Keys));

    [Fact]
    public void No_sentence_is_there_in_Finnish_that_no_code_says() =>
        Assert.Empty(Finnish.Sentences.Keys.Except(InWords));

    [Fact]
    public void No_sentence_was_left_in_English() =>
        Assert.DoesNotContain(Finnish.Sentences, sentence => sentence.Key == sentence.Value);

    [Fact]
    public void A_Finnish_sentence_has_the_holes_of_the_English_one()
    {
        Assert.All(Finnish.Sentences, sentence => Assert.Subset(HolesIn(sentence.Key), HolesIn(sentence.Value)));
        // One hole of the English sentence repeats another: what a key is of.
        Assert.Equal(
            ["The {0} key \"{1}\" is used {2} times: each {3} needs a key of its own."],
            Finnish.Sentences.Where(sentence => !HolesIn(sentence.Key).SetEquals(HolesIn(sentence.Value))).Select(sentence => sentence.Key));
    }

    [Fact]
    public void A_sentence_within_a_sentence_and_its_numbers_are_in_the_same_language()
    {
        FormattableString temperature = $"Temperature {1.5:0.0} by {1200} customers of whom it is known where they stood.";
        FormattableString whole = $"Row {1} of {2}: {temperature}";

        Assert.Equal("Row 1 of 2: Temperature 1.5 by 1200 customers of whom it is known where they stood.", whole.In(Language.English));
        Assert.Equal("Rivi 1/2: Lämpötila 1,5, kun 1200 asiakkaasta tiedetään, missä he olivat.", whole.In(Language.Finnish));
    }

    [Fact]
    public void What_is_no_words_is_the_same_in_every_language() =>
        Assert.Equal("\"x\": 3", ((FormattableString)$"{FormattableStringFactory.Create("\"{0}\"", "x")}: {3}").In(Language.Finnish));

    [Fact]
    public void A_sentence_that_is_not_there_in_Finnish_is_an_error() =>
        Assert.Throws<KeyNotFoundException>(() => FormattableStringFactory.Create("Nobody has written this in Finnish.").In(Language.Finnish));

    private static HashSet<string> HolesIn(string format) => [.. Hole().Matches(format).Select(hole => hole.Value)];

    [GeneratedRegex(@"\{\d+(:[^}]*)?\}")]
    private static partial Regex Hole();
}
