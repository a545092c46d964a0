#!/usr/bin/env dotnet
// Lets opportunities that were there before begin their journey.
//
//   dotnet pac-scripts/backfill.cs help
#:project Toolbox/BuyerPath.Toolbox.csproj
#:property PublishAot=false

using BuyerPath.Toolbox.Admin;

return AdminScript.Run(args, Backfill.Usage, arguments => Backfill.Perform(arguments, Desk.Console));
