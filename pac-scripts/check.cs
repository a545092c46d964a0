#!/usr/bin/env dotnet
// Checks what is about to be shipped: builds the plugin and the code components and applies every rule to the solution
// as it would be packed, and Microsoft's rules for scripts to the sources of what runs in the browser.
//
//   dotnet pac-scripts/check.cs [--skip-control]
//   dotnet pac-scripts/check.cs --list
//
//   --skip-control   takes the code components as they were built last
//   --list           prints the rules and builds nothing
#:project Toolbox/BuyerPath.Toolbox.csproj
#:property PublishAot=false

using BuyerPath.Toolbox;
using BuyerPath.Toolbox.Checks;
using BuyerPath.Toolbox.Source;

return Script.Run(() =>
{
    if (args is ["--list"])
    {
        foreach (var (rule, sentence) in RuleTexts.All())
            Console.WriteLine($"{rule,-36}{sentence}");
        return;
    }
    if (args is not ([] or ["--skip-control"]))
        throw new ArgumentException($"'{string.Join(' ', args)}' is not known here. There are: --skip-control, --list.");

    Run.In(Repository.Root, "dotnet", ["pac-scripts/build.cs", .. args]);
    Run.In(Repository.PathOf("webresources"), "npm", "run", "--silent", "lint");

    var findings = SourceChecks.Findings(SolutionSource.Load(Repository.PathOf("artifacts/solution/source"))).ToList();
    foreach (var finding in findings)
        Console.WriteLine(finding);
    Console.WriteLine($"{SourceChecks.All.Count + SourceChecks.OfTheBuild.Count} rules, {(findings.Count == 0 ? "nothing found" : $"{findings.Count} findings")}.");
    if (findings.Count > 0) Environment.ExitCode = 1;
});
