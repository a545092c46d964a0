using System.Text;
using BuyerPath.Toolbox;
using BuyerPath.Toolbox.Packing;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Solution.Tests;

/// <summary>Our solution, staged with the built plugin, icons and form script, and stand-ins for the controls, which are slow to build.</summary>
internal static class PackStage
{
    /// <summary>A new copy, free to be broken.</summary>
    public static SolutionSource Make()
    {
        var webResources = Directory.CreateTempSubdirectory("buyerpath-control-");
        try
        {
            BuildControls(webResources.FullName);
            AddIconsAndScript(webResources.FullName);
            var source = SolutionSource.Load(Repository.PathOf("solution/src"));
            SolutionStage.AddBuilt(source, ShippedAssembly.File, webResources.FullName);
            return source;
        }
        finally
        {
            webResources.Delete(recursive: true);
        }
    }

    /// <summary>What pcf-scripts leaves behind, the license file included, which does not belong into a solution.</summary>
    public static void BuildControls(string webResources)
    {
        foreach (var name in new[] { "Journey", "Board" }) BuildControl(webResources, name);
    }

    private static void BuildControl(string webResources, string name)
    {
        Write("ControlManifest.xml", $"""
            <manifest>
              <control namespace="BuyerPath" constructor="{name}" version="9.9.9" control-type="virtual" api-version="1.3.18">
                <resources>
                  <code path="bundle.js" order="1" />
                  <platform-library name="React" version="16.14.0" />
                  <css path="css/{name}.css" order="1" />
                  <resx path="strings/{name}.1033.resx" version="1.0.0" />
                </resources>
              </control>
            </manifest>
            """);
        Write("bundle.js", "var a;");
        Write("bundle.js.LICENSE.txt", "/* license */");
        Write($"css/{name}.css", ".a{}");
        Write($"strings/{name}.1033.resx", "<root />");

        void Write(string path, string content)
        {
            var file = Path.Combine(webResources, name.ToLowerInvariant(), "out", "controls", name, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, content, Encoding.UTF8);
        }
    }

    /// <summary>The icons as they are drawn, and the form script as the build of the packed solution left it.</summary>
    public static void AddIconsAndScript(string webResources)
    {
        Copy("images", "*.svg");
        Copy("forms/out", "*.js");

        void Copy(string folder, string files)
        {
            var target = Directory.CreateDirectory(Path.Combine(webResources, folder)).FullName;
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.PathOf("webresources"), folder), files))
                File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }
    }
}
