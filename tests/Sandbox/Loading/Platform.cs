using BuyerPath.Sandbox.Model;

namespace BuyerPath.Sandbox.Loading;

/// <summary>
/// What the platform brings along: the stand-ins of the standard tables, and the columns that every table gets. The zip
/// carries only our own columns of opportunity, account and so on.
/// </summary>
internal sealed class Platform
{
    private readonly PlatformFile _file = PlatformFile.Read();

    private Platform()
    {
        Tables = _file.Tables.Select(StandIn).ToDictionary(table => table.LogicalName);
        Relationships = [.. _file.Tables.SelectMany(OwnRelationships)];
        ManyToMany = [.. _file.ManyToMany.Select(ManyToManyOf)];
        Roles = [.. _file.Roles.Select(RoleOf)];
    }

    /// <summary>Read once: it is part of this assembly and immutable.</summary>
    public static Platform Instance { get; } = new();

    /// <summary>The stand-ins by logical name.</summary>
    public IReadOnlyDictionary<string, Table> Tables { get; }

    /// <summary>Relationships among the stand-ins, without those of system columns.</summary>
    public IReadOnlyList<OneToMany> Relationships { get; }

    /// <summary>Many-to-many relationships among the stand-ins: who is in which team, and who has which role.</summary>
    public IReadOnlyList<ManyToMany> ManyToMany { get; }

    /// <summary>Stand-ins for the roles that every organization has.</summary>
    public IReadOnlyList<SecurityRole> Roles { get; }

    /// <summary>The columns that the platform gives a table of that ownership, by logical name.</summary>
    public IReadOnlyDictionary<string, Column> SystemColumns(Ownership ownership, bool hasMoney)
    {
        var sets = _file.SystemColumns;
        IEnumerable<PlatformFile.ColumnEntry> entries = ownership switch
        {
            Ownership.User => [.. sets.All, .. sets.User],
            Ownership.Organization => [.. sets.All, .. sets.Organization],
            Ownership.None => sets.All.Where(entry => entry.Name == "VersionNumber"),
            _ => sets.All,
        };
        if (hasMoney) entries = entries.Concat(sets.Money);
        return entries.Select(entry => ColumnOf(entry) with { IsSystem = true }).ToDictionary(column => column.LogicalName);
    }

    /// <summary>The relationships behind lookups that the platform itself adds to a table (created by, owning team ...).</summary>
    public static IEnumerable<OneToMany> SystemRelationships(Table table) =>
        from column in table.Columns.Values
        where column is { IsSystem: true, Type: ColumnType.Lookup }
        from target in column.Targets
        select new OneToMany
        {
            SchemaName = column.LogicalName == "transactioncurrencyid"
                ? $"TransactionCurrency_{table.SchemaName}"
                : $"lk_{table.LogicalName}_{column.LogicalName}",
            OneTable = target,
            ManyTable = table.LogicalName,
            Lookup = column.LogicalName,
            LookupNavigation = column.LogicalName,
            CollectionNavigation = column.LogicalName == "transactioncurrencyid"
                ? $"TransactionCurrency_{table.SchemaName}"
                : $"lk_{table.LogicalName}_{column.LogicalName}",
            OnDelete = Cascade.Restrict,
        };

    private Table StandIn(PlatformFile.TableEntry entry)
    {
        var logicalName = Lower(entry.Name);
        var primaryKey = entry.PrimaryKey ?? entry.Name + "Id";
        var ownership = Enum.Parse<Ownership>(entry.Ownership, ignoreCase: true);
        var hasMoney = entry.Columns.Any(column => column.Type == "money");

        var columns = new List<Column> { PrimaryKey(primaryKey, entry) };
        columns.AddRange(entry.Columns.Select(ColumnOf));
        columns.AddRange(columns.Where(column => column.Type == ColumnType.Money).ToList().Select(BaseColumn));
        if (!entry.Stateless) columns.AddRange(StateColumns(logicalName, entry.States ?? _file.ActiveInactive));
        columns.AddRange(SystemColumns(ownership, hasMoney).Values);

        return new Table
        {
            LogicalName = logicalName,
            SchemaName = entry.Name,
            EntitySetName = entry.Set,
            PrimaryKey = Lower(primaryKey),
            PrimaryName = entry.PrimaryName,
            Ownership = ownership,
            Columns = columns.ToDictionary(column => column.LogicalName),
            DisplayName = PlatformFile.LabelsOf(entry.En, entry.Fi),
            CollectionName = PlatformFile.LabelsOf(entry.EnMany, entry.FiMany),
            IsStandIn = true,
            PrivilegeName = entry.Privilege,
        };
    }

    private static ManyToMany ManyToManyOf(PlatformFile.ManyToManyEntry entry) => new()
    {
        SchemaName = entry.Name,
        IntersectTable = entry.Intersect,
        IntersectKey = entry.Key,
        FirstTable = entry.First,
        SecondTable = entry.Second,
        FirstColumn = entry.First + "id",
        SecondColumn = entry.Second + "id",
        FirstNavigation = entry.Name,
        SecondNavigation = entry.Name,
        Privilege = entry.Privilege,
    };

    private static SecurityRole RoleOf(PlatformFile.RoleEntry entry) => new()
    {
        Id = entry.Id,
        Name = entry.Name,
        HasAllPrivileges = entry.Privileges is null,
        Privileges = (entry.Privileges ?? []).SelectMany(level => level.Tables.SelectMany(table => level.Verbs.Select(verb => $"prv{verb}{table}"))
            .Select(name => (Name: name, level.Depth))).ToDictionary(pair => pair.Name, pair => pair.Depth, StringComparer.OrdinalIgnoreCase),
    };

    private static Column PrimaryKey(string name, PlatformFile.TableEntry entry) => new()
    {
        LogicalName = Lower(name),
        SchemaName = name,
        Type = ColumnType.PrimaryKey,
        IsSystemRequired = true,
        IsSystem = true,
        ValidForUpdate = false,
        DisplayName = PlatformFile.LabelsOf(entry.En, entry.Fi),
    };

    private static Column ColumnOf(PlatformFile.ColumnEntry entry) => new()
    {
        LogicalName = Lower(entry.Name),
        SchemaName = entry.Name,
        Type = TypeOf(entry.Type),
        MaxLength = entry.Length,
        Format = entry.Format,
        Minimum = entry.Min,
        Maximum = entry.Max,
        Precision = entry.Precision ?? (entry.Type == "money" ? 2 : null),
        Behavior = entry.Type != "datetime" ? null : entry.Behavior == "dateOnly" ? DateBehavior.DateOnly : DateBehavior.UserLocal,
        IsBusinessRequired = entry.Required == "business",
        IsSystemRequired = entry.Required == "system",
        ValidForCreate = !entry.ReadOnly,
        ValidForUpdate = !entry.ReadOnly && !entry.OnCreateOnly,
        DefaultValue = entry.Default,
        Targets = entry.To ?? [],
        JoinedFrom = entry.Joined ?? [],
        Choice = entry.Options is null ? null : new Choice(Lower(entry.Name), IsGlobal: false, [.. entry.Options.Select(OptionOf)]),
        DisplayName = PlatformFile.LabelsOf(entry.En, entry.Fi),
    };

    private static Column BaseColumn(Column money) => money with
    {
        LogicalName = money.LogicalName + "_base",
        SchemaName = money.SchemaName + "_Base",
        ValidForCreate = false,
        ValidForUpdate = false,
        BaseOf = money.LogicalName,
        DisplayName = PlatformFile.LabelsOf(money.DisplayName.In(1033) + " (Base)", money.DisplayName.In(1035) + " (perus)"),
    };

    private static IEnumerable<Column> StateColumns(string table, IReadOnlyList<PlatformFile.StateEntry> states)
    {
        yield return new Column
        {
            LogicalName = "statecode",
            SchemaName = "StateCode",
            Type = ColumnType.State,
            IsSystemRequired = true,
            IsSystem = true,
            DisplayName = PlatformFile.LabelsOf("Status", "Tila"),
            Choice = new Choice(table + "_statecode", IsGlobal: false,
                [.. states.Select(state => new Option(state.Value, PlatformFile.LabelsOf(state.En, state.Fi), DefaultStatus: state.Statuses[0].Value))]),
        };
        yield return new Column
        {
            LogicalName = "statuscode",
            SchemaName = "StatusCode",
            Type = ColumnType.Status,
            IsSystem = true,
            DisplayName = PlatformFile.LabelsOf("Status Reason", "Tilan syy"),
            Choice = new Choice(table + "_statuscode", IsGlobal: false,
                [.. states.SelectMany(state => state.Statuses.Select(status => OptionOf(status) with { State = state.Value }))]),
        };
    }

    private static IEnumerable<OneToMany> OwnRelationships(PlatformFile.TableEntry table) =>
        from column in table.Columns
        let targets = column.To ?? []
        from pair in targets.Zip(column.Relationships ?? [])
        select new OneToMany
        {
            SchemaName = pair.Second,
            OneTable = pair.First,
            ManyTable = Lower(table.Name),
            Lookup = Lower(column.Name),
            LookupNavigation = targets.Count == 1 ? Lower(column.Name) : $"{Lower(column.Name)}_{pair.First}",
            CollectionNavigation = pair.Second,
            OnDelete = column.OnDelete is { } onDelete ? Enum.Parse<Cascade>(onDelete) : Cascade.RemoveLink,
            OnAssign = CascadeOf(column.OnAssign),
            OnShare = CascadeOf(column.OnShare),
            OnReparent = CascadeOf(column.OnReparent),
        };

    private static Cascade CascadeOf(string? name) => name is null ? Cascade.NoCascade : Enum.Parse<Cascade>(name);

    private static Option OptionOf(PlatformFile.OptionEntry option) =>
        new(option.Value, PlatformFile.LabelsOf(option.En, option.Fi));

    private static ColumnType TypeOf(string name) => name switch
    {
        "text" => ColumnType.Text,
        "memo" => ColumnType.Memo,
        "int" => ColumnType.WholeNumber,
        "bigint" => ColumnType.BigInteger,
        "decimal" => ColumnType.Decimal,
        "money" => ColumnType.Money,
        "datetime" => ColumnType.DateTime,
        "bool" => ColumnType.YesNo,
        "choice" => ColumnType.Choice,
        "lookup" => ColumnType.Lookup,
        "customer" => ColumnType.Customer,
        "owner" => ColumnType.Owner,
        "guid" => ColumnType.UniqueIdentifier,
        _ => throw new InvalidDataException($"platform.json: there is no column type '{name}'."),
    };

    private static string Lower(string name) => name.ToLowerInvariant();
}
