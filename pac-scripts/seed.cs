#!/usr/bin/env dotnet
// Brings configuration data into an environment.
//
//   dotnet pac-scripts/seed.cs help
#:project Toolbox/BuyerPath.Toolbox.csproj
#:project ../tests/Sandbox.Host/BuyerPath.Sandbox.Host.csproj
#:property PublishAot=false

using BuyerPath.Sandbox.Host.Pipelines;
using BuyerPath.Toolbox.Admin;
using BuyerPath.Toolbox.Admin.Connections;

return AdminScript.Run(args, SeedData.Usage, arguments => SeedData.Perform(arguments, Pac.Installed, Desk.Console, SampleUpload.Perform));
