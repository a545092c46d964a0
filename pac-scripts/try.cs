#!/usr/bin/env dotnet
#:project Toolbox/BuyerPath.Toolbox.csproj
#:property PublishAot=false

// Builds everything, packs the solution, loads the zip into the sandbox and opens the page. Ends with Ctrl+C.
//
//   dotnet pac-scripts/try.cs                                        the sample pipeline
//   dotnet pac-scripts/try.cs --opportunities FILE.csv               your own exported deals
//   dotnet pac-scripts/try.cs --opportunities FILE.csv --map FILE.json   ... with other column names
//   --port N      a fixed port instead of a free one
//   --language fi configuration data in Finnish
//   --no-open     only print the address
using BuyerPath.Toolbox;
using BuyerPath.Toolbox.Packing;

return Script.Run(() =>
{
    var options = TryOptions.Of(args);

    Run.In(Repository.Root, "dotnet", "pac-scripts/build.cs");
    Run.In(Repository.Root, "dotnet", "pac-scripts/data.cs");
    Run.In(Repository.Root, "dotnet", ["run", "--project", "tests/Sandbox.Host", "-c", "Release", "--", .. options.ForHost()]);
});

internal sealed class TryOptions
{
    private const string Usage =
        "Usage: dotnet pac-scripts/try.cs [--opportunities FILE.csv [--map FILE.json]] [--port N] [--language en|fi] [--no-open]";

    private string? Opportunities { get; set; }
    private string? Map { get; set; }
    private string Port { get; set; } = "0";
    private string Language { get; set; } = "en";
    private bool Open { get; set; } = true;

    public static TryOptions Of(string[] arguments)
    {
        var options = new TryOptions();
        for (var at = 0; at < arguments.Length; at++)
            switch (arguments[at])
            {
                case "--opportunities": options.Opportunities = ExistingFile(arguments, ++at); break;
                case "--map": options.Map = ExistingFile(arguments, ++at); break;
                case "--port": options.Port = Value(arguments, ++at); break;
                case "--language": options.Language = Value(arguments, ++at); break;
                case "--no-open": options.Open = false; break;
                default: throw new ArgumentException($"'{arguments[at]}' is not known here. {Usage}");
            }
        if (options.Language is not ("en" or "fi")) throw new ArgumentException($"--language is '{options.Language}'; it must be en or fi. {Usage}");
        if (options.Map is not null && options.Opportunities is null) throw new ArgumentException($"--map goes with --opportunities. {Usage}");
        return options;
    }

    public IEnumerable<string> ForHost()
    {
        yield return "--solution";
        yield return BuiltSolution.Path;
        yield return "--data";
        yield return Repository.PathOf($"artifacts/data/BuyerPath.Processes.{Language}.zip");
        yield return "--data";
        yield return Repository.PathOf($"artifacts/data/BuyerPath.Starter.{Language}.zip");
        yield return Opportunities is null ? "--sample" : "--opportunities";
        yield return Opportunities ?? Repository.PathOf("solution/data/sample/pipeline.yaml");
        if (Map is not null)
        {
            yield return "--map";
            yield return Map;
        }
        yield return "--port";
        yield return Port;
        if (Open) yield return "--open";
    }

    private static string Value(string[] arguments, int at) =>
        at < arguments.Length ? arguments[at] : throw new ArgumentException($"{arguments[at - 1]} needs a value. {Usage}");

    private static string ExistingFile(string[] arguments, int at)
    {
        var path = Path.GetFullPath(Value(arguments, at));
        return File.Exists(path) ? path : throw new ArgumentException($"{arguments[at - 1]}: there is no file {path}.");
    }
}
