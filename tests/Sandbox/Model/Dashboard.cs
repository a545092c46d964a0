using System.Xml.Linq;

namespace BuyerPath.Sandbox.Model;

/// <summary>A dashboard. Its tiles stand in rows of <paramref name="Columns"/> columns, from left to right and top to bottom.</summary>
public sealed record Dashboard(Guid Id, Labels Name, int Columns, IReadOnlyList<DashboardTile> Tiles);

/// <summary>A list or chart on a dashboard.</summary>
public sealed record DashboardTile
{
    /// <summary>Its heading.</summary>
    public required Labels Title { get; init; }

    /// <summary>Logical name of the table whose rows it shows.</summary>
    public required string Table { get; init; }

    /// <summary>The view that says which rows.</summary>
    public required Guid View { get; init; }

    /// <summary>The chart that it draws of them; null for a list.</summary>
    public Guid? Chart { get; init; }

    /// <summary>Rows on a page of the list.</summary>
    public required int RowsPerPage { get; init; }

    /// <summary>Columns of the dashboard that it is wide.</summary>
    public required int Width { get; init; }

    /// <summary>Rows of the dashboard that it is high.</summary>
    public required int Height { get; init; }
}

/// <summary>How a series of a chart is drawn.</summary>
public enum ChartType
{
    Column, StackedColumn, Bar, StackedBar, Line, Area, Pie, Doughnut, Funnel,
}

/// <summary>A chart over the rows of a view.</summary>
public sealed record Chart
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Logical name of its table.</summary>
    public required string Table { get; init; }

    /// <summary>What people see.</summary>
    public required Labels Name { get; init; }

    /// <summary>What it shows.</summary>
    public required Labels Description { get; init; }

    /// <summary>The <c>fetch</c> that groups and sums. The conditions of the view come to it when it is drawn.</summary>
    public required XElement Fetch { get; init; }

    /// <summary>Alias of the column along the axis.</summary>
    public required string Category { get; init; }

    /// <summary>Alias of the second column that it groups by, each value of which is a series of its own; null when there is none.</summary>
    public string? SplitBy { get; init; }

    /// <summary>What is drawn of each category, in order.</summary>
    public required IReadOnlyList<ChartSeries> Series { get; init; }

    /// <summary>Colours of the series, or of the parts of a pie, as <c>#rrggbb</c>; empty for the painter's own.</summary>
    public required IReadOnlyList<string> Colors { get; init; }
}

/// <summary>A series: how it is drawn, and the alias of the sum it shows.</summary>
public sealed record ChartSeries(ChartType Type, string Measure);
