using System.Globalization;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.PowerBi;

/// <summary>
/// Makes columns of the semantic model from columns of a Dataverse table. Finnish name and both descriptions of our own columns are those
/// of the solution; the columns of the platform have theirs here.
/// </summary>
/// <param name="source">The unpacked solution.</param>
/// <param name="table">Logical name of the Dataverse table.</param>
internal sealed class StarColumns(SolutionSource source, string table)
{
    public StarColumn Key(string name, string column) => Hidden(ColumnKind.Key, name, column) with { IsKey = column == table + "id" };

    public StarColumn Text(string name, string column) => Ours(ColumnKind.Text, name, column);

    public StarColumn WholeNumber(string name, string column) => Ours(ColumnKind.WholeNumber, name, column);

    public StarColumn Amount(string name, string column) => Ours(ColumnKind.Amount, name, column);

    public StarColumn Fraction(string name, string column) => Ours(ColumnKind.Fraction, name, column);

    public StarColumn Flag(string name, string column) => Ours(ColumnKind.Flag, name, column);

    public StarColumn Moment(string name, string column) => Hidden(ColumnKind.Moment, name, column);

    public StarColumn Date(string name, string column) => Ours(ColumnKind.Date, name, column);

    /// <summary>A choice as two columns: its code for measures, its label for people.</summary>
    public IEnumerable<StarColumn> Choice(string name, string column)
    {
        var choice = ChoiceOf(Find(column).GlobalChoice ?? throw new SourceException($"{table}.{column} has no global choice."));
        return Choice(name, column, choice, Labelled(name, column), DescriptionOf(column));
    }

    /// <summary>A choice of the platform's.</summary>
    public static IEnumerable<StarColumn> Choice(string name, string column, StarChoice choice, Wording label, Wording description) =>
    [
        new(ColumnKind.Code, Same($"{name} Code"), description) { Source = column, Choice = choice, IsHidden = true },
        new(ColumnKind.Label, label, description) { Source = column, Choice = choice },
    ];

    /// <summary>A column of the platform's, whose texts are given.</summary>
    public static StarColumn Standard(ColumnKind kind, string column, Wording name, Wording description) => new(kind, name, description) { Source = column };

    /// <summary>A column that DAX calculates at refresh: for what Dataverse does not store and measures would calculate again and again.</summary>
    public static StarColumn Calculated(ColumnKind kind, Wording name, Wording description, string formula) => new(kind, name, description) { Formula = formula };

    /// <summary>A name that nobody reads needs no translation.</summary>
    public static Wording Same(string name) => new(name, name);

    private StarColumn Ours(ColumnKind kind, string name, string column) => new(kind, Labelled(name, column), DescriptionOf(column)) { Source = column };

    private StarColumn Hidden(ColumnKind kind, string name, string column) =>
        new(kind, Same(name), Same($"Column {column} of {table}.")) { Source = column, IsHidden = true };

    private Wording Labelled(string name, string column) => new(name, Find(column).Label.Finnish);

    private Wording DescriptionOf(string column) => Wording.Of(Find(column).Xml.Element("Descriptions")!);

    private ColumnSource Find(string column) =>
        source.Table(table).Find(column) ?? throw new SourceException($"The table {table} has no column {column} in the solution.");

    private StarChoice ChoiceOf(string choice) => new(choice, source
        .Xml($"OptionSets/{choice}.xml")
        .Element("options")!
        .Elements()
        .ToDictionary(option => int.Parse(option.Attribute("value")!.Value, CultureInfo.InvariantCulture), option => Wording.Of(option.Element("labels")!)));
}
