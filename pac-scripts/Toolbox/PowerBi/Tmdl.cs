using System.Text;

namespace BuyerPath.Toolbox.PowerBi;

/// <summary>Writes TMDL: an object a line, its properties one tab deeper, expressions one deeper still.</summary>
internal sealed class Tmdl
{
    private readonly StringBuilder _text = new();

    /// <summary>The text so far.</summary>
    public string Text => _text.ToString().TrimEnd('\n') + "\n";

    /// <summary>A name as TMDL wants it: quoted unless it is a plain word.</summary>
    public static string Name(string name) =>
        name.All(char.IsLetterOrDigit) ? name : $"'{name.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A description, above the object that follows.</summary>
    public Tmdl Description(int depth, string description) => Line(depth, $"/// {description}");

    /// <summary>A line.</summary>
    public Tmdl Line(int depth, string line)
    {
        _text.Append('\t', depth).Append(line).Append('\n');
        return this;
    }

    /// <summary>A line if there is something to say.</summary>
    public Tmdl LineIf(bool says, int depth, string line) => says ? Line(depth, line) : this;

    /// <summary>An empty line.</summary>
    public Tmdl Gap()
    {
        _text.Append('\n');
        return this;
    }

    /// <summary>An object or property with an expression: on its line if that is one line, else below it.</summary>
    public Tmdl Expression(int depth, string head, string expression)
    {
        var lines = expression.Split('\n');
        if (lines.Length == 1) return Line(depth, $"{head} = {expression}");
        Line(depth, $"{head} =");
        foreach (var line in lines) Line(line.Length == 0 ? 0 : depth + 2, line);
        return this;
    }
}
