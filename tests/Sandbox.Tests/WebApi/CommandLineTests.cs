using BuyerPath.Sandbox.Host;

namespace BuyerPath.Sandbox.Tests.WebApi;

public sealed class CommandLineTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    private CommandLine Parse(string arguments) => CommandLine.Parse(arguments.Split(' ').Select(argument => argument == "FILE" ? _file : argument).ToList());

    [Fact]
    public void Every_argument_is_read()
    {
        var line = Parse("--solution FILE --data FILE --data FILE --opportunities FILE --map FILE --sample FILE --port 5199 --open");

        Assert.Equal((_file, 2, _file, _file, _file), (line.Solution, line.Data.Count, line.Opportunities, line.Map, line.Sample));
        Assert.Equal((new Uri("http://127.0.0.1:5199"), true), (line.Url, line.Opens));
    }

    [Fact]
    public void A_free_port_and_no_browser_are_the_defaults()
    {
        var line = Parse("--solution FILE");

        Assert.Equal((new Uri("http://127.0.0.1:0"), false), (line.Url, line.Opens));
    }

    [Theory]
    [InlineData("--data FILE", "--solution FILE.zip is missing.")]
    [InlineData("--solution", "--solution needs a value.")]
    [InlineData("--solution --data", "--solution needs a value.")]
    [InlineData("--solution nowhere.zip", "--solution: there is no file 'nowhere.zip'.")]
    [InlineData("--solution FILE --data nowhere.zip", "--data: there is no file 'nowhere.zip'.")]
    [InlineData("--solution FILE --solution FILE", "--solution may be given once.")]
    [InlineData("--solution FILE --map FILE", "--map says how a CSV is read: give the CSV with --opportunities.")]
    [InlineData("--solution FILE --port many", "--port must be a number from 0 to 65535, not 'many'.")]
    [InlineData("--solution FILE --urls there", "--urls must be an address as http://127.0.0.1:5199, not 'there'.")]
    [InlineData("--solution FILE --port 1 --urls http://127.0.0.1:1", "Give either --urls or --port, not both.")]
    [InlineData("--sollution FILE", "'--sollution' is not known. Known are: --solution, --data, --sample, --opportunities, --map, --urls, --port, --open.")]
    public void A_wrong_argument_gets_a_sentence_that_names_it(string arguments, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<ArgumentException>(() => Parse(arguments)).Message);
}
