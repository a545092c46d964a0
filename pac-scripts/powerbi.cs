#!/usr/bin/env dotnet
// Writes the Power BI semantic model: the star schema over solution/src and the measures of solution/powerbi/measures.yaml
// -> solution/powerbi/BuyerPath.SemanticModel. Run it after a change of tables, choices or measures; a test compares.
//
//   dotnet pac-scripts/powerbi.cs
#:project Toolbox/BuyerPath.Toolbox.csproj
#:property PublishAot=false

using BuyerPath.Toolbox;
using BuyerPath.Toolbox.PowerBi;
using BuyerPath.Toolbox.Source;

return Script.Run(() =>
{
    var folder = Repository.PathOf(ModelFiles.Folder);
    var files = ModelFiles.Of(SolutionSource.Load(Repository.PathOf("solution/src")), Measure.ReadAll(Repository.PathOf(ModelFiles.Measures)));

    if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    foreach (var (path, content) in files)
    {
        var file = Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }
    Console.WriteLine($"{ModelFiles.Folder}: {files.Count} files");
});
