using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Adding;

internal static class AddTable
{
    private static readonly Dictionary<string, Ownership> Owners = new()
    {
        ["user"] = Ownership.UserOwned,
        ["organization"] = Ownership.OrgOwned,
    };

    public static Addition Verb { get; } = new("table", "a table with its system columns, default views and a main form",
        """
        buy_Rating --set buy_ratings --owner user|organization
        --en "Rating" --fi "Arvio" --plural-en "Ratings" --plural-fi "Arviot" --describe-en "..." --describe-fi "..."
        [--name-length 100 | --number "R-{SEQNUM:6}"]   rows have a name, or are numbered
        [--unaudited]                                   changes need no history, for plugins alone write them
        """,
        Run);

    private static void Run(Arguments arguments, SolutionSource source)
    {
        var name = arguments.Name(0, "name of the table");
        var owner = arguments.OneOf("--owner", Owners);
        var primary = Primary(arguments, source.Manifest.Prefix);
        var table = new NewTable(name, arguments.Text("--set", name.ToLowerInvariant() + "s"), owner,
            arguments.Wording(), arguments.Wording("plural-"), arguments.Wording("describe-"), primary)
        {
            IsAudited = !arguments.Flag("--unaudited"),
        };
        arguments.RefuseOthers(nameCount: 1);

        table.AddTo(source);
        var nameColumn = primary.SchemaName.ToLowerInvariant();
        new DefaultViews(name, [new(nameColumn, 300), new("createdon", 150)], [new(nameColumn)]).AddTo(source);
        new NewForm(name, FormKind.Main, "information", new("Information", "Tiedot"),
            Wording.Format("Main form: {0}.", "Päälomake: {0}.", table.Label.InSentence),
            [new("general", new("General", "Yleiset"), [new FieldSection("main", table.Label, Fields(primary, owner))])]).AddTo(source);
    }

    private static Column Primary(Arguments arguments, string prefix)
    {
        var number = arguments.Find("--number");
        var length = arguments.WholeNumber("--name-length", 1, 4000, byDefault: 100);
        return number is null
            ? Columns.PrimaryName(prefix + "_Name", new("Name", "Nimi"), new("What people call the row.", "Millä nimellä riviä kutsutaan."), length)
            : Columns.PrimaryNumber(prefix + "_Number", new("Number", "Numero"), new("Running number that the platform gives.", "Järjestelmän antama juokseva numero."), number);
    }

    private static FormField[] Fields(Column primary, Ownership owner)
    {
        var name = new FormField(primary.SchemaName.ToLowerInvariant()) { IsLocked = primary.AutoNumber != "" };
        return owner == Ownership.UserOwned ? [name, new("ownerid")] : [name];
    }
}
