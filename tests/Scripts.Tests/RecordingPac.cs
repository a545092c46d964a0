using System.Text.Json;
using System.Text.Json.Nodes;
using BuyerPath.Toolbox.Admin;
using BuyerPath.Toolbox.Admin.Connections;

namespace BuyerPath.Scripts.Tests;

/// <summary>A pac of one test: a program in a folder of its own, which records what it is asked and answers what the test prepared.</summary>
internal sealed class RecordingPac : IDisposable
{
    public const string Environment = "https://contoso.crm4.dynamics.com";

    private readonly StringWriter paper = new();

    public RecordingPac()
    {
        Folder = Directory.CreateTempSubdirectory("recording-pac").FullName;
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory, "pac*").Where(file => Path.GetFileNameWithoutExtension(file) is "pac" or "pac.runtimeconfig" or "pac.deps"))
            File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)));
        Answer("org who", """{ "UserEmail": "admin@contoso.com" }""");
    }

    public string Folder { get; }

    /// <summary>All that the administrator was told.</summary>
    public string Told => paper.ToString();

    public Pac Pac => new(Path.Combine(Folder, OperatingSystem.IsWindows() ? "pac.exe" : "pac"));

    /// <summary>The commands so far, each as one line, without those that only ask who acts.</summary>
    public IReadOnlyList<string> Commands => [.. Calls.Select(call => string.Join(' ', call)).Where(call => !call.StartsWith("org who", StringComparison.Ordinal))];

    /// <summary>The arguments of the command that begins so.</summary>
    public string[] Call(string command) => Calls.Single(call => string.Join(' ', call).StartsWith(command, StringComparison.Ordinal));

    private string AnswersFile => Path.Combine(Folder, "answers.json");

    private IEnumerable<string[]> Calls
    {
        get
        {
            var file = Path.Combine(Folder, "calls.jsonl");
            return File.Exists(file) ? File.ReadLines(file).Select(line => JsonSerializer.Deserialize<string[]>(line)!) : [];
        }
    }

    /// <summary>Prepares an answer; of several that fit, those for one time come first, in their order.</summary>
    public RecordingPac Answer(string command, string output = "", int exitCode = 0, bool once = false, Dictionary<string, string>? writes = null, string? unpacks = null)
    {
        var answer = JsonSerializer.SerializeToNode(new { Command = command, Output = output, ExitCode = exitCode, IsOnce = once, Writes = writes ?? [], Unpacks = unpacks });
        var answers = File.Exists(AnswersFile) ? JsonNode.Parse(File.ReadAllText(AnswersFile))!.AsArray() : []; // without those that were given once already
        if (once) answers.Insert(answers.Count(one => (bool)one!["IsOnce"]!), answer);
        else answers.Add(answer);
        File.WriteAllText(AnswersFile, answers.ToJsonString());
        return this;
    }

    /// <summary>Prepares the list of solutions that the environment has.</summary>
    public RecordingPac Has(string version, bool managed = true, string name = "BuyerPath", bool once = false) =>
        Answer("solution list", JsonSerializer.Serialize(new[] { new { SolutionUniqueName = name, VersionNumber = version, IsManaged = managed } }), once: once);

    /// <summary>Prepares a command that fills the folder after its <c>--folder</c> with what lies in this one.</summary>
    public RecordingPac Unpack(string command, string folder) => Answer(command, unpacks: folder);

    /// <summary>Prepares an environment without any solution.</summary>
    public RecordingPac HasNothing(bool once = false) => Answer("solution list", "Connected as admin@contoso.com\n[]", once: once);

    /// <summary>A desk at which this is typed; null for an input that has ended.</summary>
    public Desk Desk(string? typed = null) => new(new StringReader(typed ?? ""), paper);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
