// How good the rules are, in numbers. From the root of the repository:
//
//   dotnet run -c Release --project tests/Benchmarks -- VERB
//
//   position                         simulates customers (Simulation/CustomerModel.cs says how), and compares where our rule
//                                    sees them with where rules in use elsewhere do; then the same in other circumstances,
//                                    some of which are bad for ours. Exit code 1 when ours misses its target.
//   position --write FILE.jsonl      writes the simulated cases.
//   position --cases FILE.jsonl      compares on cases of your own, one a line:
//                                    {"stages":6,"prior":0.3,"questions":[{"stage":1,"weight":2}],
//                                     "answers":[{"question":0,"value":"yes","multiplier":0.85}],"true":4}
//                                    question: place in questions from 0; value: yes, no, unknown; multiplier: credibility
//                                    times freshness; a question may be "negative":true.
//   ask                              how many questions it takes to be 90 % certain of a stage: asking what our rule
//                                    proposes, in the order of the process, and at random.
//   qualification --data FILE.csv --label COLUMN --positive VALUE --folds FILE.csv [--without COLUMN,COLUMN]
//                                    how well the points card that calibration learns tells deals that were won, beside the
//                                    base rate, weights fixed beforehand (Qualification/fixed-weights.md) and two models of
//                                    Microsoft.ML, on the same folds. Every column but the label counts, and those left out.
//   flow --visits FILE.csv           measures the flow of visits (Flow/VisitFile.cs says what a row means) and prints it as
//                                    JSON. Rows that cannot be right are listed with line and reason; exit code 1.
//   flow --visits FILE.csv --until TIME   knows nothing later than that time; otherwise, than the last time in the file.
//   sandbox --opportunities N        how fast the sandbox is with N opportunities that have five answers each: loaded in bulk
//                                    through the plugins, queried, recomputed; and the memory it takes. Needs what
//                                    pac-scripts/build.cs and data.cs write.
using System.Globalization;
using BuyerPath.Benchmarks;
using BuyerPath.Benchmarks.Asking;
using BuyerPath.Benchmarks.Flow;
using BuyerPath.Benchmarks.Positions;
using BuyerPath.Benchmarks.Qualification;
using BuyerPath.Benchmarks.Sandbox;
using BuyerPath.Benchmarks.Simulation;
using BuyerPath.Toolbox;

const string Usage = """
    Usage: dotnet run -c Release --project tests/Benchmarks -- VERB
      position [--cases FILE.jsonl | --write FILE.jsonl]
      ask
      qualification --data FILE.csv --label COLUMN --positive VALUE --folds FILE.csv [--without COLUMN,COLUMN]
      flow --visits FILE.csv [--until TIME]
      sandbox --opportunities N
    """;

return Script.Run(() =>
{
    switch (args)
    {
        case ["position"]:
            CompareInSimulation();
            break;
        case ["position", "--write", var file]:
            File.WriteAllLines(file, Simulated.Cases().Select(CaseFile.Line));
            break;
        case ["position", "--cases", var file]:
            Console.WriteLine(AccuracyTable.Of(Comparison.On(CaseFile.Read(File.ReadLines(file)))));
            break;
        case ["ask"]:
            Console.WriteLine(AskingTable.Of(Simulated.Model, Simulated.Seed));
            break;
        case ["qualification", "--data", var data, "--label", var label, "--positive", var positive, "--folds", var folds]:
            CompareOnDeals(data, label, positive, folds, without: []);
            break;
        case ["qualification", "--data", var data, "--label", var label, "--positive", var positive, "--folds", var folds, "--without", var without]:
            CompareOnDeals(data, label, positive, folds, without.Split(','));
            break;
        case ["flow", "--visits", var file]:
            Console.WriteLine(FlowReport.Of(VisitFile.Read(file), until: null));
            break;
        case ["flow", "--visits", var file, "--until", var time]:
            Console.WriteLine(FlowReport.Of(VisitFile.Read(file), UtcTime.Read(time) ?? throw new ArgumentException($"--until is '{time}'; it must be {UtcTime.Form}.")));
            break;
        case ["sandbox", "--opportunities", var number]:
            MeasureSandbox(number);
            break;
        default:
            throw new ArgumentException(Usage);
    }
});

static void CompareInSimulation()
{
    var comparison = Comparison.On(Simulated.Cases());
    Console.WriteLine(AccuracyTable.Of(comparison));
    Console.WriteLine();
    Console.WriteLine(AccuracyTable.Of(Simulated.Circumstances()));
    if (!comparison.IsReached) Environment.ExitCode = 1;
}

static void CompareOnDeals(string data, string label, string positive, string folds, string[] without)
{
    var deals = Deals.Parse(File.ReadAllText(data), label, positive, without);
    Console.WriteLine(SkillTable.Of(deals, Split.Parse(File.ReadAllText(folds), deals)));
}

static void MeasureSandbox(string number)
{
    if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var opportunities) || opportunities == 0)
        throw new ArgumentException($"--opportunities is '{number}'; it must be a whole number from 1.");
    Volume.Measure(opportunities, Repository.PathOf("artifacts/data/BuyerPath.Processes.en.zip"), Console.WriteLine);
}
