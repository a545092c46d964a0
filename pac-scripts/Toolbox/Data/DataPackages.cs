namespace BuyerPath.Toolbox.Data;

/// <summary>All configuration data of the release, from <c>solution/data</c>.</summary>
public static class DataPackages
{
    /// <summary>Writes the packages of all languages to <c>artifacts/data</c> and gives their paths.</summary>
    /// <exception cref="InvalidDataException">A template or segment has findings; one line each.</exception>
    public static IReadOnlyList<string> WriteAll()
    {
        var templates = ProcessTemplateReader.ReadAll(Repository.PathOf("solution/data/processes"));
        var segments = SegmentReader.Read(Repository.PathOf("solution/data/segments.yaml"), templates);
        var folder = Directory.CreateDirectory(Repository.PathOf("artifacts/data")).FullName;
        return
        [
            .. Language.All.Select(language => Write($"BuyerPath.Processes.{language.Code}.zip", ProcessPackage.Zip(templates, language))),
            .. Language.All.Select(language => Write($"BuyerPath.Starter.{language.Code}.zip", StarterPackage.Zip(templates, segments, language))),
        ];

        string Write(string name, byte[] zip)
        {
            var path = Path.Combine(folder, name);
            File.WriteAllBytes(path, zip);
            return path;
        }
    }
}
