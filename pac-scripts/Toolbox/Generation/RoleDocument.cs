using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Generation;

/// <summary>The document that explains the roles. Between its two marks stands the matrix, which is generated; the rest is written by people.</summary>
public sealed class RoleDocument(string file)
{
    private const string Begin = "<!-- written by pac-scripts/roles.cs -->\n";
    private const string End = "<!-- end -->";

    /// <summary>True when the document shows the roles as they are declared.</summary>
    /// <exception cref="InvalidDataException">The document has lost its marks.</exception>
    public bool IsCurrent(SolutionSource source) => Text() == With(RoleFiles.Matrix(source));

    /// <summary>Brings the matrix up to date; false when it was.</summary>
    /// <exception cref="InvalidDataException">The document has lost its marks.</exception>
    public bool Update(SolutionSource source)
    {
        if (IsCurrent(source)) return false;
        File.WriteAllText(file, With(RoleFiles.Matrix(source)));
        return true;
    }

    private string With(string matrix)
    {
        var text = Text();
        var begin = text.IndexOf(Begin, StringComparison.Ordinal);
        var end = text.IndexOf(End, StringComparison.Ordinal);
        return begin >= 0 && end > begin
            ? text[..(begin + Begin.Length)] + matrix + text[end..]
            : throw new InvalidDataException($"{file} has lost the marks between which the matrix stands: {Begin.TrimEnd()} and {End}.");
    }

    private string Text() => File.ReadAllText(file);
}
