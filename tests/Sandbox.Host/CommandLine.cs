using System.Globalization;

namespace BuyerPath.Sandbox.Host;

/// <summary>What the command line asks for.</summary>
public sealed record CommandLine
{
    /// <summary>How to call it.</summary>
    public const string Usage = """
        Usage: BuyerPath.Sandbox.Host --solution FILE.zip [options]
          --solution FILE.zip       packed solution to load (required)
          --data FILE.zip           configuration data to import; may be given several times
          --sample FILE.yaml        sample pipeline to replay
          --opportunities FILE.csv  exported deals to load as opportunities
          --map FILE.json           how the columns of the CSV are to be read; only with --opportunities
          --urls ADDRESS            where to serve, as http://127.0.0.1:0 (the default: any free port)
          --port NUMBER             short for --urls http://127.0.0.1:NUMBER
          --open                    open the page in the browser when it is ready
        """;

    /// <summary>Packed solution.</summary>
    public required string Solution { get; init; }

    /// <summary>Configuration Migration packages, in the order of their import.</summary>
    public IReadOnlyList<string> Data { get; init; } = [];

    /// <summary>Sample pipeline; null for none.</summary>
    public string? Sample { get; init; }

    /// <summary>Exported deals; null for none.</summary>
    public string? Opportunities { get; init; }

    /// <summary>How the deals are to be read; null when their headers say it.</summary>
    public string? Map { get; init; }

    /// <summary>True to open the page in the browser.</summary>
    public bool Opens { get; init; }

    /// <summary>Where to serve.</summary>
    public Uri Url { get; init; } = new("http://127.0.0.1:0");

    /// <summary>Reads the command line.</summary>
    /// <exception cref="ArgumentException">It is wrong; the sentence names the argument and what would be right.</exception>
    public static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        var values = Pairs(arguments).ToLookup(pair => pair.Name, pair => pair.Value);
        if (Single(values, "--map") is not null && Single(values, "--opportunities") is null)
            throw new ArgumentException("--map says how a CSV is read: give the CSV with --opportunities.");
        if (Single(values, "--urls") is not null && Single(values, "--port") is not null)
            throw new ArgumentException("Give either --urls or --port, not both.");

        return new CommandLine
        {
            Solution = Existing("--solution", Single(values, "--solution")) ?? throw new ArgumentException("--solution FILE.zip is missing."),
            Data = [.. values["--data"].Select(file => Existing("--data", file)!)],
            Sample = Existing("--sample", Single(values, "--sample")),
            Opportunities = Existing("--opportunities", Single(values, "--opportunities")),
            Map = Existing("--map", Single(values, "--map")),
            Opens = values.Contains(Open),
            Url = UrlOf(Single(values, "--urls"), Single(values, "--port")),
        };
    }

    private const string Open = "--open";

    private static readonly string[] Names = ["--solution", "--data", "--sample", "--opportunities", "--map", "--urls", "--port", Open];

    private static IEnumerable<(string Name, string Value)> Pairs(IReadOnlyList<string> arguments)
    {
        for (var at = 0; at < arguments.Count; at++)
        {
            var name = arguments[at];
            if (!Names.Contains(name)) throw new ArgumentException($"'{name}' is not known. Known are: {string.Join(", ", Names)}.");
            if (name != Open && (++at == arguments.Count || Names.Contains(arguments[at]))) throw new ArgumentException($"{name} needs a value.");
            yield return (name, arguments[at]);
        }
    }

    private static string? Single(ILookup<string, string> values, string name) => values[name].ToList() switch
    {
        [] => null,
        [var value] => value,
        _ => throw new ArgumentException($"{name} may be given once."),
    };

    private static string? Existing(string name, string? file) => file is null || File.Exists(file)
        ? file
        : throw new ArgumentException($"{name}: there is no file '{file}'.");

    private static Uri UrlOf(string? urls, string? port)
    {
        if (port is not null)
        {
            return ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? new Uri($"http://127.0.0.1:{number}")
                : throw new ArgumentException($"--port must be a number from 0 to 65535, not '{port}'.");
        }
        if (urls is null) return new Uri("http://127.0.0.1:0");
        return Uri.TryCreate(urls, UriKind.Absolute, out var url) ? url : throw new ArgumentException($"--urls must be an address as http://127.0.0.1:5199, not '{urls}'.");
    }
}
