namespace BuyerPath.Toolbox.Testing;

/// <summary>Runs test suites one after another and keeps the count. A suite that ends badly without naming a failed test counts as one.</summary>
public sealed class TestRun
{
    /// <summary>The count so far.</summary>
    public Tally Tally { get; private set; } = Tally.None;

    /// <summary>Runs a program that prints test results and adds them to the count.</summary>
    /// <param name="title">What the reader of the console sees above its output.</param>
    /// <param name="folder">The working folder, absolute.</param>
    /// <param name="program">Program.</param>
    /// <param name="arguments">Its arguments.</param>
    public void Add(string title, string folder, string program, params string[] arguments)
    {
        Console.WriteLine();
        Console.WriteLine($"== {title}");
        var (exitCode, output) = Run.Capturing(folder, program, arguments);
        var found = Tally.Of(output);
        if (exitCode != 0 && found.Failed == 0)
        {
            Console.Error.WriteLine($"{title}: '{program}' ended with {exitCode} and named no failed test; counted as one failure.");
            found += new Tally(0, 1, 0);
        }
        else if (found == Tally.None)
        {
            Console.Error.WriteLine($"{title}: ran no test; counted as one failure.");
            found += new Tally(0, 1, 0);
        }
        Tally += found;
    }
}
