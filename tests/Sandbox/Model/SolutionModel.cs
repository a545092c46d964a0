using System.Xml.Linq;

namespace BuyerPath.Sandbox.Model;

/// <summary>Everything that a loaded solution and the standard tables define. Immutable; shared by all organizations loaded from the same zip.</summary>
public sealed record SolutionModel
{
    /// <summary>Unique name of the solution.</summary>
    public required string UniqueName { get; init; }

    /// <summary>Its version.</summary>
    public required Version Version { get; init; }

    /// <summary>True for a managed zip.</summary>
    public required bool IsManaged { get; init; }

    /// <summary>Tables by logical name: the solution's own, and the standard ones it extends or needs.</summary>
    public required IReadOnlyDictionary<string, Table> Tables { get; init; }

    /// <summary>One-to-many relationships by schema name.</summary>
    public required IReadOnlyDictionary<string, OneToMany> OneToMany { get; init; }

    /// <summary>Many-to-many relationships by schema name.</summary>
    public required IReadOnlyDictionary<string, ManyToMany> ManyToMany { get; init; }

    /// <summary>Security roles: the solution's own, and stand-ins for those that every organization has.</summary>
    public IReadOnlyList<SecurityRole> Roles { get; init; } = [];

    /// <summary>Plugin steps.</summary>
    public required IReadOnlyList<Step> Steps { get; init; }

    /// <summary>Custom APIs by unique name.</summary>
    public required IReadOnlyDictionary<string, CustomApi> CustomApis { get; init; }

    /// <summary>Plugin assemblies with their bytes.</summary>
    public required IReadOnlyList<PluginAssembly> Assemblies { get; init; }

    /// <summary>Forms.</summary>
    public required IReadOnlyList<Form> Forms { get; init; }

    /// <summary>Views.</summary>
    public required IReadOnlyList<View> Views { get; init; }

    /// <summary>Charts.</summary>
    public IReadOnlyList<Chart> Charts { get; init; } = [];

    /// <summary>Dashboards by id.</summary>
    public IReadOnlyDictionary<Guid, Dashboard> Dashboards { get; init; } = new Dictionary<Guid, Dashboard>();

    /// <summary>Model-driven apps with their navigation.</summary>
    public IReadOnlyList<App> Apps { get; init; } = [];

    /// <summary>Web resources by name.</summary>
    public IReadOnlyDictionary<string, WebResource> WebResources { get; init; } = new Dictionary<string, WebResource>();

    /// <summary>Buttons that the solution adds to command bars.</summary>
    public IReadOnlyList<CommandButton> Buttons { get; init; } = [];

    /// <summary>Code components (PCF).</summary>
    public required IReadOnlyList<CodeComponent> CodeComponents { get; init; }

    /// <summary>Every component of the zip as kind and name: what a listing prints and a test compares with the source.</summary>
    public required IReadOnlyList<Component> Components { get; init; }

    /// <summary>The table of that logical name.</summary>
    /// <exception cref="UnknownTableException">There is none.</exception>
    public Table TableOf(string logicalName) =>
        Tables.TryGetValue(logicalName, out var table) ? table : throw new UnknownTableException(logicalName);
}

/// <summary>A component of the solution.</summary>
public sealed record Component(string Kind, string Name);

/// <summary>A table that neither the solution nor the stand-ins define.</summary>
public sealed class UnknownTableException(string table) : Exception($"There is no table '{table}' in the solution or among the stand-ins.");

/// <summary>A step: which plugin type runs on which message, table and stage.</summary>
public sealed record Step
{
    /// <summary>Id of the step.</summary>
    public required Guid Id { get; init; }

    /// <summary>Name of the step.</summary>
    public required string Name { get; init; }

    /// <summary>Message: Create, Update, CreateMultiple ...</summary>
    public required string Message { get; init; }

    /// <summary>Logical name of the table; null for messages of no table.</summary>
    public string? Table { get; init; }

    /// <summary>Full name of the plugin type.</summary>
    public required string PluginType { get; init; }

    /// <summary>10 before validation, 20 before, 40 after the operation.</summary>
    public required int Stage { get; init; }

    /// <summary>True for asynchronous steps.</summary>
    public bool IsAsynchronous { get; init; }

    /// <summary>Order within the stage, ascending.</summary>
    public int Rank { get; init; } = 1;

    /// <summary>Columns of which one must be in the target of an update; empty for all.</summary>
    public IReadOnlyList<string> FilteringColumns { get; init; } = [];

    /// <summary>Images.</summary>
    public IReadOnlyList<StepImage> Images { get; init; } = [];

    /// <summary>Unsecure configuration.</summary>
    public string? Configuration { get; init; }

    /// <summary>The user as whom the step runs; null for the caller.</summary>
    public Guid? RunAs { get; init; }
}

/// <summary>A copy of the row that the step gets. No columns means all.</summary>
public sealed record StepImage(string Alias, bool IsPre, bool IsPost, IReadOnlyList<string> Columns);

/// <summary>Types of parameters of custom APIs, numbered as in Dataverse.</summary>
public enum ParameterType
{
    Boolean, DateTime, Decimal, Entity, EntityCollection, EntityReference, Float, Integer, Money, Picklist, String, StringArray, Guid,
}

/// <summary>Which steps a custom API allows others to register on it, numbered as in Dataverse.</summary>
public enum CustomSteps
{
    /// <summary>None.</summary>
    None,

    /// <summary>Asynchronous ones.</summary>
    AsynchronousOnly,

    /// <summary>All.</summary>
    All,
}

/// <summary>A custom API.</summary>
public sealed record CustomApi
{
    /// <summary>Unique name: the message.</summary>
    public required string UniqueName { get; init; }

    /// <summary>Logical name of the table it is bound to; null when unbound.</summary>
    public string? BoundTable { get; init; }

    /// <summary>True when bound to the collection of the table and not to a row.</summary>
    public bool IsBoundToCollection { get; init; }

    /// <summary>True for functions (GET), false for actions (POST).</summary>
    public bool IsFunction { get; init; }

    /// <summary>Full name of the plugin type that answers; null for a pure event.</summary>
    public string? PluginType { get; init; }

    /// <summary>Which steps may be registered around it.</summary>
    public CustomSteps AllowedSteps { get; init; }

    /// <summary>The privilege that calling it takes; null when everybody may call it.</summary>
    public string? ExecutePrivilege { get; init; }

    /// <summary>Request parameters, without the target of a bound call.</summary>
    public required IReadOnlyList<ApiParameter> Parameters { get; init; }

    /// <summary>Response properties.</summary>
    public required IReadOnlyList<ApiParameter> Properties { get; init; }
}

/// <summary>A request parameter or response property.</summary>
public sealed record ApiParameter(string Name, ParameterType Type, bool IsOptional, string? Table);

/// <summary>A plugin assembly: its full name and the bytes inside the zip.</summary>
public sealed record PluginAssembly(string FullName, byte[] Bytes, IReadOnlyList<string> TypeNames);

/// <summary>A form: kind is main, quick, quickCreate or card; <paramref name="Xml"/> is the <c>form</c> element.</summary>
public sealed record Form(Guid Id, string Table, string Kind, Labels Name, XElement Xml);

/// <summary>A view: <paramref name="QueryType"/> 0 public, 1 advanced find, 2 associated, 4 quick find, 64 lookup.</summary>
public sealed record View(Guid Id, string Table, Labels Name, int QueryType, bool IsDefault, XElement? Layout, XElement Fetch);

/// <summary>A code component with the files that the zip holds for it, by path relative to its folder.</summary>
public sealed record CodeComponent(string Name, IReadOnlyDictionary<string, byte[]> Files);
