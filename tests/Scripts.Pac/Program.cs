using System.Text.Json;

// Beside the program lie answers.json, what to answer to a command that begins so, and calls.jsonl, what was asked.
var folder = AppContext.BaseDirectory;
File.AppendAllLines(Path.Combine(folder, "calls.jsonl"), [JsonSerializer.Serialize(args)]);

var answersFile = Path.Combine(folder, "answers.json");
var answers = JsonSerializer.Deserialize<List<PreparedAnswer>>(File.ReadAllText(answersFile))!;
var asked = string.Join(' ', args);
var at = answers.FindIndex(answer => asked.StartsWith(answer.Command, StringComparison.Ordinal));
if (at < 0)
{
    Console.Error.WriteLine($"The stand-in has no answer to 'pac {asked}'.");
    return 99;
}

var found = answers[at];
if (found.IsOnce)
{
    answers.RemoveAt(at);
    File.WriteAllText(answersFile, JsonSerializer.Serialize(answers));
}
foreach (var (file, text) in found.Writes) // what the real one would leave on disk
{
    Directory.CreateDirectory(Path.GetDirectoryName(file)!);
    File.WriteAllText(file, text);
}
if (found.Unpacks is { } unpacked && Array.IndexOf(args, "--folder") is >= 0 and var option)
{
    var target = args[option + 1];
    foreach (var file in Directory.EnumerateFiles(unpacked, "*", SearchOption.AllDirectories))
    {
        var copy = Path.Combine(target, Path.GetRelativePath(unpacked, file));
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        File.Copy(file, copy);
    }
}
Console.WriteLine(found.Output);
return found.ExitCode;

/// <summary>What is answered to a command.</summary>
internal sealed record PreparedAnswer(string Command, string Output, int ExitCode, bool IsOnce, Dictionary<string, string> Writes, string? Unpacks);
