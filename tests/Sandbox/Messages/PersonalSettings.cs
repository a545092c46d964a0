using BuyerPath.Sandbox.Pipeline;
using BuyerPath.Sandbox.Store;

namespace BuyerPath.Sandbox.Messages;

/// <summary>What each user has chosen. The platform keeps one row a user, under the user's id, which comes and goes with the user.</summary>
internal static class PersonalSettings
{
    public const string Table = "usersettings";

    /// <summary>Gives a new user settings: the language of the organization until the user chooses another.</summary>
    public static void Give(Kernel kernel, Row user) => kernel.Rows.Write(Table, user.Id, new()
    {
        ["systemuserid"] = user.Id,
        ["uilanguageid"] = Organization.DefaultLanguage,
        ["businessunitid"] = user["businessunitid"]!,
        ["createdon"] = user["createdon"]!,
        ["modifiedon"] = user["modifiedon"]!,
        ["createdby"] = user["createdby"]!,
        ["modifiedby"] = user["modifiedby"]!,
    });
}
