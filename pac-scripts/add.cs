#!/usr/bin/env dotnet
// Adds tables, columns, lookups, choices, keys, views, form fields ... to solution/src, in the shape of an export.
//
//   dotnet pac-scripts/add.cs help
#:project Toolbox/BuyerPath.Toolbox.csproj
#:property PublishAot=false

using BuyerPath.Toolbox;
using BuyerPath.Toolbox.Adding;
using BuyerPath.Toolbox.Source;

return Script.Run(() =>
{
    if (args is [] or ["help"] or ["--help"]) // dotnet keeps a bare --help for itself; after -- it comes here
    {
        Console.WriteLine(Addition.Help);
        return;
    }

    var folder = Repository.PathOf("solution/src");
    var source = SolutionSource.Load(folder);
    Addition.Perform(args, source);
    Script.Save(source, folder, obsolete: []);
});
