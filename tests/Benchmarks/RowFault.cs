namespace BuyerPath.Benchmarks;

/// <summary>Why a line cannot be right.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Reason">A sentence.</param>
public sealed record RowFault(int Line, string Reason);
