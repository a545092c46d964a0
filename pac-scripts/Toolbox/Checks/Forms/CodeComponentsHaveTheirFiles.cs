using BuyerPath.Toolbox.Packing;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Forms;

/// <summary>A code component comes with its manifest and every file that the manifest names; Microsoft's packer does not look.</summary>
internal sealed class CodeComponentsHaveTheirFiles : ICheck
{
    public IEnumerable<string> Findings(SolutionSource source)
    {
        foreach (var component in source.Files("Controls/", ".data.xml"))
        {
            var path = component.Path[..^".data.xml".Length];
            var files = source.Has(path) ? new ControlManifest(path, source.Bytes(path)).Resources : [ControlManifest.FileName];
            foreach (var missing in files.Select(file => path[..(path.LastIndexOf('/') + 1)] + file).Where(file => !source.Has(file)))
                yield return $"{component.Path}: {missing} is missing.";
        }
    }
}
