using System.Reflection;
using BuyerPath.Toolbox;

namespace BuyerPath.Solution.Tests;

/// <summary>The net462 plugin DLL, built as a dependency of this project: the file that ships.</summary>
internal static class ShippedAssembly
{
    public static readonly string DataverseSdk = Metadata("DataverseSdk");

    public static readonly string Configuration = Metadata("Configuration");

    public static readonly string File = Path.Combine(
        Repository.PathOf("artifacts"), DataverseSdk, "bin", "BuyerPath.Plugins", $"{Configuration.ToLowerInvariant()}_net462", "BuyerPath.Plugins.dll");

    public static byte[] Bytes() => System.IO.File.ReadAllBytes(File);

    private static string Metadata(string key) =>
        typeof(ShippedAssembly).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
