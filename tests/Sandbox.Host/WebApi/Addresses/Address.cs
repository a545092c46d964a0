using BuyerPath.Sandbox.Host.WebApi.Definitions;
using BuyerPath.Sandbox.Host.WebApi.Schema;
using BuyerPath.Sandbox.Model;
using Microsoft.OData.UriParser;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Host.WebApi.Addresses;

/// <summary>What an address names, free of how it was written.</summary>
internal abstract record Address;

/// <summary>The list of entity sets.</summary>
internal sealed record ServiceDocument : Address;

/// <summary><c>$metadata</c>.</summary>
internal sealed record MetadataDocument : Address;

/// <summary>A table, or the rows on the many side of a row.</summary>
internal sealed record RowSet(Table Table, RelatedRows? Of = null) : Address;

/// <summary>From which row, along which relationship, a set of rows is reached.</summary>
internal sealed record RelatedRows(SingleRow Row, Navigation Navigation);

/// <summary><c>/$count</c> of a set.</summary>
internal sealed record RowCount(RowSet Rows) : Address;

/// <summary>A row by id or alternate key.</summary>
internal sealed record SingleRow(Table Table, EntityReference Key) : Address;

/// <summary>One column of a row; with <c>/$value</c>, what it holds as plain text.</summary>
internal sealed record ColumnOfRow(SingleRow Row, Column Column, bool IsPlain = false) : Address;

/// <summary>The row that a lookup points at.</summary>
internal sealed record RelatedRow(SingleRow Row, Navigation Navigation) : Address;

/// <summary><c>/$ref</c>: the connection itself, for a collection with the row at its other end when the address names one.</summary>
internal sealed record Link(SingleRow Row, Navigation Navigation, EntityReference? Other) : Address;

/// <summary>A function or action, bound to a row, to a table, or to nothing.</summary>
internal sealed record Call(Operation Operation, Address? BoundTo, IReadOnlyList<OperationSegmentParameter> Arguments) : Address;

/// <summary>Definitions of tables, columns or choices, and how <c>@odata.context</c> calls the list.</summary>
internal sealed record DefinitionList(DefinitionType Type, IReadOnlyList<Definition> Definitions, string Path) : Address;

/// <summary>One definition, and how <c>@odata.context</c> calls the list that it is from.</summary>
internal sealed record SingleDefinition(Definition Definition, string Path) : Address;
