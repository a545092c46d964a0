using BuyerPath.Domain.Positions;
using BuyerPath.Toolbox.Admin.Connections;

namespace BuyerPath.Toolbox.Admin.Doctor.Configuration;

/// <summary>Every active process has stages, and every stage its exit fact; no opportunity can choose one that does not.</summary>
internal sealed class ProcessesAreComplete : IExamination
{
    public IEnumerable<Finding> Examine(Examined environment)
    {
        var stages = environment.Connection.Rows("buy_stages?$select=buy_stageid,buy_name,_buy_processid_value").ToLookup(stage => stage.Text("_buy_processid_value"));
        var exitFacts = environment.Connection
            .Rows($"buy_questions?$select=_buy_stageid_value&$filter=statecode eq 0 and buy_kind eq {environment.Shipped.Option(QuestionKind.ExitFact)}")
            .CountBy(question => question.Text("_buy_stageid_value")!)
            .ToDictionary();
        foreach (var process in environment.ActiveProcesses)
        {
            var name = process.Text("buy_name");
            var own = stages[process.Text("buy_processid")].ToList();
            if (own.Count == 0) yield return new Finding($"The active process '{name}' has no stage.", "import the templates again (seed.cs), or retire the process.");
            foreach (var stage in own.Where(stage => exitFacts.GetValueOrDefault(stage.Text("buy_stageid")!) != 1))
                yield return new Finding(
                    $"The stage '{stage.Text("buy_name")}' of the active process '{name}' has {exitFacts.GetValueOrDefault(stage.Text("buy_stageid")!)} exit facts instead of one.",
                    "import the templates again (seed.cs); a process of your own: clone it, complete the clone, activate it and retire this one.");
        }
    }
}
