using BuyerPath.Benchmarks.Positions;
using BuyerPath.Benchmarks.Simulation;

namespace BuyerPath.Benchmarks.Tests;

public sealed class CaseFileTests
{
    private const string Good =
        """{"stages":2,"prior":0,"questions":[{"stage":1,"weight":2}],"answers":[{"question":0,"value":"yes","multiplier":0.5}],"true":2}""";

    [Fact]
    public void A_line_is_a_case_whose_answers_count_weight_times_multiplier()
    {
        var probabilities = CaseFile.Read([Good])[0].Position().Probabilities;

        Assert.Equal(Math.Sqrt(2), probabilities[1] / probabilities[0], 9);   // 2^(2*0.5) against 2^(2*0.5/2)
    }

    [Fact]
    public void A_case_that_is_written_reads_the_same()
    {
        var lines = new CustomerModel { Answered = 1 }.Cases(20, seed: 7).Select(CaseFile.Line).ToList();

        Assert.Equal(lines, CaseFile.Read(lines).Select(CaseFile.Line));
    }

    [Theory]
    [InlineData("\"stages\":2", "\"stages\":0", "Line 2: stages is 0; a process has one at least.")]
    [InlineData("\"prior\":0", "\"prior\":-1", "Line 2: prior is -1; it is zero bits or more.")]
    [InlineData("\"true\":2", "\"true\":3", "Line 2: true is 3; the stages are 1 to 2.")]
    [InlineData("\"stage\":1", "\"stage\":3", "Line 2: question 0 is about stage 3; the stages are 1 to 2.")]
    [InlineData("\"weight\":2", "\"weight\":0", "Line 2: question 0 has weight 0; it must be more than zero bits.")]
    [InlineData("\"question\":0", "\"question\":1", "Line 2: an answer is to question 1; the questions are 0 to 0.")]
    [InlineData("0.5", "1.5", "Line 2: the answer to question 0 has multiplier 1.5; it is 0 to 1.")]
    [InlineData("}],\"true\"", "},{\"question\":0,\"value\":\"no\",\"multiplier\":1}],\"true\"", "Line 2: question 0 is answered 2 times; give one answer to each question.")]
    [InlineData("\"yes\"", "\"perhaps\"", "Line 2: The JSON value could not be converted")]
    [InlineData("\"prior\":0,", "", "Line 2: JSON deserialization for type 'BuyerPath.Benchmarks.Positions.Case' was missing required properties including: 'prior'.")]
    [InlineData("{\"stages\"", "\"stages\"", "Line 2: The JSON value could not be converted")]
    public void A_line_that_is_no_case_is_named_with_its_reason(string right, string wrong, string reason)
    {
        var refusal = Assert.Throws<InvalidDataException>(() => CaseFile.Read([Good, Good.Replace(right, wrong, StringComparison.Ordinal)]));

        Assert.StartsWith(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_a_case_is_refused() => Assert.Throws<InvalidDataException>(() => CaseFile.Read(["", " "]));
}
