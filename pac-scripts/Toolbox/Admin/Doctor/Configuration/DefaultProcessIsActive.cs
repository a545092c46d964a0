using BuyerPath.Domain.Positions;
using BuyerPath.Toolbox.Admin.Connections;

namespace BuyerPath.Toolbox.Admin.Doctor.Configuration;

/// <summary>The process that new opportunities begin with exists and is active.</summary>
internal sealed class DefaultProcessIsActive : IExamination
{
    public IEnumerable<Finding> Examine(Examined environment)
    {
        var key = environment.Settings.GetValueOrDefault(ProcessRules.DefaultProcessName);
        if (environment.ActiveProcesses.Count > 0 && !environment.ActiveProcesses.Any(process => process.Text("buy_key") == key))
            yield return new Finding(
                $"{ProcessRules.DefaultProcessName} is \"{key}\", and no active process has this key: new opportunities begin without one.",
                $"give it one of {string.Join(", ", environment.ActiveProcesses.Select(process => process.Text("buy_key")).Distinct().Order(StringComparer.Ordinal))}, or activate a version of that process.");
    }
}
