#!/usr/bin/env dotnet
#:project Toolbox/BuyerPath.Toolbox.csproj
#:property PublishAot=false

// Runs every test: .NET, the control's unit tests, a client of the Web API, and the browser tests on the packed solution.
// --also FOLDER adds a test project that is not part of the solution file.
using BuyerPath.Toolbox;
using BuyerPath.Toolbox.Testing;

const string Usage = "Usage: dotnet pac-scripts/test.cs [--also FOLDER-OF-A-TEST-PROJECT]...";

return Script.Run(() =>
{
    var also = new List<string>();
    for (var at = 0; at < args.Length; at += 2)
        also.Add(args[at] == "--also" && at + 1 < args.Length ? args[at + 1] : throw new ArgumentException($"'{args[at]}' is not known here. {Usage}"));

    Browser.Ensure();
    Run.In(Repository.Root, "dotnet", "pac-scripts/build.cs");
    Run.In(Repository.Root, "dotnet", "pac-scripts/data.cs");

    var tests = new TestRun();
    tests.Add(".NET", Repository.Root, "dotnet", "test", "BuyerPath.slnx", "-c", "Release", "--nologo");
    foreach (var project in also)
        tests.Add(project, Repository.Root, "dotnet", "test", project, "-c", "Release", "--nologo");
    var webresources = Repository.PathOf("webresources");
    Run.In(webresources, "npm", "run", "--silent", "lint");
    tests.Add("control, unit", webresources, "npm", "run", "--silent", "test");
    tests.Add("Web API, from a client that others wrote", webresources, "npm", "run", "--silent", "test:client");
    tests.Add("control and page, in a browser", webresources, "npm", "run", "--silent", "test:browser");

    Console.WriteLine();
    Console.WriteLine(tests.Tally);
    if (!tests.Tally.IsGreen) Environment.ExitCode = 1;
});
