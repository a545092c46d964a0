using System.Globalization;
using System.Text.RegularExpressions;
using BuyerPath.Sandbox.Model;

namespace BuyerPath.Sandbox.Formulas;

/// <summary>
/// Reads the part of Power Fx that the sandbox computes: comparisons, <c>&amp;&amp; || !</c>, IsBlank, DateDiff in days, Now, Today,
/// UTCNow, UTCToday, columns of the row and whole numbers. Everything else is refused by name. Every user's time zone is UTC here.
/// </summary>
internal sealed partial class FormulaParser
{
    private readonly Table _table;
    private readonly string _where;
    private readonly List<string> _tokens;
    private int _at;

    private FormulaParser(string text, Table table, string where)
    {
        (_table, _where) = (table, where);
        _tokens = [.. Tokens().Matches(text).Select(match => match.Value)];
        if (string.Concat(_tokens) != string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)))) throw Refused($"the formula '{text}'");
    }

    /// <exception cref="UnsupportedException">The formula uses something that the sandbox does not compute.</exception>
    public static Formula Parse(string text, Table table, string where)
    {
        var parser = new FormulaParser(text, table, where);
        var result = parser.Either();
        return parser._at == parser._tokens.Count
            ? result with { Text = text }
            : throw parser.Refused($"'{parser._tokens[parser._at]}' at that place of a formula");
    }

    private Formula Either()
    {
        var left = Both();
        while (Take("||"))
        {
            var (first, second) = (Needs(left, FormulaKind.YesNo), Needs(Both(), FormulaKind.YesNo));
            left = YesNo((row, now) => IsTrue(first, row, now) || IsTrue(second, row, now));
        }
        return left;
    }

    private Formula Both()
    {
        var left = Comparison();
        while (Take("&&"))
        {
            var (first, second) = (Needs(left, FormulaKind.YesNo), Needs(Comparison(), FormulaKind.YesNo));
            left = YesNo((row, now) => IsTrue(first, row, now) && IsTrue(second, row, now));
        }
        return left;
    }

    private Formula Comparison()
    {
        var left = Operand();
        if (_at == _tokens.Count || !Comparisons.TryGetValue(_tokens[_at], out var holds)) return left;

        _at++;
        if (left.Kind is FormulaKind.Other or FormulaKind.YesNo) throw Refused("a comparison of other than dates and numbers in a formula");
        var right = Needs(Operand(), left.Kind);
        // A comparison with blank is never true; what Dataverse does is not documented, so ask IsBlank first.
        return YesNo((row, now) => left.Value(row, now) is { } first && right.Value(row, now) is { } second && holds(Comparer<object>.Default.Compare(first, second)));
    }

    private Formula Operand()
    {
        if (Take("!"))
        {
            var inner = Needs(Operand(), FormulaKind.YesNo);
            return YesNo((row, now) => !IsTrue(inner, row, now));
        }
        if (Take("("))
        {
            var inner = Either();
            Require(")");
            return inner;
        }

        var word = _at < _tokens.Count ? _tokens[_at++] : throw Refused("a formula that ends in the middle");
        if (decimal.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return new(word, FormulaKind.Number, (_, _) => number);
        return Take("(") ? Function(word) : Column(word);
    }

    private Formula Function(string name)
    {
        switch (name)
        {
            case "IsBlank":
                var asked = Either();
                Require(")");
                return YesNo((row, now) => asked.Value(row, now) is null);
            case "DateDiff":
                var from = Either();
                Require(",");
                if (from.Kind is not (FormulaKind.LocalDate or FormulaKind.PlainDate)) throw Refused("DateDiff of what is no date");
                var to = Needs(Either(), from.Kind);
                Require(",");
                if (!(Take("TimeUnit") && Take(".") && Take("Days"))) throw Refused("a unit of DateDiff other than TimeUnit.Days");
                Require(")");
                // Counts the midnights between, as DATEDIFF of the database below does.
                return new("", FormulaKind.Number, (row, now) => from.Value(row, now) is DateTime start && to.Value(row, now) is DateTime end ? (decimal)(end.Date - start.Date).Days : null);
            case "Now" or "Today" or "UTCNow" or "UTCToday":
                Require(")");
                var kind = name.StartsWith("UTC", StringComparison.Ordinal) ? FormulaKind.PlainDate : FormulaKind.LocalDate;
                return name.EndsWith("Now", StringComparison.Ordinal) ? new("", kind, (_, now) => now) : new("", kind, (_, now) => now.Date);
            default:
                throw Refused($"the function {name} in a formula");
        }
    }

    private Formula Column(string name)
    {
        var column = _table.Find(name.ToLowerInvariant()) ?? throw Refused($"the name {name} in a formula, which is no column of {_table.LogicalName},");
        if (column.FormulaFile is not null) throw Refused($"a formula over the formula column {column.LogicalName}");
        if (Take(".")) throw Refused($"a column of the row that {name} points at in a formula");

        var kind = column.Type switch
        {
            ColumnType.DateTime => column.Behavior == DateBehavior.UserLocal ? FormulaKind.LocalDate : FormulaKind.PlainDate,
            ColumnType.Decimal or ColumnType.WholeNumber => FormulaKind.Number,
            ColumnType.YesNo => FormulaKind.YesNo,
            _ => FormulaKind.Other,
        };
        return new("", kind, (row, _) => row.GetValueOrDefault(column.LogicalName) is int whole ? (decimal)whole : row.GetValueOrDefault(column.LogicalName));
    }

    private Formula Needs(Formula part, FormulaKind kind) => part.Kind == kind ? part : throw Refused($"a {part.Kind} where a formula needs a {kind}");

    private bool Take(string token)
    {
        if (_at == _tokens.Count || _tokens[_at] != token) return false;
        _at++;
        return true;
    }

    private void Require(string token)
    {
        if (!Take(token)) throw Refused($"a formula without '{token}' where one is expected");
    }

    private UnsupportedException Refused(string what) => Unsupported.Feature(what, _where);

    private static bool IsTrue(Formula part, IReadOnlyDictionary<string, object> row, DateTime now) => part.Value(row, now) is true;

    private static Formula YesNo(Func<IReadOnlyDictionary<string, object>, DateTime, bool> value) => new("", FormulaKind.YesNo, (row, now) => value(row, now));

    private static readonly Dictionary<string, Predicate<int>> Comparisons = new()
    {
        ["<"] = sign => sign < 0,
        ["<="] = sign => sign <= 0,
        [">"] = sign => sign > 0,
        [">="] = sign => sign >= 0,
        ["="] = sign => sign == 0,
        ["<>"] = sign => sign != 0,
    };

    [GeneratedRegex("[A-Za-z_][A-Za-z0-9_]*|[0-9]+|&&|[|][|]|<=|>=|<>|[!<>=(),.]")]
    private static partial Regex Tokens();
}
