using System.IO.Compression;
using BuyerPath.Sandbox.Loading;

namespace BuyerPath.Sandbox.Tests.Loading;

public sealed class ZipTests
{
    [Fact]
    public void What_is_no_zip_is_refused() =>
        Assert.Equal("The file is not a zip.", Assert.Throws<InvalidDataException>(() => Zip.Read(new MemoryStream([1, 2, 3]))).Message);

    [Fact]
    public void A_byte_changed_in_the_zip_is_noticed_wherever_it_is_in_an_entry()
    {
        var content = new byte[64];
        var bytes = ZipOf(("a.bin", content), CompressionLevel.NoCompression);
        var start = IndexOf(bytes, content);
        for (var at = start; at < start + content.Length; at++)
        {
            var damaged = bytes.ToArray();
            damaged[at] ^= 1;
            Assert.Contains("'a.bin' is damaged", Assert.Throws<InvalidDataException>(() => Zip.Read(new MemoryStream(damaged))).Message);
        }
    }

    [Fact]
    public void A_damaged_compression_is_noticed()
    {
        var bytes = ZipOf(("a.txt", [.. Enumerable.Repeat((byte)'x', 1000)]), CompressionLevel.Optimal);
        bytes[35 + "a.txt".Length] ^= 0xFF;

        Assert.Contains("'a.txt' is damaged", Assert.Throws<InvalidDataException>(() => Zip.Read(new MemoryStream(bytes))).Message);
    }

    [Fact]
    public void One_path_twice_is_refused_whatever_its_casing()
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.CreateEntry("a/b.xml").Open().Dispose();
            archive.CreateEntry("A/b.xml").Open().Dispose();
        }

        Assert.Contains("twice", Assert.Throws<InvalidDataException>(() => Zip.Read(stream)).Message);
    }

    [Fact]
    public void XML_with_a_document_type_is_refused()
    {
        var zip = Zip.Read(new MemoryStream(ZipOf(("a.xml", "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>"u8.ToArray()), CompressionLevel.Optimal)));

        Assert.Contains("'a.xml' is not well-formed", Assert.Throws<InvalidDataException>(() => zip.Xml("a.xml")).Message);
    }

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Equal("The zip has no 'solution.xml'.",
            Assert.Throws<InvalidDataException>(() => Organization.Load(new MemoryStream(ZipOf(("a.xml", "<a />"u8.ToArray()), CompressionLevel.Optimal)))).Message);

    private static byte[] ZipOf((string Path, byte[] Bytes) file, CompressionLevel level)
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry(file.Path, level).Open();
            entry.Write(file.Bytes);
        }
        return stream.ToArray();
    }

    private static int IndexOf(byte[] bytes, byte[] content) => bytes.AsSpan().IndexOf(content);
}
