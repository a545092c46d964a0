using BuyerPath.Toolbox.Admin.Connections;

namespace BuyerPath.Toolbox.Admin.Doctor.Configuration;

/// <summary>The process of a segment is active: an opportunity of that segment could not begin otherwise.</summary>
internal sealed class SegmentsLeadToActiveProcesses : IExamination
{
    public IEnumerable<Finding> Examine(Examined environment)
    {
        var active = environment.ActiveProcesses.Select(process => process.Text("buy_processid")).ToHashSet();
        return from segment in environment.Connection.Rows("buy_segments?$select=buy_name,_buy_processid_value&$filter=statecode eq 0 and _buy_processid_value ne null")
               where !active.Contains(segment.Text("_buy_processid_value"))
               select new Finding($"The segment '{segment.Text("buy_name")}' leads to a process that is not active.", "choose an active process on the segment, or activate a version of that one.");
    }
}
