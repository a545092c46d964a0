namespace BuyerPath.Toolbox.Admin;

/// <summary>Where a script and its administrator talk.</summary>
public sealed class Desk(TextReader answers, TextWriter paper)
{
    /// <summary>The console.</summary>
    public static Desk Console => new(System.Console.In, System.Console.Out);

    /// <summary>Says something.</summary>
    public void Say(string line) => paper.WriteLine(line);

    /// <summary>Says what will be done, a line for each part.</summary>
    public void Announce(string title, IEnumerable<string> parts)
    {
        Say(title);
        foreach (var part in parts)
            Say($"  - {part}");
    }

    /// <summary>Goes on only when the administrator agrees: by <c>--yes</c> beforehand, or by the answer asked for.</summary>
    /// <param name="agreed">True when <c>--yes</c> was given.</param>
    /// <param name="answer">What must be typed.</param>
    /// <exception cref="AdminException">Something else was typed, or nobody is there to ask.</exception>
    public void Confirm(bool agreed, string answer = "yes")
    {
        if (agreed) return;

        paper.Write($"Type '{answer}' to go on: ");
        var typed = answers.ReadLine();
        paper.WriteLine();
        if (typed is null) throw new AdminException("Nobody is there to ask. Nothing was changed.", "give --yes when a pipeline runs this.");
        if (!string.Equals(typed.Trim(), answer, StringComparison.OrdinalIgnoreCase))
            throw new AdminException("Nothing was changed.", $"run it again, and type '{answer}' when the list is what you want.");
    }
}
