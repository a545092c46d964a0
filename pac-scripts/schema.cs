#!/usr/bin/env dotnet
// Writes the names of the solution's tables, columns and choices into the code: solution/src -> Tables.g.cs, schema.g.ts.
// Run it after a change of tables or choices; a test compares.
//
//   dotnet pac-scripts/schema.cs
#:project Toolbox/BuyerPath.Toolbox.csproj
#:property PublishAot=false

using BuyerPath.Toolbox;
using BuyerPath.Toolbox.Generation;
using BuyerPath.Toolbox.Source;

return Script.Run(() =>
{
    foreach (var (path, content) in SchemaFiles.Of(SolutionSource.Load(Repository.PathOf("solution/src"))))
    {
        var file = Repository.PathOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
        Console.WriteLine($"{path}: {content.Count(letter => letter == '\n')} lines");
    }
});
