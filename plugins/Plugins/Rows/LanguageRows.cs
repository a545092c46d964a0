using BuyerPath.Domain.Sentences;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Plugins.Rows;

/// <summary>Which language a user has chosen. Dataverse keeps a row of personal settings for each user, under the user's id.</summary>
internal static class LanguageRows
{
    private const string Settings = "usersettings";
    private const string Chosen = "uilanguageid";

    /// <summary>The language that a user reads.</summary>
    public static Language LanguageOf(this IOrganizationService data, Guid userId) =>
        Written.LanguageOf(data.Retrieve(Settings, userId, new ColumnSet(Chosen)).GetAttributeValue<int>(Chosen));
}
