namespace BuyerPath.Sandbox.Host.Pipelines;

/// <summary>A field of a <see cref="Deal"/>, and the headers that exports usually give it, in English and in Finnish.</summary>
public sealed record DealField(string Name, params string[] UsualHeaders)
{
    public static readonly DealField Topic = new("name",
        "Topic", "Opportunity Name", "Opportunity", "Deal Name", "Deal", "Name", "Title",
        "Aihe", "Myyntimahdollisuuden nimi", "Myyntimahdollisuus", "Kauppa", "Kaupan nimi", "Nimi", "Otsikko");

    public static readonly DealField Account = new("account",
        "Account", "Account Name", "Potential Customer", "Customer", "Customer Name", "Company", "Company Name", "Organization",
        "Asiakas", "Asiakkaan nimi", "Mahdollinen asiakas", "Yritys", "Yrityksen nimi", "Organisaatio");

    public static readonly DealField Value = new("value",
        "Est. Revenue", "Est. Value", "Estimated Revenue", "Estimated Value", "Amount", "Deal Value", "Value", "Revenue",
        "Arvioitu tuotto", "Arvioitu arvo", "Arvio tuotosta", "Kaupan arvo", "Arvo", "Summa");

    public static readonly DealField Owner = new("owner",
        "Owner", "Opportunity Owner", "Deal Owner", "Sales Rep", "Salesperson", "Seller",
        "Omistaja", "Kaupan omistaja", "Myyjä", "Vastuuhenkilö");

    public static readonly DealField Status = new("status",
        "Status", "State", "Stage", "Deal Stage", "Sales Stage",
        "Tila", "Vaihe", "Myyntivaihe");

    public static readonly DealField CreatedOn = new("createdOn",
        "Created On", "Created Date", "Create Date", "Created", "Created At",
        "Luotu", "Luontipäivä", "Luontiaika", "Luontipäivämäärä");

    public static readonly DealField EstimatedCloseOn = new("estimatedCloseOn",
        "Est. Close Date", "Estimated Close Date", "Expected Close Date", "Expected Close", "Close Date",
        "Arvioitu sulkemispäivä", "Arvioitu päättymispäivä", "Arvioitu päätöspäivä", "Odotettu päätöspäivä", "Sulkemispäivä");

    public static readonly DealField ActualCloseOn = new("actualCloseOn",
        "Actual Close Date", "Actual Close", "Closed On", "Closed Date", "Closed At",
        "Todellinen sulkemispäivä", "Todellinen päättymispäivä", "Suljettu", "Päättynyt", "Päätöspäivä");

    public static readonly DealField Description = new("description",
        "Description", "Notes", "Comment", "Comments",
        "Kuvaus", "Muistiinpanot", "Huomautus", "Kommentti");

    public static readonly IReadOnlyList<DealField> All =
        [Topic, Account, Value, Owner, Status, CreatedOn, EstimatedCloseOn, ActualCloseOn, Description];
}
