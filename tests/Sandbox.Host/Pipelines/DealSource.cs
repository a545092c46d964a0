using System.Text.RegularExpressions;

namespace BuyerPath.Sandbox.Host.Pipelines;

/// <summary>Where the text of a field comes from; as text, for the report.</summary>
public abstract partial record DealSource
{
    /// <summary>The columns of the file that it needs.</summary>
    public abstract IEnumerable<string> Columns { get; }

    /// <summary>The text for a row.</summary>
    /// <param name="row">The row's number, from 1 for the first after the header.</param>
    /// <param name="cell">The text under a header.</param>
    public abstract string TextOf(int row, Func<string, string> cell);

    /// <summary>One column of the file.</summary>
    public sealed record Column(string Header) : DealSource
    {
        public override IEnumerable<string> Columns => [Header];

        public override string TextOf(int row, Func<string, string> cell) => cell(Header);

        public override string ToString() => $"'{Header}'";
    }

    /// <summary>Text in which <c>{row}</c> stands for the row's number and <c>{Header}</c> for the text under a header.</summary>
    public sealed partial record Template(string Pattern) : DealSource
    {
        private const string RowNumber = "row";

        public override IEnumerable<string> Columns =>
            Place().Matches(Pattern).Select(place => place.Groups[1].Value).Where(name => name != RowNumber).Distinct();

        public override string TextOf(int row, Func<string, string> cell) =>
            Place().Replace(Pattern, place => place.Groups[1].Value is RowNumber ? $"{row}" : cell(place.Groups[1].Value));

        public override string ToString() => "a template";

        [GeneratedRegex(@"\{([^{}]+)\}")]
        private static partial Regex Place();
    }

    /// <summary>The same text for every row.</summary>
    public sealed record Fixed(string Text) : DealSource
    {
        public override IEnumerable<string> Columns => [];

        public override string TextOf(int row, Func<string, string> cell) => Text;

        public override string ToString() => "the map";
    }
}
