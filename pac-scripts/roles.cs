#!/usr/bin/env dotnet
// Writes the security roles into the solution, and the table of them that people read: the matrix of roles and groups
// of tables in Toolbox/Generation/RoleMatrix.cs -> solution/src/Roles, solution/roles.md.
// Run it after a change of the matrix, or when there is a new table; a test compares.
//
//   dotnet pac-scripts/roles.cs
#:project Toolbox/BuyerPath.Toolbox.csproj
#:property PublishAot=false

using BuyerPath.Toolbox;
using BuyerPath.Toolbox.Generation;
using BuyerPath.Toolbox.Source;

return Script.Run(() =>
{
    var folder = Repository.PathOf("solution/src");
    var source = SolutionSource.Load(folder);

    var obsolete = RoleFiles.WriteInto(source);

    Script.Save(source, folder, obsolete);

    var document = new RoleDocument(Repository.PathOf("solution/roles.md"));
    Console.WriteLine(document.Update(source) ? "wrote   ../roles.md" : "The table of roles is as the solution has them.");
});
