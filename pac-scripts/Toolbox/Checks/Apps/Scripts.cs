using System.Text;
using BuyerPath.Toolbox.Source;
using Jint;
using Jint.Runtime;

namespace BuyerPath.Toolbox.Checks.Apps;

/// <summary>The scripts of the solution, run to see what they define.</summary>
internal static class Scripts
{
    /// <summary>Why the function cannot be called from that web resource; null when it can.</summary>
    public static string? Obstacle(SolutionSource source, string library, string function)
    {
        if (!source.Has($"WebResources/{library}")) return $"calls {function} of {library}, a web resource that does not exist";

        var engine = new Engine(options => options.LimitRecursion(100).TimeoutInterval(TimeSpan.FromSeconds(5)));
        try
        {
            engine.Execute("var window = globalThis; var Xrm = {};");
            engine.Execute(Encoding.UTF8.GetString(source.Bytes($"WebResources/{library}")).TrimStart('\uFEFF'));
            return engine.Evaluate($"typeof {function} === 'function'").AsBoolean() ? null : Missing();
        }
        catch (JavaScriptException fault) when (fault.Error.ToString().StartsWith("TypeError", StringComparison.Ordinal) || fault.Error.ToString().StartsWith("ReferenceError", StringComparison.Ordinal))
        {
            return Missing();
        }

        string Missing() => $"calls {function}, which {library} does not define";
    }
}
