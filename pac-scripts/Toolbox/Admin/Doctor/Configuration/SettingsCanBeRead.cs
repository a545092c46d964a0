using BuyerPath.Domain.Journeys;

namespace BuyerPath.Toolbox.Admin.Doctor.Configuration;

/// <summary>The values of the environment variables mean something: one that does not stops sellers from saving.</summary>
internal sealed class SettingsCanBeRead : IExamination
{
    public IEnumerable<Finding> Examine(Examined environment) =>
        from reason in JourneySettings.Read(environment.Settings.GetValueOrDefault).Decision.Reasons
        select new Finding(reason, "change its value in make.powerapps.com (Solutions > Default Solution > Environment variables), and in solution/config, so that the next import keeps it.");
}
