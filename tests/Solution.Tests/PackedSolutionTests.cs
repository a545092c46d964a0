using System.IO.Compression;
using BuyerPath.Sandbox;
using BuyerPath.Toolbox.Packing;

namespace BuyerPath.Solution.Tests;

/// <summary>The sandbox boots from the zip and from nothing else.</summary>
public sealed class PackedSolutionTests
{
    private readonly byte[] _zip = SolutionPacker.Pack(PackStage.Make(), PackageType.Managed).Zip;

    [Fact]
    public void The_sandbox_loads_what_was_packed()
    {
        var model = Organization.Load(new MemoryStream(_zip)).Model;

        Assert.Equal(("BuyerPath", true), (model.UniqueName, model.IsManaged));
        Assert.Equal(ShippedAssembly.Bytes(), Assert.Single(model.Assemblies).Bytes);
    }

    [Fact] // the zip is written anew, so that its own checksums are right
    public void A_changed_byte_in_the_DLL_keeps_the_sandbox_from_loading()
    {
        using var zip = new MemoryStream();
        zip.Write(_zip);
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var dll = archive.Entries.Single(entry => entry.FullName.EndsWith(".dll", StringComparison.Ordinal)).Open();
            dll.Position = dll.Length / 2;
            var changed = (byte)(dll.ReadByte() ^ 1);
            dll.Position--;
            dll.WriteByte(changed);
        }
        zip.Position = 0;

        Assert.Contains("was changed after it was signed", Assert.Throws<InvalidDataException>(() => Organization.Load(zip)).Message);
    }
}
