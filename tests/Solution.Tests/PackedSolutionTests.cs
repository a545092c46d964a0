using System.IO.Compression;
using BuyerPath.Sandbox;
using BuyerPath.Toolbox.Packing;
using BuyerPath.Toolbox.Source;

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

    [Fact]
    public void Every_component_of_the_source_is_in_the_zip_and_in_the_sandbox()
    {
        var source = PackStage.Make();
        var loaded = Organization.Load(new MemoryStream(_zip)).Model.Components
            .GroupBy(component => component.Kind)
            .ToDictionary(kind => kind.Key, kind => kind.Count());

        var counted = ComponentCounts.Of(source);

        Assert.Equal(counted.Select(kind => (kind.Key, kind.Value)), loaded.Select(kind => (kind.Key, kind.Value)).OrderBy(kind => kind.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void A_table_of_counts_has_a_line_for_each_kind() =>
        Assert.Equal(["App        1", "Dashboard  2"], ComponentCounts.Lines(new SortedDictionary<string, int> { ["App"] = 1, ["Dashboard"] = 2 }));

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
