using System.IO.Compression;
using System.Text;

namespace BuyerPath.Toolbox;

/// <summary>Zips whose bytes depend on their content alone: a fixed time, and entries in ordinal order of their names.</summary>
public static class ReproducibleZip
{
    // The earliest that a zip can tell. The time of packing would make every zip another one.
    private static readonly DateTimeOffset Beginning = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The zip of these entries, text as UTF-8 without a byte order mark.</summary>
    public static byte[] Of(IReadOnlyDictionary<string, string> texts) =>
        Of(texts.ToDictionary(text => text.Key, text => Encoding.UTF8.GetBytes(text.Value)));

    /// <summary>The zip of these entries.</summary>
    public static byte[] Of(IReadOnlyDictionary<string, byte[]> entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in entries.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = Beginning;
                entry.ExternalAttributes = 0; // the default depends on the operating system
                using var stream = entry.Open();
                stream.Write(content);
            }
        return bytes.ToArray();
    }
}
