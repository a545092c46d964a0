using BuyerPath.Toolbox.Admin.Connections;

namespace BuyerPath.Toolbox.Admin.Doctor.Records;

/// <summary>The buying stage of an open opportunity belongs to the process that it follows.</summary>
internal sealed class StagesAreOfTheirProcess : IExamination
{
    public IEnumerable<Finding> Examine(Examined environment)
    {
        var processes = environment.Connection.Rows("buy_stages?$select=buy_stageid,_buy_processid_value").ToDictionary(stage => stage.Text("buy_stageid")!, stage => stage.Text("_buy_processid_value"));
        var astray = environment.Connection
            .Rows("opportunities?$select=_buy_processid_value,_buy_stageid_value&$filter=statecode eq 0 and _buy_stageid_value ne null")
            .Count(row => processes.GetValueOrDefault(row.Text("_buy_stageid_value")!) != row.Text("_buy_processid_value"));
        if (astray > 0) yield return new Finding($"{astray} open opportunities stand at a stage of another process.", "calculate them anew: dotnet pac-scripts/backfill.cs URL --recalculate");
    }
}
