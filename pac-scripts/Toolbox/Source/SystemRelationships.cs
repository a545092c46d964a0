namespace BuyerPath.Toolbox.Source;

/// <summary>The relationships that the platform gives to every table. Exports list them, so we do: 6 with owners, 3 without.</summary>
internal static class SystemRelationships
{
    public static IEnumerable<OneToMany> Of(string table, Ownership ownership)
    {
        var name = table.ToLowerInvariant();
        OneToMany To(string relationship, string referenced, string column, string onDelete = "NoCascade") => new()
        {
            SchemaName = relationship, Referencing = table, Referenced = referenced, Lookup = column, OnDelete = onDelete, IsSystem = true,
            Description = SystemColumns.Of(table, new("", ""), ownership).Single(candidate => candidate.SchemaName == column).Description,
        };

        yield return To($"lk_{name}_createdby", "SystemUser", "CreatedBy");
        yield return To($"lk_{name}_modifiedby", "SystemUser", "ModifiedBy");

        if (ownership == Ownership.OrgOwned)
        {
            yield return To($"organization_{name}", "Organization", "OrganizationId");
            yield break;
        }

        yield return To($"business_unit_{name}", "BusinessUnit", "OwningBusinessUnit", onDelete: "Restrict");
        yield return To($"owner_{name}", "Owner", "OwnerId");
        yield return To($"team_{name}", "Team", "OwningTeam");
        yield return To($"user_{name}", "SystemUser", "OwningUser");
    }
}
