using BuyerPath.Toolbox.Data;

namespace BuyerPath.Toolbox.PowerBi;

/// <summary>A measure of the semantic model.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Folder">Where it is listed.</param>
/// <param name="Format">How its value is shown.</param>
/// <param name="Description">Its definition in words.</param>
/// <param name="Dax">Its definition.</param>
public sealed record Measure(LocalizedText Name, LocalizedText Folder, string Format, string Description, string Dax)
{
    private const int LongestName = 100;
    private const int LongestDescription = 500;

    /// <summary>What other measures call it.</summary>
    public string EnglishName => Name[Language.English];

    /// <summary>The measures of a file, in its order.</summary>
    /// <exception cref="InvalidDataException">The file has findings; one line each.</exception>
    public static IReadOnlyList<Measure> ReadAll(string path) => YamlFile.Read(path, file => file.Each("measures", Read));

    private static Measure Read(YamlMap map) => new(
        map.Texts("name", LongestName),
        map.Texts("folder", LongestName),
        map.Text("format", LongestName),
        map.Text("description", LongestDescription),
        map.Text("dax", int.MaxValue).TrimEnd());
}
