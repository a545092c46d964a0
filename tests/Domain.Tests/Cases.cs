using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace BuyerPath.Domain.Tests;

/// <summary>The examples of tests/cases, which the tests of the control read too.</summary>
internal static class Cases
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static IReadOnlyList<T> Read<T>(string name) => JsonSerializer.Deserialize<List<T>>(Text(name), Options)!;

    public static string Text(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "cases", name));

    public static string Indented(JsonNode node) => node.ToJsonString(Options) + "\n";
}
