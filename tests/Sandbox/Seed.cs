using BuyerPath.Sandbox.Messages;
using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Pipeline;
using BuyerPath.Sandbox.Store;

namespace BuyerPath.Sandbox;

/// <summary>The rows that every organization has from the start, under ids that are always the same.</summary>
internal static class Seed
{
    public const string OrganizationName = "sandbox";

    private const string VariableTable = "environmentvariabledefinition";

    public static readonly Guid OrganizationId = new("00000000-0000-0000-0000-00000000a001");
    public static readonly Guid BusinessUnitId = new("00000000-0000-0000-0000-00000000a002");
    public static readonly Guid CurrencyId = new("00000000-0000-0000-0000-00000000a003");
    public static readonly Guid SystemUserId = new("00000000-0000-0000-0000-00000000a004");
    public static readonly Guid DefaultUserId = new("00000000-0000-0000-0000-00000000a005");

    private static readonly Guid AdministratorId = new("00000000-0000-0000-0000-00000000a006");

    public static void Plant(Kernel kernel)
    {
        Write(kernel, "transactioncurrency", CurrencyId, new()
        {
            ["currencyname"] = "Euro", ["isocurrencycode"] = "EUR", ["currencysymbol"] = "€",
            ["currencyprecision"] = 2, ["exchangerate"] = 1m, ["statecode"] = 0, ["statuscode"] = 1,
        });
        Write(kernel, "organization", OrganizationId, new()
        {
            ["name"] = OrganizationName, ["basecurrencyid"] = new Reference("transactioncurrency", CurrencyId),
        });
        Write(kernel, "businessunit", BusinessUnitId, new() { ["name"] = OrganizationName });
        WriteUser(kernel, SystemUserId, User("SYSTEM", ""));
        WriteUser(kernel, DefaultUserId, User("Sandbox", "Seller"));
        PlantOfSolution(kernel);
        if (kernel.Model.Roles.FirstOrDefault(role => role.HasAllPrivileges) is { } administrator)
        {
            kernel.Rows.Write("systemuserroles", AdministratorId, new()
            {
                ["systemuserroleid"] = AdministratorId, ["systemuserid"] = DefaultUserId, ["roleid"] = administrator.Id,
            });
        }
        kernel.Rows.Commit();
    }

    /// <summary>The rows that come with the solution. After an upgrade a variable that was there keeps its id.</summary>
    public static void PlantOfSolution(Kernel kernel)
    {
        foreach (var role in kernel.Model.Roles.Where(role => kernel.Rows.Find("role", role.Id) is not { } present || (string?)present["name"] != role.Name))
            Write(kernel, "role", role.Id, new() { ["name"] = role.Name, ["businessunitid"] = new Reference("businessunit", BusinessUnitId) });
        foreach (var variable in kernel.Model.EnvironmentVariables)
        {
            var present = kernel.Rows.All(VariableTable).ToList();
            var id = present.FirstOrDefault(row => row["schemaname"] is string name && name == variable.SchemaName)?.Id
                ?? new Guid($"00000000-0000-0000-0000-{0xb001 + present.Count:x12}");
            Plant(kernel, id, variable);
        }
        kernel.Rows.Commit();
    }

    private static void Plant(Kernel kernel, Guid id, EnvironmentVariable variable)
    {
        var values = new Dictionary<string, object>
        {
            ["schemaname"] = variable.SchemaName,
            ["displayname"] = variable.DisplayName.In(1033),
            ["type"] = variable.Type,
            ["ownerid"] = new Reference("systemuser", SystemUserId),
            ["statecode"] = 0,
            ["statuscode"] = 1,
        };
        if (variable.Default is { } text) values["defaultvalue"] = text;
        Write(kernel, VariableTable, id, values);
    }

    private static Dictionary<string, object> User(string firstName, string lastName) => new()
    {
        ["firstname"] = firstName,
        ["lastname"] = lastName,
        ["fullname"] = $"{firstName} {lastName}".Trim(),
        ["domainname"] = $"{firstName}.{lastName}@sandbox.example".ToLowerInvariant(),
        ["businessunitid"] = new Reference("businessunit", BusinessUnitId),
        ["isdisabled"] = false,
    };

    private static void WriteUser(Kernel kernel, Guid id, Dictionary<string, object> values)
    {
        Write(kernel, "systemuser", id, values);
        PersonalSettings.Give(kernel, kernel.Rows.Find("systemuser", id)!);
    }

    private static void Write(Kernel kernel, string name, Guid id, Dictionary<string, object> values)
    {
        var table = kernel.Model.TableOf(name);
        var system = new Reference("systemuser", SystemUserId);
        values[table.PrimaryKey] = id;
        values["createdon"] = values["modifiedon"] = kernel.Now();
        values["createdby"] = values["modifiedby"] = system;
        kernel.Rows.Write(name, id, values);
    }
}
