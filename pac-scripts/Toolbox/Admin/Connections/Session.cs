using System.Text.Json;

namespace BuyerPath.Toolbox.Admin.Connections;

/// <summary>One run of a script: where, by whom, and whether it has been agreed to beforehand.</summary>
/// <param name="Target">The environment.</param>
/// <param name="Desk">Where the administrator is asked.</param>
public sealed record Session(Target Target, Desk Desk)
{
    /// <summary>Profile that is made for a service principal and taken away at the end.</summary>
    private const string TemporaryProfile = "BuyerPath scripts";

    /// <summary>True when <c>--yes</c> was given.</summary>
    public bool Agreed { get; init; }

    /// <summary>Profile of pac to select; null to leave the selected one.</summary>
    public string? Profile { get; init; }

    /// <summary>Who signs in instead of a person; null for a person.</summary>
    public ServicePrincipal? Principal { get; init; }

    /// <summary>Reads what every script takes.</summary>
    /// <exception cref="AdminException">It cannot be so.</exception>
    public static Session Of(Arguments arguments, Desk desk) => new(Target.Of(arguments), desk)
    {
        Agreed = arguments.Flag("--yes"),
        Profile = arguments.Find("--profile"),
        Principal = ServicePrincipal.From(Environment.GetEnvironmentVariable),
    };

    /// <summary>Says what will be done and asks.</summary>
    /// <exception cref="AdminException">The administrator did not agree.</exception>
    public void Agree(string title, IEnumerable<string> parts, string answer = "yes")
    {
        Desk.Announce(title, parts);
        Desk.Confirm(Agreed, answer);
    }

    /// <summary>Signs pac in, or selects a profile, confirms that the environment is reached, and does the work.</summary>
    /// <exception cref="AdminException">Nobody is signed in, or the environment is not reached.</exception>
    public void WithPac(Pac pac, Action work)
    {
        if (Principal is not null && Profile is not null)
            throw new AdminException("--profile is given, and a service principal in the environment variables, too.", "give one of them.");

        if (Profile is not null)
            pac.Perform("'pac auth list' shows the profiles that there are; 'pac auth create --name NAME --environment URL' makes one.", "auth", "select", "--name", Profile);
        if (Principal is null)
        {
            Act(pac, work);
            return;
        }

        pac.Perform("see whether the secret has expired, and whether the application is an application user of the environment.",
            "auth", "create", "--name", TemporaryProfile, "--environment", Target.Url,
            "--tenant", Principal.Tenant, "--applicationId", Principal.Application, "--clientSecret", Principal.Secret);
        try
        {
            Act(pac, work);
        }
        finally
        {
            pac.Perform($"take the profile away yourself: pac auth delete --name \"{TemporaryProfile}\"", "auth", "delete", "--name", TemporaryProfile);
        }
    }

    private void Act(Pac pac, Action work)
    {
        var who = pac.Ask(
            $"sign in with 'pac auth create --environment {Target.Url}' (with --deviceCode where there is no browser), then run this again.",
            "org", "who", "--environment", Target.Url);
        var user = who.TryGetProperty("UserEmail", out var email) && email.ValueKind == JsonValueKind.String ? email.GetString() : "an application user";
        Desk.Say($"Environment {Target.Url}, as {user}.");
        work();
    }
}
