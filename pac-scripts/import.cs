#!/usr/bin/env dotnet
// Brings the packed solution into an environment, or upgrades it there.
//
//   dotnet pac-scripts/import.cs help
#:project Toolbox/BuyerPath.Toolbox.csproj
#:property PublishAot=false

using BuyerPath.Toolbox.Admin;
using BuyerPath.Toolbox.Admin.Connections;
using BuyerPath.Toolbox.Admin.Importing;

return AdminScript.Run(args, ImportSolution.Usage, arguments => ImportSolution.Perform(arguments, Pac.Installed, Desk.Console));
