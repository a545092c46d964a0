using BuyerPath.Toolbox.Admin.Connections;

namespace BuyerPath.Toolbox.Admin.Doctor.Installation;

/// <summary>The app is there and switched on.</summary>
internal sealed class AppIsThere : IExamination
{
    private const int Active = 0;

    public IEnumerable<Finding> Examine(Examined environment)
    {
        var app = environment.Connection.Rows($"appmodules?$select=name,statecode&$filter=uniquename eq '{environment.Shipped.App}'").ToList();
        if (app.Count == 0) yield return new Finding("The app BuyerPath is missing.", "import this version again (import.cs).");
        else if (app[0].Number("statecode") != Active) yield return new Finding("The app BuyerPath is switched off.", "activate it in make.powerapps.com (Apps > BuyerPath > Activate).");
    }
}
