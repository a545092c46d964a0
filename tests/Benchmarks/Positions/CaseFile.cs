using System.Text.Json;
using System.Text.Json.Serialization;
using BuyerPath.Domain.Positions;

namespace BuyerPath.Benchmarks.Positions;

/// <summary>Cases as text, one JSON object a line.</summary>
public static class CaseFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>Reads cases; empty lines are skipped.</summary>
    /// <exception cref="InvalidDataException">Lines that are no cases, each with its number and reason; or no case at all.</exception>
    public static IReadOnlyList<Case> Read(IEnumerable<string> lines)
    {
        var cases = new List<Case>();
        var faults = new List<string>();
        foreach (var (text, number) in lines.Select((text, index) => (text, index + 1)).Where(line => line.text.Trim().Length > 0))
        {
            var read = Parse(text, out var fault);
            faults.AddRange((read == null ? [fault!] : Faults(read)).Select(reason => $"Line {number}: {reason}"));
            if (read != null) cases.Add(read);
        }

        if (faults.Count > 0) throw new InvalidDataException(string.Join(Environment.NewLine, faults));
        return cases.Count > 0 ? cases : throw new InvalidDataException("There is no case in the file.");
    }

    /// <summary>A case as one line.</summary>
    public static string Line(Case one) => JsonSerializer.Serialize(one, Options);

    private static Case? Parse(string text, out string? fault)
    {
        try
        {
            fault = null;
            return JsonSerializer.Deserialize<Case>(text, Options) ?? throw new JsonException("null is no case.");
        }
        catch (JsonException unreadable)
        {
            fault = unreadable.Message;
            return null;
        }
    }

    private static IEnumerable<string> Faults(Case one)
    {
        if (one.Stages < 1)
            yield return $"stages is {one.Stages}; a process has one at least.";
        if (one.Prior is < 0 or double.NaN)
            yield return $"prior is {one.Prior}; it is zero bits or more.";
        if (one.True < 1 || one.True > one.Stages)
            yield return $"true is {one.True}; the stages are 1 to {one.Stages}.";
        foreach (var (question, place) in one.Questions.Select((question, place) => (question, place)))
        {
            if (question.Stage < 1 || question.Stage > one.Stages)
                yield return $"question {place} is about stage {question.Stage}; the stages are 1 to {one.Stages}.";
            if (!(question.Weight > 0))
                yield return $"question {place} has weight {question.Weight}; it must be more than zero bits.";
        }
        foreach (var answer in one.Answers)
        {
            if (answer.Question < 0 || answer.Question >= one.Questions.Count)
                yield return $"an answer is to question {answer.Question}; the questions are 0 to {one.Questions.Count - 1}.";
            if (answer.Value != AnswerValue.Unknown && answer.Multiplier is not (>= 0 and <= 1))
                yield return $"the answer to question {answer.Question} has multiplier {answer.Multiplier}; it is 0 to 1.";
        }
        foreach (var twice in one.Answers.GroupBy(answer => answer.Question).Where(same => same.Count() > 1))
            yield return $"question {twice.Key} is answered {twice.Count()} times; give one answer to each question.";
    }
}
