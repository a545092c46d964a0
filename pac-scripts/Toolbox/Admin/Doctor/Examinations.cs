using BuyerPath.Toolbox.Admin.Doctor.Configuration;
using BuyerPath.Toolbox.Admin.Doctor.Installation;
using BuyerPath.Toolbox.Admin.Doctor.Records;

namespace BuyerPath.Toolbox.Admin.Doctor;

/// <summary>Every examination. Adding one is adding a line.</summary>
internal static class Examinations
{
    /// <summary>Without these there is nothing else to look at: when one finds a fault, the others are left out.</summary>
    public static readonly IReadOnlyList<IExamination> First = [new SalesIsInstalled(), new SolutionIsInstalled(), new TablesAreThere(), new ColumnsAreThere()];

    /// <summary>The others, from what is installed through what is configured to what is recorded.</summary>
    public static readonly IReadOnlyList<IExamination> Others =
    [
        new VersionIsThisOne(), new UpgradesAreApplied(), new KeysAreActive(), new StepsAreThere(), new StepsAreEnabled(), new CustomApisAreThere(),
        new AppIsThere(), new PluginsSucceed(), new RolesAreThere(), new RolesAreGiven(),
        new SettingsCanBeRead(), new ProcessesAreActive(), new DefaultProcessIsActive(), new ProcessesAreComplete(), new SegmentsLeadToActiveProcesses(),
        new OpportunitiesFollowProcesses(), new JourneysAreCalculated(), new JourneysAreFresh(), new SnapshotsAreTaken(), new StagesAreOfTheirProcess(),
        new OneVisitIsOpen(), new OneTurnIsOpen(), new ClosedOpportunitiesHaveOutcomes(),
    ];
}
