#:project Toolbox/BuyerPath.Toolbox.csproj
#:property PublishAot=false

// Adds a table, column, lookup, choice, key or form field to solution/src.

using BuyerPath.Toolbox;
using BuyerPath.Toolbox.Adding;
using BuyerPath.Toolbox.Source;

return Script.Run(() =>
{
    if (args is [] or ["help"] or ["--help"]) // dotnet keeps a bare --help for itself; after -- it comes here
    {
        Console.WriteLine(Addition.Help);
        return;
    }

    var folder = Repository.PathOf("solution/src");
    var source = SolutionSource.Load(folder);
    Addition.Perform(args, source);
    source.Save(folder);

    Console.WriteLine($"Wrote {string.Join(", ", source.Changed.Select(path => "solution/src/" + path))}.");
});
