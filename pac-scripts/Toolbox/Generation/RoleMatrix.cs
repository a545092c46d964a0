using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Generation;

/// <summary>What a role may do with rows.</summary>
[Flags]
public enum Verbs
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Make rows.</summary>
    Create = 1,

    /// <summary>See them.</summary>
    Read = 2,

    /// <summary>Change them.</summary>
    Write = 4,

    /// <summary>Delete them.</summary>
    Delete = 8,

    /// <summary>Let them point at others.</summary>
    Append = 16,

    /// <summary>Let others point at them.</summary>
    AppendTo = 32,

    /// <summary>Give them to another owner.</summary>
    Assign = 64,

    /// <summary>Let somebody else take part in them.</summary>
    Share = 128,

    /// <summary>Be linked from rows that the role may write.</summary>
    Use = Read | AppendTo,

    /// <summary>Everything but handing rows to others.</summary>
    Edit = Create | Use | Write | Delete | Append,

    /// <summary>
    /// Everything. Assign and share are among it because the rows of an opportunity follow it when it is assigned or
    /// shared, and Dataverse asks for the privilege on each of them.
    /// </summary>
    Own = Edit | Assign | Share,

    /// <summary>See rows and take them along with their opportunity, but never change what they say.</summary>
    Follow = Read | Assign | Share,
}

/// <summary>Whose rows, named as in the XML of a role.</summary>
public enum Depth
{
    /// <summary>Those of the user.</summary>
    Basic,

    /// <summary>Those of the user's business unit.</summary>
    Local,

    /// <summary>Those of the business unit and the ones below it.</summary>
    Deep,

    /// <summary>All.</summary>
    Global,
}

/// <summary>What a role may do, and with whose rows.</summary>
public sealed record Grant(Verbs Verbs, Depth Depth)
{
    /// <summary>Nothing with no row.</summary>
    public static readonly Grant Nothing = new(Verbs.None, Depth.Basic);
}

/// <summary>Tables that are protected alike.</summary>
public enum TableGroup
{
    /// <summary>What an administrator sets up; nobody owns it.</summary>
    Configuration,

    /// <summary>What people record of an opportunity.</summary>
    Work,

    /// <summary>What plugins alone write, with the rights of the system.</summary>
    History,
}

/// <summary>A security role of the solution. It is given beside the user's role of Dynamics 365 Sales, which grants the standard tables.</summary>
/// <param name="Name">Its name, in English: roles have no translations.</param>
/// <param name="For">Whom it is for.</param>
/// <param name="Grants">What it may do with each group of our tables.</param>
public sealed record SecurityRole(string Name, string For, IReadOnlyDictionary<TableGroup, Grant> Grants)
{
    /// <summary>Standard tables that it may read, all rows, by schema name: for those who have no role of Dynamics 365 Sales.</summary>
    public IReadOnlyList<string> Reads { get; init; } = [];

    /// <summary>All roles. Adding one is adding an entry.</summary>
    public static IReadOnlyList<SecurityRole> All { get; } =
    [
        new("Buying process administrator", "who sets up processes, models, segments and content", Of(
            configuration: new(Verbs.Edit, Depth.Global),
            work: Grant.Nothing,
            history: Grant.Nothing)),
        new("Buying process manager", "who leads sellers, beside Sales Manager", Of(
            configuration: new(Verbs.Use, Depth.Global),
            work: new(Verbs.Own, Depth.Deep),
            history: new(Verbs.Follow, Depth.Deep))),
        new("Buying process reader", "who builds or reads reports", Of(
            configuration: new(Verbs.Read, Depth.Global),
            work: new(Verbs.Read, Depth.Global),
            history: new(Verbs.Read, Depth.Global))) { Reads = ["Account", "Contact", "Opportunity"] },
        new("Buying process seller", "who sells, beside Salesperson", Of(
            configuration: new(Verbs.Use, Depth.Global),
            work: new(Verbs.Own, Depth.Basic),
            history: new(Verbs.Follow, Depth.Basic))),
    ];

    private static readonly IReadOnlySet<string> HistoryTables = new HashSet<string> { "buy_scoresnapshot", "buy_stagevisit", "buy_turn" };

    /// <summary>The group of one of our tables.</summary>
    public static TableGroup GroupOf(TableSource table) =>
        table.Ownership == Ownership.OrgOwned ? TableGroup.Configuration
        : HistoryTables.Contains(table.LogicalName) ? TableGroup.History
        : TableGroup.Work;

    /// <summary>What the role may do with the rows of one of our tables. Rows without an owner can be neither assigned nor shared.</summary>
    public Grant On(TableSource table)
    {
        var grant = Grants[GroupOf(table)];
        return table.Ownership == Ownership.OrgOwned ? grant with { Verbs = grant.Verbs & ~(Verbs.Assign | Verbs.Share) } : grant;
    }

    private static Dictionary<TableGroup, Grant> Of(Grant configuration, Grant work, Grant history) => new()
    {
        [TableGroup.Configuration] = configuration,
        [TableGroup.Work] = work,
        [TableGroup.History] = history,
    };
}
