using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Files;

/// <summary>Every XML file is byte for byte as an export would write it, so that a later export shows only real differences.</summary>
internal sealed class FilesHaveTheExportedShape : ICheck
{
    public IEnumerable<string> Findings(SolutionSource source) =>
        from file in source.Files(under: "")
        where file.Stem != "ControlManifest" // pcf-scripts' output, packed as it is
            && !source.Bytes(file.Path).AsSpan().SequenceEqual(SourceXml.Write(file.Path, file.Root))
        select $"{file.Path}: not written as an export writes it (byte order mark, line feeds, two spaces, no line feed at the end).";
}
