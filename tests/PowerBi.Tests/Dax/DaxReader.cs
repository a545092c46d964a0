using System.Text.RegularExpressions;

namespace BuyerPath.PowerBi.Tests.Dax;

/// <summary>A part of a DAX text.</summary>
/// <param name="Kind">Name of the group of <see cref="DaxReader"/> that took it.</param>
/// <param name="Text">As written, without quotes and brackets.</param>
internal sealed record DaxToken(string Kind, string Text);

/// <summary>What a DAX text names.</summary>
/// <param name="Columns">Columns with their tables.</param>
/// <param name="Bare">Names in brackets without a table: measures, or columns that the text itself adds.</param>
/// <param name="Tables">Tables by themselves.</param>
/// <param name="Functions">Functions.</param>
/// <param name="Comparisons">Columns that are compared with a text, and the text.</param>
/// <param name="Variables">Variables that it defines.</param>
internal sealed record DaxNames(
    IReadOnlySet<(string Table, string Column)> Columns, IReadOnlySet<string> Bare, IReadOnlySet<string> Tables, IReadOnlySet<string> Functions,
    IReadOnlySet<(string Table, string Column, string Text)> Comparisons, IReadOnlySet<string> Variables);

/// <summary>Reads the names in a DAX text. It does not judge the text beyond its letters and brackets.</summary>
internal static partial class DaxReader
{
    /// <summary>The names.</summary>
    /// <exception cref="FormatException">A letter fits nowhere, or brackets do not pair.</exception>
    public static DaxNames NamesIn(string dax)
    {
        var tokens = Tokens(dax);
        RequirePairs(tokens);
        var columns = new HashSet<(string, string)>();
        var bare = new HashSet<string>();
        var tables = new HashSet<string>();
        var functions = new HashSet<string>();
        var comparisons = new HashSet<(string, string, string)>();
        var variables = new HashSet<string>();

        for (var at = 0; at < tokens.Count; at++)
        {
            var next = at + 1 < tokens.Count ? tokens[at + 1] : null;
            switch (tokens[at].Kind)
            {
                case "table" when next?.Kind == "name":
                    columns.Add((tokens[at].Text, next.Text));
                    foreach (var text in TextsComparedAfter(tokens, at + 2)) comparisons.Add((tokens[at].Text, next.Text, text));
                    at++;
                    break;
                case "table": tables.Add(tokens[at].Text); break;
                case "name": bare.Add(tokens[at].Text); break;
                case "word" when tokens[at].Text == "VAR": variables.Add(next!.Text); break;
                case "word" when next?.Text == "(" && tokens[at].Text != "RETURN" && tokens[at].Text != "IN": functions.Add(tokens[at].Text); break;
            }
        }
        return new DaxNames(columns, bare, tables, functions, comparisons, variables);
    }

    /// <summary>The texts in <c>= "a"</c>, <c>&lt;&gt; "a"</c> or <c>IN {"a", "b"}</c>.</summary>
    private static IEnumerable<string> TextsComparedAfter(IReadOnlyList<DaxToken> tokens, int at)
    {
        if (at + 1 >= tokens.Count) return [];
        if (tokens[at].Text is "=" or "<>" && tokens[at + 1].Kind == "text") return [tokens[at + 1].Text];
        return tokens[at].Text == "IN" ? tokens.Skip(at + 1).TakeWhile(token => token.Text != "}").Where(token => token.Kind == "text").Select(token => token.Text) : [];
    }

    private static List<DaxToken> Tokens(string dax)
    {
        var tokens = new List<DaxToken>();
        for (var at = 0; at < dax.Length;)
        {
            var match = Token().Match(dax, at);
            if (!match.Success) throw new FormatException($"DAX cannot be read at '{dax[at..Math.Min(dax.Length, at + 20)]}'.");
            foreach (var kind in new[] { "text", "table", "name", "number", "word", "sign" })
                if (match.Groups[kind].Success) tokens.Add(new DaxToken(kind, match.Groups[kind].Value));
            at += match.Length;
        }
        return tokens;
    }

    private static void RequirePairs(IEnumerable<DaxToken> tokens)
    {
        var open = new Stack<string>();
        foreach (var token in tokens.Where(token => token.Kind == "sign"))
        {
            if (token.Text is "(" or "{") open.Push(token.Text == "(" ? ")" : "}");
            else if (token.Text is ")" or "}" && (open.Count == 0 || open.Pop() != token.Text)) throw new FormatException($"A '{token.Text}' closes nothing.");
        }
        if (open.Count > 0) throw new FormatException($"A '{open.Peek()}' is missing.");
    }

    [GeneratedRegex("""
        \G(?:\s+|"(?<text>(?:[^"]|"")*)"|'(?<table>(?:[^']|'')*)'|\[(?<name>[^\]]*)\]|(?<number>[0-9]+(?:\.[0-9]+)?)|(?<word>[A-Za-z_][A-Za-z0-9_.]*)|(?<sign>&&|\|\||<>|<=|>=|[-+*/^&=<>(){},]))
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Token();
}
