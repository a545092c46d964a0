using System.Security.Cryptography;

namespace BuyerPath.Domain;

/// <summary>Weeks as ISO 8601 has them: they begin on Monday.</summary>
public static class Week
{
    private const int IdBytes = 16;

    /// <summary>The beginning (UTC) of the week of a moment (UTC).</summary>
    public static DateTime Beginning(DateTime moment) => moment.Date.AddDays(-(((int)moment.DayOfWeek + 6) % 7));

    /// <summary>
    /// The id of what there is once a week of a row. Two that begin at the same time choose the same id, and the platform refuses one.
    /// </summary>
    public static Guid IdOf(Guid rowId, DateTime moment)
    {
        using var hash = SHA256.Create();
        return new Guid(hash.ComputeHash([.. rowId.ToByteArray(), .. BitConverter.GetBytes(Beginning(moment).Ticks)]).Take(IdBytes).ToArray());
    }
}
