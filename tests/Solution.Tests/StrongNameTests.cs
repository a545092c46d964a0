using System.Reflection.PortableExecutable;
using BuyerPath.Sandbox.Loading;

namespace BuyerPath.Solution.Tests;

public sealed class StrongNameTests
{
    [Fact]
    public void The_shipped_assembly_is_as_it_was_signed() => StrongName.Verify(ShippedAssembly.Bytes(), "the plugin");

    [Fact] // every byte of the headers, where the exceptions are, and a sample of the rest
    public void A_flipped_bit_is_noticed_wherever_it_is()
    {
        var bytes = ShippedAssembly.Bytes();
        var inHeaders = new PEHeaders(new MemoryStream(bytes)).PEHeader!.SizeOfHeaders;
        var places = Enumerable.Range(0, inHeaders)
            .Concat(Enumerable.Range(inHeaders, bytes.Length - inHeaders).Where(at => at % 41 == 0))
            .Append(bytes.Length - 1);

        Assert.All(places, at => AssertNoticed(bytes, at));
    }

    [Fact]
    public void Every_byte_of_the_signature_counts()
    {
        var bytes = ShippedAssembly.Bytes();
        var headers = new PEHeaders(new MemoryStream(bytes));
        Assert.True(headers.TryGetDirectoryOffset(headers.CorHeader!.StrongNameSignatureDirectory, out var start));

        Assert.All(Enumerable.Range(start, headers.CorHeader.StrongNameSignatureDirectory.Size), at => AssertNoticed(bytes, at));
    }

    [Fact]
    public void A_byte_behind_the_last_section_is_noticed() =>
        AssertRefused("the plugin is damaged: its parts do not fill the file.", [.. ShippedAssembly.Bytes(), 0]);

    [Fact]
    public void An_assembly_without_signature_is_refused() =>
        AssertRefused("the plugin has no strong name, which Dataverse demands.", File.ReadAllBytes(typeof(StrongNameTests).Assembly.Location));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4096)]
    public void A_file_that_is_no_assembly_is_refused(int length) =>
        AssertRefused("the plugin is not a .NET assembly.", new byte[length]);

    private static void AssertNoticed(byte[] bytes, int at)
    {
        bytes[at] ^= 0x10;
        try
        {
            Assert.Throws<InvalidDataException>(() => StrongName.Verify(bytes, "the plugin"));
        }
        finally
        {
            bytes[at] ^= 0x10;
        }
    }

    private static void AssertRefused(string sentence, byte[] bytes) =>
        Assert.Equal(sentence, Assert.Throws<InvalidDataException>(() => StrongName.Verify(bytes, "the plugin")).Message);
}
