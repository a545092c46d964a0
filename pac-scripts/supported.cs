#!/usr/bin/env dotnet
// Writes down what the sandbox supports, each item with the tests that are about it: tests/Sandbox/SUPPORTED.md.
// Run it after a change of the sandbox's messages, operators, options or of the tests that cover them; a test compares.
//
//   dotnet pac-scripts/supported.cs
#:project ../tests/Sandbox.Tests/BuyerPath.Sandbox.Tests.csproj
#:property PublishAot=false

using BuyerPath.Sandbox.Tests.Support;
using BuyerPath.Toolbox;

return Script.Run(() =>
{
    File.WriteAllText(Repository.PathOf(SupportedDocument.Path), SupportedDocument.Text);
    Console.WriteLine(SupportedDocument.Path);
});
