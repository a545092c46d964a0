namespace BuyerPath.Toolbox.Source;

/// <summary>The class ids of the controls on forms.</summary>
internal static class ControlClass
{
    /// <summary>A list of related rows.</summary>
    public const string Subgrid = "{E7A81278-8635-4D9E-8D4D-59480B391C5B}";

    /// <summary>A form of the row that a lookup points at, to read.</summary>
    public const string QuickView = "{5C5600E0-1D6E-4205-A272-BE80DA87FD42}";

    /// <summary>A column that a code component shows.</summary>
    public const string CodeComponent = "{F9A8A302-114E-466A-B582-6771B2AE0D92}";

    private const string Text = "{4273EDBD-AC1D-40D3-9FB2-095C621B552D}";
    private const string SeveralLines = "{E0DECE4B-6FC8-4A8F-A065-082708572369}";
    private const string WebAddress = "{71716B6C-711E-476C-8AB8-5D11542BFB47}";
    private const string Lookup = "{270BD3DB-D9AF-4782-9025-509E298DEC0A}";

    /// <summary>The stock control of a column of this type and text format.</summary>
    /// <exception cref="SourceException">No control is known for the type.</exception>
    public static string Of(string type, string format) => type switch
    {
        "nvarchar" => format switch { "textarea" => SeveralLines, "url" => WebAddress, _ => Text },
        "ntext" => SeveralLines,
        "lookup" or "owner" => Lookup,
        "int" => "{C6D124CA-7EDA-4A60-AEA9-7FB8D318B68F}",
        "decimal" => "{C3EFE0C3-0EC6-42BE-8349-CBD9079DFD8E}",
        "money" => "{533B9E00-756B-4312-95A0-DC888637AC78}",
        "datetime" => "{5B773807-9FB2-42DB-97C3-7A91EFF8ADFF}",
        "picklist" or "state" => "{3EF39988-22BB-4F0B-BBBE-64B5A3748AEE}",
        "status" => "{5D68B988-0661-4DB2-BC3E-17598AD3BE6C}",
        "bit" => "{67FAC785-CD58-4F9F-ABB3-4B7DDC6ED5ED}",
        _ => throw new SourceException($"No form control is known for columns of type {type}."),
    };
}
