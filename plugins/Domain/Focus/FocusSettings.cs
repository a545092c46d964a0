namespace BuyerPath.Domain.Focus;

/// <summary>What an admin decides of sellers' weeks.</summary>
/// <param name="WeeklyHours">Hours that a seller has when nobody says.</param>
/// <param name="Reserve">The share of them that a plan keeps free, 0 to 1.</param>
/// <param name="CostOfAnHour">What an hour of ours costs, in money; 0 lets no deal go for its cost.</param>
public sealed record FocusSettings(int WeeklyHours, double Reserve, int CostOfAnHour)
{
    /// <summary>Name of the environment variable for <see cref="WeeklyHours"/>.</summary>
    public const string WeeklyHoursName = "buy_WeeklyHours";

    /// <summary>Name of the environment variable for <see cref="Reserve"/>, in percent.</summary>
    public const string ReservePercentName = "buy_ReservePercent";

    /// <summary>Name of the environment variable for <see cref="CostOfAnHour"/>.</summary>
    public const string CostOfAnHourName = "buy_CostOfAnHour";

    private const int MostReservePercent = 90;
    private const int MostCost = 100_000;

    /// <summary>What holds where an admin has decided nothing.</summary>
    public static readonly FocusSettings Usual = new(30, WeekPlan.Reserve, 0);

    /// <summary>The environment variables that settings are read from.</summary>
    public static readonly IReadOnlyList<string> Names = [WeeklyHoursName, ReservePercentName, CostOfAnHourName];

    /// <summary>Reads settings; each reason why they cannot be read names the variable and what it may be.</summary>
    /// <param name="textOf">The text of the variable of that name; null when it has none.</param>
    public static Parsed<FocusSettings> Read(Func<string, string?> textOf)
    {
        var hours = SettingText.Number(textOf(WeeklyHoursName), 0, WeekPlan.MostHours);
        var reserve = SettingText.Number(textOf(ReservePercentName), 0, MostReservePercent);
        var cost = SettingText.Number(textOf(CostOfAnHourName), 0, MostCost);

        var faults = new List<FormattableString>();
        if (hours == null) faults.Add(SettingText.Fault(WeeklyHoursName, textOf, $"a whole number from 0 to {WeekPlan.MostHours}"));
        if (reserve == null) faults.Add(SettingText.Fault(ReservePercentName, textOf, $"a whole number from 0 to {MostReservePercent}"));
        if (cost == null) faults.Add(SettingText.Fault(CostOfAnHourName, textOf, $"a whole number from 0 to {MostCost}"));
        return faults.Count > 0
            ? new Parsed<FocusSettings>(null, faults)
            : new Parsed<FocusSettings>(new FocusSettings(hours!.Value, reserve!.Value / 100.0, cost!.Value), []);
    }
}
