using System.Globalization;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Adding;

internal static class AddView
{
    public static Addition Verb { get; } = new("view", "a view for the list of views; columns as name:width in pixels",
        """
        Opportunity name:260 buy_stageid:200 --key "stalled"      the key makes its id: the same for ever
        --en "..." --fi "..." --describe-en "..." --describe-fi "..."
        [--where "statecode eq 0" ...]                           all of them hold
        [--where "buy_dueon yesterday | buy_dueon today"]        one of these will do
        [--where "buy_opportunityid.statecode eq 0"]             of the row that a lookup points at
        [--order "estimatedvalue desc" ...]
        """,
        Run);

    private static void Run(Arguments arguments, SolutionSource source)
    {
        var columns = arguments.NamesFrom(1, "first column of the view, as name:260").Select(Column).ToList();
        var view = new NewView(arguments.Name(0, "name of the table"), arguments.Text("--key", "stalled"), ViewKind.Public, arguments.Wording())
        {
            Description = arguments.Wording("describe-"),
            Columns = columns,
            Conditions = [.. arguments.All("--where").Select(Condition)],
            Orders = [.. arguments.All("--order").Select(Order)],
            IsDeletable = true,
        };
        arguments.RefuseOthers(nameCount: 1 + columns.Count);

        view.AddTo(source);
    }

    private static ViewColumn Column(string text) =>
        text.Split(':') is [{ Length: > 0 } name, { } width] && int.TryParse(width, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) && pixels > 0
            ? new ViewColumn(name, pixels)
            : throw new SourceException($"'{text}' must be a column and its width in pixels, as name:260.");

    private static ViewCondition Condition(string text) =>
        text.Split(" | ").Select(One).Reverse().Aggregate((last, before) => before with { Or = last });

    private static ViewCondition One(string text) => text.Split(' ', 3) switch
    {
        [{ Length: > 0 } column, { Length: > 0 } comparison] => Of(column, comparison),
        [{ Length: > 0 } column, { Length: > 0 } comparison, { Length: > 0 } value] => Of(column, comparison, value),
        _ => throw new SourceException($"--where \"{text}\" must be column, operator and value, as \"statecode eq 0\" or \"buy_processid null\"."),
    };

    private static ViewCondition Of(string column, string comparison, string? value = null) => column.Split('.') switch
    {
        [var own] => new ViewCondition(own, comparison, value),
        [{ Length: > 0 } lookup, { Length: > 0 } theirs] => new ViewCondition(theirs, comparison, value) { Through = lookup },
        _ => throw new SourceException($"'{column}' must be a column, or a lookup and a column of the row that it points at, as buy_opportunityid.statecode."),
    };

    private static ViewOrder Order(string text) => text.Split(' ') switch
    {
        [{ Length: > 0 } column] => new ViewOrder(column),
        [var column, "desc"] => new ViewOrder(column, IsDescending: true),
        _ => throw new SourceException($"--order \"{text}\" must be a column, with desc after it for the greatest first."),
    };
}
