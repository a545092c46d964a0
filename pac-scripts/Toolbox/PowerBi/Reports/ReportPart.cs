using BuyerPath.Toolbox.Data;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.PowerBi.Reports;

/// <summary>A place on a page, in its pixels.</summary>
/// <param name="X">From the left.</param>
/// <param name="Y">From the top.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
public sealed record Box(int X, int Y, int Width, int Height)
{
    /// <summary>Where it ends to the right.</summary>
    public int Right => X + Width;

    /// <summary>Where it ends below.</summary>
    public int Bottom => Y + Height;
}

/// <summary>Everything that stands on a page becomes a part: heading, slicers, key figures and visuals.</summary>
/// <param name="Name">Unique in the report.</param>
/// <param name="Type">What Power BI calls it.</param>
/// <param name="Desktop">Where it stands on a screen.</param>
/// <param name="PhoneHeight">How high it is on a phone, where parts stand below one another.</param>
internal sealed record ReportPart(string Name, string Type, Box Desktop, int PhoneHeight)
{
    /// <summary>Fields by the role in which they are shown.</summary>
    public IReadOnlyList<(string Role, IReadOnlyList<ReportField> Fields)> Roles { get; init; } = [];

    /// <summary>Heading; null for one that speaks for itself.</summary>
    public LocalizedText? Title { get; init; }

    /// <summary>What it shows, for those who do not see it; null for text, which is read out itself.</summary>
    public Wording? Alt { get; init; }

    /// <summary>What it is sorted by.</summary>
    public ReportSort? Sort { get; init; }

    /// <summary>Names of its formatting properties with their values, by object.</summary>
    public IReadOnlyDictionary<string, object> Formatting { get; init; } = new Dictionary<string, object>();

    /// <summary>The same where a phone needs another.</summary>
    public IReadOnlyDictionary<string, object> PhoneFormatting { get; init; } = new Dictionary<string, object>();

    /// <summary>It leads back to the page from which the reader came.</summary>
    public bool LeadsBack { get; init; }
}
