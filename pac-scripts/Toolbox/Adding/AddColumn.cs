using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Adding;

internal static class AddColumn
{
    public static Addition Verb { get; } = new("column", "a column of a table",
        """
        buy_Answer buy_Note TYPE --en "Note" --fi "Huomautus" --describe-en "..." --describe-fi "..." [--required] [--unaudited]
        text --length 100 [--several-lines]     at most 4000 characters
        url --length 500                        a web address
        memo --length 2000                      at most 1048576 characters
        whole --min 0 --max 100
        decimal --min 0 --max 3 --digits 2
        date | datetime                         a day | a moment in the reader's time zone
        yesno [--default yes|no]
        choice --of buy_verdict                 a global choice of the solution
        [--formula "DateDiff(createdon, Now(), TimeUnit.Days)"]   decimal or yesno that is computed when read
        """,
        Run);

    private delegate Column Maker(Arguments arguments, string table, string name, Wording label, Wording description);

    private const decimal Greatest = 100_000_000_000; // of a decimal column in Dataverse

    private static readonly Dictionary<string, bool> YesOrNo = new() { ["yes"] = true, ["no"] = false };

    private static readonly Dictionary<string, Maker> Makers = new()
    {
        ["text"] = (arguments, _, name, label, description) =>
            Columns.Text(name, label, description, arguments.WholeNumber("--length", 1, 4000), arguments.Flag("--several-lines") ? "textarea" : "text"),
        ["url"] = (arguments, _, name, label, description) =>
            Columns.Text(name, label, description, arguments.WholeNumber("--length", 1, 4000), "url"),
        ["memo"] = (arguments, _, name, label, description) =>
            Columns.Memo(name, label, description, arguments.WholeNumber("--length", 1, 1_048_576)),
        ["whole"] = (arguments, _, name, label, description) =>
            Columns.WholeNumber(name, label, description, arguments.WholeNumber("--min", int.MinValue, int.MaxValue), arguments.WholeNumber("--max", int.MinValue, int.MaxValue)),
        ["decimal"] = (arguments, _, name, label, description) =>
            Columns.Decimal(name, label, description, arguments.Number("--min", -Greatest, Greatest), arguments.Number("--max", -Greatest, Greatest), arguments.WholeNumber("--digits", 0, 10)),
        ["date"] = (_, _, name, label, description) => Columns.DateOnly(name, label, description),
        ["datetime"] = (_, _, name, label, description) => Columns.DateTime(name, label, description),
        ["yesno"] = (arguments, table, name, label, description) =>
            Columns.YesNo(table, name, label, description, arguments.Find("--default") is not null && arguments.OneOf("--default", YesOrNo)),
        ["choice"] = (arguments, _, name, label, description) => Columns.Choice(name, label, description, arguments.Text("--of", "buy_verdict")),
    };

    private static Column Computed(Column column, string formula) => column.Type is "decimal" or "bit"
        ? Columns.Computed(column, formula)
        : throw new SourceException($"A column of type {column.Type} cannot have a --formula here; decimal and yesno can.");

    private static void Run(Arguments arguments, SolutionSource source)
    {
        var table = arguments.Name(0, "name of the table");
        var name = arguments.Name(1, "name of the column");
        var type = arguments.Name(2, $"type of the column ({string.Join(", ", Makers.Keys)})");
        if (!Makers.TryGetValue(type, out var make))
            throw new SourceException($"'{type}' is no type of column; {string.Join(", ", Makers.Keys)} are. A reference to a row is added by lookup.");

        var column = make(arguments, table, name, arguments.Wording(), arguments.Wording("describe-"));
        if (arguments.Flag("--required")) column = column with { Required = "required" };
        if (arguments.Flag("--unaudited")) column = column with { IsAudited = false };
        if (arguments.Find("--formula") is { } formula) column = Computed(column, formula);
        arguments.RefuseOthers(nameCount: 3);

        new NewColumn(table, column).AddTo(source);
    }
}
