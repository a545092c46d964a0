namespace BuyerPath.Sandbox.Model;

/// <summary>Kinds of web resources, numbered as in Dataverse.</summary>
public enum WebResourceType
{
    Html = 1, Css = 2, Script = 3, Xml = 4, Png = 5, Jpeg = 6, Gif = 7, Xsl = 9, Icon = 10, Svg = 11, Texts = 12,
}

/// <summary>A file that the solution serves to the browser, by its name such as <c>buy_/icons/process.svg</c>.</summary>
public sealed record WebResource(Guid Id, string Name, WebResourceType Type, byte[] Content);

/// <summary>A button of a command bar that calls a script.</summary>
public sealed record CommandButton
{
    /// <summary>Its id, unique over the organization.</summary>
    public required string Id { get; init; }

    /// <summary>Logical name of the table on whose form or list it stands.</summary>
    public required string Table { get; init; }

    /// <summary>Where, as <c>Mscrm.Form.buy_process.MainTab.Save.Controls._children</c>.</summary>
    public required string Location { get; init; }

    /// <summary>Its place among the buttons there, ascending.</summary>
    public required int Sequence { get; init; }

    /// <summary>Its text.</summary>
    public required Labels Text { get; init; }

    /// <summary>What it does, in a sentence.</summary>
    public required Labels ToolTip { get; init; }

    /// <summary>What a click calls.</summary>
    public required ScriptCall Click { get; init; }

    /// <summary>Questions of which each must be answered with true for the button to show.</summary>
    public required IReadOnlyList<ScriptCall> ShowsWhen { get; init; }
}

/// <summary>A function in a web resource, called with what the platform knows by these names, such as <c>PrimaryControl</c>.</summary>
public sealed record ScriptCall(string WebResource, string Function, IReadOnlyList<string> Arguments);
