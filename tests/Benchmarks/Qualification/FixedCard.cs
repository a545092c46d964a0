using System.Globalization;
using BuyerPath.Domain.Qualifications;

namespace BuyerPath.Benchmarks.Qualification;

/// <summary>The weights of fixed-weights.csv, as a scoring model whose criteria are columns of the deals.</summary>
public sealed class FixedCard
{
    private readonly ScoringModel _model;

    private FixedCard(IReadOnlyList<Criterion> criteria) =>
        _model = new ScoringModel(Guid.Empty, "Fixed beforehand", ScoringModel.UsualBorderPercent, criteria);

    /// <summary>The columns it needs.</summary>
    public IEnumerable<string> Columns => _model.Criteria.Select(criterion => criterion.Column);

    /// <summary>The card of this project.</summary>
    public static FixedCard Read() => Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Qualification", "fixed-weights.csv")));

    /// <summary>Reads a card.</summary>
    /// <exception cref="InvalidDataException">It cannot be read.</exception>
    public static FixedCard Parse(string text)
    {
        var table = CsvTable.Parse(text, ["column", "side", "weight", "levels", "reason"]);
        CsvTable.Refuse(table.Faults);
        var card = new FixedCard(table.Rows.Select(row => CriterionOf(column => row.Fields[table.Places[column]])).ToList());
        CsvTable.Refuse(card._model.Criteria
            .SelectMany(criterion => Thresholds.Read(criterion.Thresholds).Decision.Reasons)
            .Select(reason => new RowFault(0, reason))
            .ToList());
        return card;
    }

    /// <summary>
    /// Weight times level over both sides, an unknown value at level 0: what has been shown. The low end of a side's range, if all
    /// criteria were of one side.
    /// </summary>
    public double Points(Deals deals, int place) => SideScore.Of(QualificationOf(deals, place).Findings.ToList()).Low;

    /// <summary>The deal as the product qualifies it.</summary>
    public Domain.Qualifications.Qualification QualificationOf(Deals deals, int place) => Domain.Qualifications.Qualification.Of(_model, [], new Facts
    {
        Opportunity = deals.Columns.Zip(deals.Values[place], (column, value) => (column, (object?)value)).ToDictionary(),
    });

    private static Criterion CriterionOf(Func<string, string> field) => new(
        Guid.Empty, field("column"), Enum.Parse<Side>(field("side")), int.Parse(field("weight"), CultureInfo.InvariantCulture))
    {
        Key = field("column"),
        Source = CriterionSource.Column,
        Table = CriterionTable.Opportunity,
        Column = field("column"),
        Thresholds = field("levels"),
    };
}
