#!/usr/bin/env dotnet
// Says what is wrong with BuyerPath in an environment, and what to do about it.
//
//   dotnet pac-scripts/doctor.cs help
#:project Toolbox/BuyerPath.Toolbox.csproj
#:property PublishAot=false

using BuyerPath.Toolbox.Admin;
using BuyerPath.Toolbox.Admin.Doctor;

return AdminScript.Run(args, EnvironmentExamination.Usage, arguments => EnvironmentExamination.Perform(arguments, Desk.Console));
