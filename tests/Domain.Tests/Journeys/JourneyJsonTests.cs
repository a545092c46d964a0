using System.Globalization;
using System.Text.Json;
using BuyerPath.Domain.Journeys;
using BuyerPath.Domain.Positions;
using CsCheck;

namespace BuyerPath.Domain.Tests.Journeys;

public sealed class JourneyJsonTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("")]
    [InlineData("\"quoted\" \\ and / slashed")]
    [InlineData("line\r\nbreak\ttab\0nothing\u001funit")]
    [InlineData("\u2028 \u2029 end lines in scripts")]
    [InlineData("päätös on tehty \u00e4 \ud83d\ude80 日本語")]
    [InlineData("</script><!--")]
    public void Any_text_comes_back_as_it_went_in(string text) => Assert.Equal(text, NameAfter(text));

    [Fact]
    public void Half_a_character_becomes_the_replacement_character()
    {
        Assert.Equal("\ufffd", NameAfter("\ud83d"));
        Assert.Equal("\ufffd\ufffd!", NameAfter("\ude80\ud83d!"));
        Assert.Equal("a\ufffd\ud83d\ude80", NameAfter("a\ud83d\ud83d\ude80"));
    }

    [Fact]
    public void Random_text_comes_back_as_it_went_in() =>
        Gen.String[Gen.Char['\0', '\ud7ff'], 0, 50].Sample(text => Assert.Equal(text, NameAfter(text)));

    [Fact]
    public void It_is_the_same_on_a_machine_of_any_culture()
    {
        var here = CultureInfo.CurrentCulture;
        var expected = JourneyJson.Write(JourneyTests.Of([], []));
        try
        {
            foreach (var culture in new[] { "fi-FI", "ar-SA", "tr-TR", "th-TH" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                Assert.Equal(expected, JourneyJson.Write(JourneyTests.Of([], [])));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = here;
        }
    }

    /// <summary>The control compares with these words.</summary>
    [Fact]
    public void Codes_are_spelt_as_the_control_knows_them()
    {
        Assert.Equal(["linear", "jobs"], CodesOf<ProcessMode>());
        Assert.Equal(["notStarted", "open", "satisfied", "reopened"], CodesOf<JobState>());
        Assert.Equal(["diagnostic", "exitFact"], CodesOf<QuestionKind>());
        Assert.Equal(["yes", "no", "unknown"], CodesOf<AnswerValue>());
        Assert.Equal(["believed", "said", "did", "confirmed"], CodesOf<EvidenceGrade>());
        Assert.Equal(
            ["processChosen", "newAnswer", "changedAnswer", "withdrawnAnswer", "staleEvidence", "newPerson", "otherProcess", "recalculated"],
            CodesOf<MoveCause>());
    }

    [Fact]
    public void Numbers_have_at_most_four_decimals_and_no_negative_zero() => Assert.Equal(
        "{\"a\":[0.1235,2,0,0,-0.3,12345678]}",
        JsonText.Of(json => json.Numbers("a", [0.12346, 2, 0.00001, -0.00001, -0.3, 12345678])));

    [Fact]
    public void Times_are_written_in_UTC_and_local_ones_refused()
    {
        Assert.Equal(
            "{\"on\":\"2026-11-23T10:00:00Z\",\"off\":null}",
            JsonText.Of(json =>
            {
                json.Member("on", Given.Now);
                json.Member("off", (DateTime?)null);
            }));
        Assert.Throws<ArgumentException>(() => JsonText.Of(json => json.Member("on", Given.Now.ToLocalTime())));
    }

    [Fact]
    public void Any_history_gives_a_document_that_says_the_same() => Histories.Any.Sample(history =>
    {
        var journey = Journey.Of(Guid.NewGuid(), history.Process, history.Answers, [], MoveCause.ProcessChosen, Given.Now);
        using var document = JsonDocument.Parse(JourneyJson.Write(journey));
        var read = document.RootElement;

        Assert.Equal(1, read.GetProperty("version").GetInt32());
        Assert.Equal(journey.OpportunityId, read.GetProperty("opportunity").GetGuid());
        Assert.Equal(Given.Now, read.GetProperty("calculatedOn").GetDateTime());
        Assert.Equal(journey.Position.Stage.Order, read.GetProperty("stage").GetInt32());
        Assert.Equal(
            journey.Position.Probabilities.Select(each => Math.Round(each, 4)),
            read.GetProperty("stages").EnumerateArray().Select(stage => stage.GetProperty("probability").GetDouble()));
        Assert.Equal(
            journey.BlindSpots.Count, read.GetProperty("stages").EnumerateArray().Sum(stage => stage.GetProperty("blindSpots").GetInt32()));
        Assert.Equal(history.Answers.Count, read.GetProperty("answers").GetArrayLength());
        Assert.All(QuestionsNamedIn(read), id =>
            Assert.Contains(read.GetProperty("questions").EnumerateArray(), question => question.GetProperty("id").GetGuid() == id));
    });

    [Fact]
    public void Jobs_say_their_state_and_stages_do_not()
    {
        var jobs = Journey.Of(
            Guid.Empty, ClassicProcess.Process with { Mode = ProcessMode.Jobs }, [], [], MoveCause.ProcessChosen, Given.Now);

        Assert.All(StagesOf(jobs), stage => Assert.Equal("notStarted", stage.GetProperty("state").GetString()));
        Assert.All(StagesOf(JourneyTests.Of([], [])), stage => Assert.False(stage.TryGetProperty("state", out _)));
    }

    private static IEnumerable<JsonElement> StagesOf(Journey journey) =>
        JsonDocument.Parse(JourneyJson.Write(journey)).RootElement.GetProperty("stages").EnumerateArray();

    private static IEnumerable<Guid> QuestionsNamedIn(JsonElement journey) =>
    [
        .. journey.GetProperty("blindSpots").EnumerateArray().Select(id => id.GetGuid()),
        .. journey.GetProperty("ask").EnumerateArray().Select(ask => ask.GetProperty("question").GetGuid()),
        .. journey.GetProperty("answers").EnumerateArray().Select(answer => answer.GetProperty("question").GetGuid()),
    ];

    private static string NameAfter(string text)
    {
        var process = ClassicProcess.Process with { Name = text };
        var journey = Journey.Of(Guid.Empty, process, [], [], MoveCause.ProcessChosen, Given.Now);
        using var document = JsonDocument.Parse(JourneyJson.Write(journey));
        return document.RootElement.GetProperty("process").GetProperty("name").GetString()!;
    }

    private static IEnumerable<string> CodesOf<T>() where T : struct, Enum =>
        Enum.GetValues<T>().Select(value => JsonDocument.Parse(JsonText.Of(json => json.Member("code", (Enum)value))).RootElement)
            .Select(element => element.GetProperty("code").GetString()!);
}
