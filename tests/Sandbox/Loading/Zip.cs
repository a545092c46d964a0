using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace BuyerPath.Sandbox.Loading;

/// <summary>The files of a zip, in memory and verified: .NET itself does not compare an entry with its checksum.</summary>
internal sealed class Zip
{
    private const long MostBytes = 64 * 1024 * 1024;

    private readonly Dictionary<string, byte[]> _files = new(StringComparer.OrdinalIgnoreCase);

    private Zip() { }

    /// <summary>Paths with forward slashes, in the order of the zip.</summary>
    public IReadOnlyCollection<string> Paths => _files.Keys;

    /// <exception cref="InvalidDataException">It is no zip, an entry is damaged, named twice, or all of it is too large.</exception>
    public static Zip Read(Stream stream)
    {
        var zip = new Zip();
        var total = 0L;
        using var archive = Open(stream);
        foreach (var entry in archive.Entries.Where(entry => !entry.FullName.EndsWith('/')))
        {
            total += entry.Length;
            if (total > MostBytes) throw new InvalidDataException($"The zip holds more than {MostBytes / 1024 / 1024} MB.");
            if (!zip._files.TryAdd(Path(entry.FullName), Bytes(entry)))
                throw new InvalidDataException($"The zip holds '{entry.FullName}' twice.");
        }
        return zip;
    }

    /// <summary>The file at that path; a leading slash does not matter.</summary>
    public byte[]? Find(string path) => _files.GetValueOrDefault(Path(path));

    /// <summary>The file at that path as XML.</summary>
    /// <exception cref="InvalidDataException">It is missing or not well-formed.</exception>
    public XElement Xml(string path)
    {
        var bytes = Find(path) ?? throw new InvalidDataException($"The zip has no '{path}'.");
        var safe = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes, writable: false), safe);
            return XDocument.Load(reader).Root!;
        }
        catch (XmlException error)
        {
            throw new InvalidDataException($"'{path}' is not well-formed: {error.Message}", error);
        }
    }

    private static ZipArchive Open(Stream stream)
    {
        try
        {
            return new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        }
        catch (InvalidDataException error)
        {
            throw new InvalidDataException("The file is not a zip.", error);
        }
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        var bytes = new byte[entry.Length];
        try
        {
            using var content = entry.Open();
            content.ReadExactly(bytes);
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
        {
            throw new InvalidDataException($"'{entry.FullName}' is damaged: {error.Message}", error);
        }
        return Crc32(bytes) == entry.Crc32
            ? bytes
            : throw new InvalidDataException($"'{entry.FullName}' is damaged: its checksum does not match.");
    }

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320u);
        }
        return ~crc;
    }

    private static string Path(string path) => path.Replace('\\', '/').TrimStart('/');
}
