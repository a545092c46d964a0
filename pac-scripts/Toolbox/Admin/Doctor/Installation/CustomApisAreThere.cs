using BuyerPath.Toolbox.Admin.Connections;

namespace BuyerPath.Toolbox.Admin.Doctor.Installation;

/// <summary>Every Custom API that ships is there: the control calls them.</summary>
internal sealed class CustomApisAreThere : IExamination
{
    public IEnumerable<Finding> Examine(Examined environment) =>
        from api in environment.Shipped.CustomApis.Except(environment.Connection.Rows("customapis?$select=uniquename&$filter=startswith(uniquename,'buy_')").Select(api => api.Text("uniquename")!))
        select new Finding($"The Custom API {api} is missing.", "import this version again (import.cs).");
}
