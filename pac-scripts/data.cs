#:project Toolbox/BuyerPath.Toolbox.csproj
#:property PublishAot=false
// Writes the configuration data packages from solution/data:  dotnet pac-scripts/data.cs

using BuyerPath.Toolbox;
using BuyerPath.Toolbox.Data;

return Script.Run(() =>
{
    foreach (var path in DataPackages.WriteAll())
        Console.WriteLine($"{path}  {new FileInfo(path).Length:N0} bytes");
});
