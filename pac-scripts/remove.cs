#!/usr/bin/env dotnet
// Takes BuyerPath out of an environment, after saying what goes with it.
//
//   dotnet pac-scripts/remove.cs help
#:project Toolbox/BuyerPath.Toolbox.csproj
#:property PublishAot=false

using BuyerPath.Toolbox.Admin;
using BuyerPath.Toolbox.Admin.Connections;

return AdminScript.Run(args, RemoveSolution.Usage, arguments => RemoveSolution.Perform(arguments, Pac.Installed, Desk.Console));
