#!/usr/bin/env dotnet
// Writes the Power BI project: the semantic model from solution/src and the measures of solution/powerbi/measures.yaml, and the report from
// the pages of solution/powerbi/report.yaml. Run it after a change of tables, choices, measures or pages; a test compares.
//
//   dotnet pac-scripts/powerbi.cs [LANGUAGE]     titles of the report in LANGUAGE: en, which is what the repository keeps, or fi
#:project Toolbox/BuyerPath.Toolbox.csproj
#:property PublishAot=false

using BuyerPath.Toolbox;
using BuyerPath.Toolbox.Data;
using BuyerPath.Toolbox.PowerBi;
using BuyerPath.Toolbox.PowerBi.Reports;
using BuyerPath.Toolbox.Source;

return Script.Run(() =>
{
    var wanted = args is [] ? Language.English.Code : args[0];
    var language = Language.All.FirstOrDefault(each => each.Code == wanted)
        ?? throw new ArgumentException($"There are no titles in '{wanted}', only in {string.Join(" and ", Language.All.Select(each => each.Code))}.");

    var source = SolutionSource.Load(Repository.PathOf("solution/src"));
    var measures = Measure.ReadAll(Repository.PathOf(ModelFiles.Measures));
    var report = Report.Read(Repository.PathOf(ReportFiles.Pages));
    var theme = File.ReadAllText(Repository.PathOf(ReportFiles.Theme));

    Write(ModelFiles.Folder, ModelFiles.Of(source, measures));
    Write(ReportFiles.Folder, ReportFiles.Of(StarSchema.Of(source), measures, report, theme, language));
    File.WriteAllText(Repository.PathOf($"{ReportFiles.Project}/{ReportFiles.ProjectFile}"), ReportFiles.ProjectContent);
});

static void Write(string name, IReadOnlyDictionary<string, string> files)
{
    var folder = Repository.PathOf(name);
    if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    foreach (var (path, content) in files)
    {
        var file = Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }
    Console.WriteLine($"{name}: {files.Count} files");
}
