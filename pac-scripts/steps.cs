#!/usr/bin/env dotnet
// Writes the plugin assembly, its steps and its Custom APIs into the solution: [Step], [CustomApi] -> solution/src.
// Run it after a change of those attributes; a test compares.
//
//   dotnet pac-scripts/steps.cs
#:project Toolbox/BuyerPath.Toolbox.csproj
#:project ../plugins/Plugins/BuyerPath.Plugins.csproj
#:property PublishAot=false

using BuyerPath.Plugins;
using BuyerPath.Toolbox;
using BuyerPath.Toolbox.Generation;
using BuyerPath.Toolbox.Source;

return Script.Run(() =>
{
    var folder = Repository.PathOf("solution/src");
    var source = SolutionSource.Load(folder);

    var written = StepFiles.WriteInto(source, typeof(Plugin).Assembly);

    var files = Script.Save(source, folder, written.Obsolete);
    Console.WriteLine(files == 0 ? "The solution registers what the code declares." : "Written.");
});
