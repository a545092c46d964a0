#!/usr/bin/env dotnet
// Brings what a maker changed in an environment into solution/src.
//
//   dotnet pac-scripts/export.cs help
#:project Toolbox/BuyerPath.Toolbox.csproj
#:property PublishAot=false

using BuyerPath.Toolbox;
using BuyerPath.Toolbox.Admin;
using BuyerPath.Toolbox.Admin.Connections;
using BuyerPath.Toolbox.Admin.Exporting;

return AdminScript.Run(args, ExportSource.Usage, arguments => ExportSource.Perform(arguments, Pac.Installed, Desk.Console, Repository.PathOf("solution/src")));
