namespace BuyerPath.Domain.Positions;

/// <summary>Where the seller says they are, against where the customer is.</summary>
public enum AlignmentKind
{
    /// <summary>We act as if the customer were further than they are.</summary>
    Ahead = 0,

    /// <summary>Both stand at the same stage.</summary>
    Aligned = 1,

    /// <summary>The customer is further than we act.</summary>
    Behind = 2,
}

/// <summary>The seller's stage, mapped to buying stages, minus the position. The seller's stage is read, never driven.</summary>
/// <param name="StagesAhead">Whole stages that the seller is ahead; negative when behind.</param>
public sealed record Alignment(int StagesAhead)
{
    /// <summary>Ahead, aligned or behind.</summary>
    public AlignmentKind Kind => StagesAhead switch
    {
        > 0 => AlignmentKind.Ahead,
        < 0 => AlignmentKind.Behind,
        _ => AlignmentKind.Aligned,
    };

    /// <summary>Compares; null when nothing is mapped to the seller's stage, for then nothing is known.</summary>
    /// <param name="sellerOrders">
    /// Orders of the buying stages that the seller's stage is mapped to. Mapped to several, it is aligned from the first to
    /// the last of them.
    /// </param>
    /// <param name="position">The customer's position.</param>
    public static Alignment? Of(IReadOnlyCollection<int> sellerOrders, Position position)
    {
        if (sellerOrders.Count == 0) return null;

        var here = position.Stage.Order;
        if (here < sellerOrders.Min()) return new Alignment(sellerOrders.Min() - here);
        return new Alignment(Math.Min(0, sellerOrders.Max() - here));
    }
}
