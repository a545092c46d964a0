using System.Globalization;
using BuyerPath.Toolbox.Admin.Connections;

namespace BuyerPath.Toolbox.Admin.Doctor.Installation;

/// <summary>No plugin of ours has ended with an error lately. Dataverse keeps them only where the plug-in trace log is switched on.</summary>
internal sealed class PluginsSucceed : IExamination
{
    private static readonly TimeSpan Lately = TimeSpan.FromDays(1);

    public IEnumerable<Finding> Examine(Examined environment) =>
        from log in environment.Connection.Rows(
            "plugintracelogs?$select=typename,createdon,exceptiondetails&$filter=startswith(typename,'BuyerPath.Plugins.') and exceptiondetails ne null and createdon gt "
            + (environment.Now - Lately).UtcDateTime.ToString("s", CultureInfo.InvariantCulture) + "Z")
        group log by log.Text("typename")!.Split(',')[0] into failures
        select new Finding(
            $"{failures.Key} ended with an error {failures.Count()} times in the last day, last: {failures.Last().Text("exceptiondetails")!.Split('\n')[0].Trim()}",
            "read the whole error under Settings > Plug-in trace log; what is missing there is often a role, a value of an environment variable or an incomplete process.");
}
