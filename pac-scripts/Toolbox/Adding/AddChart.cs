using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Adding;

internal static class AddChart
{
    public static Addition Verb { get; } = new("chart", "a chart over the rows of a table, along one of its columns",
        """
        Opportunity buy_stageid --look bar --key "by-stage"      the key makes its id: the same for ever
        --en "..." --fi "..." --describe-en "..." --describe-fi "..."
        --look bar|column|stackedbar|stackedcolumn|doughnut|line
        [--split buy_alignment]                                  a part of the bar for each of its values
        [--every month]                                          dates along the axis: day, week, month, quarter, year
        [--sum estimatedvalue | --average buy_blindspots]        without it rows are counted
        """,
        Run);

    private static readonly IReadOnlyDictionary<string, ChartLook> Looks = Enum.GetValues<ChartLook>().ToDictionary(look => look.ToString().ToLowerInvariant());

    private static void Run(Arguments arguments, SolutionSource source)
    {
        var sum = arguments.Find("--sum");
        var average = arguments.Find("--average");
        if (sum is not null && average is not null) throw new SourceException("A chart has a --sum or an --average, not both.");
        var chart = new NewChart(
            arguments.Name(0, "name of the table"),
            arguments.Text("--key", "by-stage"),
            arguments.OneOf("--look", Looks),
            arguments.Name(1, "column along the axis"),
            arguments.Wording(),
            arguments.Wording("describe-"))
        {
            SplitBy = arguments.Find("--split"),
            Every = arguments.Find("--every"),
            Of = sum ?? average,
            How = average is null ? "sum" : "avg",
        };
        arguments.RefuseOthers(nameCount: 2);

        chart.AddTo(source);
    }
}
