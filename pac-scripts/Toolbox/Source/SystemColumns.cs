using System.Xml.Linq;

namespace BuyerPath.Toolbox.Source;

/// <summary>Who owns the rows of a table. It cannot be changed once the table exists in an organisation.</summary>
public enum Ownership
{
    /// <summary>Each row has an owner: a user or a team.</summary>
    UserOwned,

    /// <summary>Configuration, the same for everyone.</summary>
    OrgOwned,
}

/// <summary>The columns that the platform gives to every table. Exports list them, so we do: 17 with owners, 14 without.</summary>
internal static class SystemColumns
{
    public static IEnumerable<Column> Of(string table, Wording label, Ownership ownership) =>
    [
        Person("CreatedBy", new("Created By", "Luonut"), new("Unique identifier of the user who created the record.", "Tietueen luoneen käyttäjän yksilöivä tunnus.")),
        Moment("CreatedOn", new("Created On", "Luotu"), new("Date and time when the record was created.", "Tietueen luomisen päivämäärä ja kellonaika.")),
        Person("CreatedOnBehalfBy", new("Created By (Delegate)", "Luonut (valtuutettu)"), new("Unique identifier of the delegate user who created the record.", "Tietueen luoneen valtuutetun käyttäjän yksilöivä tunnus.")),
        Number("ImportSequenceNumber", new("Import Sequence Number", "Tuonnin järjestysnumero"), new("Sequence number of the import that created this record.", "Tämän tietueen luoneen tuonnin järjestysnumero."), int.MinValue) with
        {
            DisplayMask = "ValidForAdvancedFind", InputMethod = "disabled", IsUpdatable = false, IsAudited = true,
        },
        Person("ModifiedBy", new("Modified By", "Muokannut"), new("Unique identifier of the user who modified the record.", "Tietuetta muokanneen käyttäjän yksilöivä tunnus.")),
        Moment("ModifiedOn", new("Modified On", "Muokattu"), new("Date and time when the record was modified.", "Tietueen muokkaamisen päivämäärä ja kellonaika.")),
        Person("ModifiedOnBehalfBy", new("Modified By (Delegate)", "Muokannut (valtuutettu)"), new("Unique identifier of the delegate user who modified the record.", "Tietuetta muokanneen valtuutetun käyttäjän yksilöivä tunnus.")),
        Moment("OverriddenCreatedOn", new("Record Created On", "Tietue luotu"), new("Date and time that the record was migrated.", "Tietueen siirtämisen päivämäärä ja kellonaika."), "date") with
        {
            DisplayMask = "ValidForAdvancedFind|ValidForGrid", IsCreatable = true, IsAudited = true, IsFilterable = false, IsRetrievable = false,
        },
        .. ownership == Ownership.OrgOwned ? [Organization] : Owners,
        new()
        {
            SchemaName = table + "Id", Type = "primarykey", Label = label,
            Description = new("Unique identifier for entity instances", "Rivin yksilöivä tunnus"),
            Required = "systemrequired", DisplayMask = "ValidForAdvancedFind|RequiredForGrid", IsUpdatable = false, IsCustom = false,
            IsAudited = false, MayChangeRequirement = false, IsFilterable = true, IsRetrievable = true,
        },
        State(table, label),
        Status(table, label),
        Number("TimeZoneRuleVersionNumber", new("Time Zone Rule Version Number", "Aikavyöhykesäännön versionumero"), new("For internal use only.", "Vain sisäiseen käyttöön."), -1),
        Number("UTCConversionTimeZoneCode", new("UTC Conversion Time Zone Code", "UTC-muunnoksen aikavyöhykekoodi"), new("Time zone code that was in use when the record was created.", "Tietuetta luotaessa käytössä ollut aikavyöhykekoodi."), -1),
    ];

    /// <summary>The logical names that a table of this ownership must list.</summary>
    public static IEnumerable<string> NamesOf(string table, Ownership ownership) =>
        Of(table, new("", ""), ownership).Select(column => column.SchemaName.ToLowerInvariant());

    private static IEnumerable<Column> Owners =>
    [
        new()
        {
            SchemaName = "OwnerId", Type = "owner", Label = new("Owner", "Omistaja"), Description = new("Owner Id", "Omistajan tunnus"),
            Required = "systemrequired", DisplayMask = Column.Everywhere + "|RequiredForForm", IsCustom = false, IsFilterable = true,
            OwnElements = [new("LookupStyle", "single"), new("LookupTypes", OwnerType(8), OwnerType(9))], // 8 user, 9 team
        },
        Person("OwningBusinessUnit", new("Owning Business Unit", "Omistava liiketoimintayksikkö"), new("Unique identifier for the business unit that owns the record", "Tietueen omistavan liiketoimintayksikön yksilöivä tunnus")) with
        {
            IsAudited = true, IsFilterable = true,
        },
        Person("OwningTeam", new("Owning Team", "Omistava tiimi"), new("Unique identifier for the team that owns the record.", "Tietueen omistavan tiimin yksilöivä tunnus.")) with
        {
            DisplayMask = null, IsLogical = true,
        },
        Person("OwningUser", new("Owning User", "Omistava käyttäjä"), new("Unique identifier for the user that owns the record.", "Tietueen omistavan käyttäjän yksilöivä tunnus.")) with
        {
            DisplayMask = null, IsLogical = true,
        },
    ];

    private static Column Organization => new()
    {
        SchemaName = "OrganizationId", Type = "lookup", Label = new("Organization Id", "Organisaation tunnus"),
        Description = new("Unique identifier for the organization", "Organisaation yksilöivä tunnus"),
        DisplayMask = null, IsUpdatable = false, IsCreatable = false, IsCustom = false,
        OwnElements = [new("LookupTypes")],
    };

    private static Column State(string table, Wording label) => new()
    {
        SchemaName = "statecode", Type = "state", Label = new("Status", "Tila"),
        Description = Wording.Format("Status of the {0}", "Tila: {0}", label.InSentence),
        Required = "systemrequired", IsCreatable = false, IsCustom = false, IsFilterable = true,
        OwnElements =
        [
            OptionSet(table, "statecode", "state", new("Status", "Tila"), Wording.Format("Status of the {0}", "Tila: {0}", label.InSentence),
                new XElement("states",
                    new XElement("state", new XAttribute("value", 0), new XAttribute("defaultstatus", 1), new XAttribute("invariantname", "Active"), Active.Labels()),
                    new XElement("state", new XAttribute("value", 1), new XAttribute("defaultstatus", 2), new XAttribute("invariantname", "Inactive"), Inactive.Labels()))),
        ],
    };

    private static Column Status(string table, Wording label) => new()
    {
        SchemaName = "statuscode", Type = "status", Label = new("Status Reason", "Tilan syy"),
        Description = Wording.Format("Reason for the status of the {0}", "Tilan syy: {0}", label.InSentence),
        IsCustom = false,
        OwnElements =
        [
            OptionSet(table, "statuscode", "status", new("Status Reason", "Tilan syy"), Wording.Format("Reason for the status of the {0}", "Tilan syy: {0}", label.InSentence),
                new XElement("statuses",
                    new XElement("status", new XAttribute("value", 1), new XAttribute("state", 0), Active.Labels()),
                    new XElement("status", new XAttribute("value", 2), new XAttribute("state", 1), Inactive.Labels()))),
        ],
    };

    private static readonly Wording Active = new("Active", "Aktiivinen");
    private static readonly Wording Inactive = new("Inactive", "Passiivinen");

    private static XElement OptionSet(string table, string column, string type, Wording label, Wording description, XElement options) =>
        new("optionset", new XAttribute("Name", $"{table.ToLowerInvariant()}_{column}"),
            new XElement("OptionSetType", type),
            new XElement("IntroducedVersion"),
            new XElement("IsCustomizable", 1),
            label.DisplayNames(),
            description.Descriptions(),
            options);

    private static XElement OwnerType(int objectTypeCode) =>
        new("LookupType", new XAttribute("id", Guid.Empty), objectTypeCode);

    private static Column Person(string schemaName, Wording label, Wording description) => new()
    {
        SchemaName = schemaName, Type = "lookup", Label = label, Description = description,
        IsUpdatable = false, IsCreatable = false, IsCustom = false, IsAudited = false,
        OwnElements = [new("LookupStyle", "single"), new("LookupTypes")],
    };

    private static Column Moment(string schemaName, Wording label, Wording description, string format = "datetime") => new()
    {
        SchemaName = schemaName, Type = "datetime", Label = label, Description = description, InputMethod = "inactive",
        IsUpdatable = false, IsCreatable = false, IsCustom = false, IsAudited = false, IsFilterable = true, IsRetrievable = true,
        OwnElements = [new("Format", format), new("CanChangeDateTimeBehavior", 0), new("Behavior", 1)],
    };

    private static Column Number(string schemaName, Wording label, Wording description, int minimum) => new()
    {
        SchemaName = schemaName, Type = "int", Label = label, Description = description,
        DisplayMask = null, IsCustom = false, IsAudited = false,
        OwnElements = [new("Format", ""), new("MinValue", minimum), new("MaxValue", int.MaxValue)],
    };
}
