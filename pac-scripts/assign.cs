#!/usr/bin/env dotnet
// Gives security roles of BuyerPath to users and teams.
//
//   dotnet pac-scripts/assign.cs help
#:project Toolbox/BuyerPath.Toolbox.csproj
#:property PublishAot=false

using BuyerPath.Toolbox.Admin;
using BuyerPath.Toolbox.Admin.Connections;

return AdminScript.Run(args, AssignRoles.Usage, arguments => AssignRoles.Perform(arguments, Pac.Installed, Desk.Console));
