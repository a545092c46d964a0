namespace BuyerPath.Plugins.Registration;

/// <summary>Types of parameters of a Custom API; the numbers are Dataverse's.</summary>
public enum ParameterType
{
    /// <summary>True or false.</summary>
    Boolean = 0,

    /// <summary>A date and time.</summary>
    DateTime = 1,

    /// <summary>A decimal number.</summary>
    Decimal = 2,

    /// <summary>A row.</summary>
    Entity = 3,

    /// <summary>Rows.</summary>
    EntityCollection = 4,

    /// <summary>A reference to a row.</summary>
    EntityReference = 5,

    /// <summary>A whole number.</summary>
    Integer = 7,

    /// <summary>A text.</summary>
    String = 10,

    /// <summary>An id.</summary>
    Guid = 12,
}

/// <summary>
/// Makes the plugin the main operation of a Custom API. The script <c>pac-scripts/steps.cs</c> writes it into the
/// solution. Name, binding and parameters cannot change once shipped: a change needs a new name.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class CustomApiAttribute(string uniqueName) : Attribute
{
    /// <summary>Unique name, which is the message name and the name in the Web API.</summary>
    public string UniqueName { get; } = uniqueName;

    /// <summary>Logical name of the table whose row it is called on; null for an unbound API.</summary>
    public string? BoundTo { get; set; }

    /// <summary>True for a function (read only, GET), false for an action (POST).</summary>
    public bool IsFunction { get; set; }

    /// <summary>Label in English.</summary>
    public required string English { get; set; }

    /// <summary>Label in Finnish.</summary>
    public required string Finnish { get; set; }

    /// <summary>What it does, in English.</summary>
    public required string EnglishDescription { get; set; }

    /// <summary>What it does, in Finnish.</summary>
    public required string FinnishDescription { get; set; }
}

/// <summary>What request parameters and response properties have in common.</summary>
public abstract class ApiValueAttribute(string name, ParameterType type) : Attribute
{
    /// <summary>Name in the request or response.</summary>
    public string Name { get; } = name;

    /// <summary>Type.</summary>
    public ParameterType Type { get; } = type;

    /// <summary>Logical name of the table of an entity, entity collection or reference.</summary>
    public string? Table { get; set; }

    /// <summary>What it holds, in English.</summary>
    public required string English { get; set; }

    /// <summary>What it holds, in Finnish.</summary>
    public required string Finnish { get; set; }
}

/// <summary>A request parameter of the Custom API.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ApiParameterAttribute(string name, ParameterType type) : ApiValueAttribute(name, type)
{
    /// <summary>True when it may be left out.</summary>
    public bool IsOptional { get; set; }
}

/// <summary>A response property of the Custom API.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ApiPropertyAttribute(string name, ParameterType type) : ApiValueAttribute(name, type);
