namespace BuyerPath.Plugins.Registration;

/// <summary>Where in the event pipeline a step runs; the numbers are Dataverse's.</summary>
public enum Pipeline
{
    /// <summary>Before the security check and outside the transaction.</summary>
    PreValidation = 10,

    /// <summary>Inside the transaction, before the row is written. The only place to change the target.</summary>
    PreOperation = 20,

    /// <summary>Inside the transaction, after the row is written.</summary>
    PostOperation = 40,
}

/// <summary>Message names.</summary>
public static class Message
{
    /// <summary>One row created. For tables of which it is not certain that they know CreateMultiple.</summary>
    public const string Create = "Create";

    /// <summary>One row updated. For tables of which it is not certain that they know UpdateMultiple.</summary>
    public const string Update = "Update";

    /// <summary>One or many rows created: single creates are merged into it by the platform.</summary>
    public const string CreateMultiple = "CreateMultiple";

    /// <summary>One or many rows updated: single updates are merged into it by the platform.</summary>
    public const string UpdateMultiple = "UpdateMultiple";

    /// <summary>One row deleted. Standard tables know no DeleteMultiple.</summary>
    public const string Delete = "Delete";
}

/// <summary>
/// Registers the plugin on a message. The script <c>pac-scripts/steps.cs</c> writes it into the solution;
/// a test compares the two.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class StepAttribute(string message, string table, Pipeline stage) : Attribute
{
    /// <summary>Message name, one of <see cref="Registration.Message"/>.</summary>
    public string Message { get; } = message;

    /// <summary>Logical name of the table.</summary>
    public string Table { get; } = table;

    /// <summary>Stage of the pipeline.</summary>
    public Pipeline Stage { get; } = stage;

    /// <summary>Columns of which at least one must be in the target of an update. Empty: any column.</summary>
    public string[] When { get; set; } = [];

    /// <summary>Columns of the row as it was, handed over as pre-image. Empty: no pre-image.</summary>
    public string[] Before { get; set; } = [];

    /// <summary>Columns of the row as it is after the operation, handed over as post-image. Empty: no post-image.</summary>
    public string[] After { get; set; } = [];

    /// <summary>Order among the steps of the same message, table and stage; ascending.</summary>
    public int Rank { get; set; } = 1;
}

/// <summary>The aliases under which a step gets its images.</summary>
public static class StepImages
{
    /// <summary>The row as it was.</summary>
    public const string Before = "Before";

    /// <summary>The row as it is after the operation.</summary>
    public const string After = "After";
}
