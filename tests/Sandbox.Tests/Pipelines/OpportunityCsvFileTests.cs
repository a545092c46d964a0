using BuyerPath.Sandbox.Host.Pipelines;

namespace BuyerPath.Sandbox.Tests.Pipelines;

public sealed class OpportunityCsvFileTests
{
    [Fact]
    public void Usual_headers_need_no_map()
    {
        var file = OpportunityCsvFile.Parse("""
            Topic,Account,Est. Revenue,Owner,Status,Created On,Est. Close Date,Actual Close Date,Description
            Cold storage,Contoso,"12,500.50",Aino Laine,Won,2026-01-15,2026-05-01,2026-04-20 13:30,Second site
            """);

        Assert.Equal(
            new Deal(2, "Cold storage", "Contoso", 12500.50m, "Aino Laine", DealStatus.Won,
                Utc(2026, 1, 15), Utc(2026, 5, 1), Utc(2026, 4, 20, 13, 30), "Second site"),
            Assert.Single(file.Deals));
        Assert.Empty(file.Rejected);
        Assert.Empty(file.UnmappedColumns);
    }

    [Fact]
    public void Usual_finnish_headers_need_no_map()
    {
        var file = OpportunityCsvFile.Parse("""
            Aihe;Asiakas;Arvioitu tuotto;Omistaja;Tila;Luotu;Arvioitu sulkemispäivä;Todellinen sulkemispäivä;Kuvaus
            Kylmävarasto;Contoso;12 500,50 €;Aino Laine;Hävitty;15.1.2026;1.5.2026;20.4.2026 13.30;Toinen toimipaikka
            """);

        Assert.Equal(
            new Deal(2, "Kylmävarasto", "Contoso", 12500.50m, "Aino Laine", DealStatus.Lost,
                Utc(2026, 1, 15), Utc(2026, 5, 1), Utc(2026, 4, 20, 13, 30), "Toinen toimipaikka"),
            Assert.Single(file.Deals));
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    public void The_delimiter_is_found_out(char delimiter) =>
        Assert.Equal("Contoso", DealIn($"Topic{delimiter}\"Account\"\nCold storage{delimiter}Contoso").Account);

    [Fact]
    public void A_delimiter_inside_a_quoted_header_is_not_counted() =>
        Assert.Equal("7", OpportunityCsvFile.Parse("Topic;\"a,b,c,d\"\n7;8").Deals.Single().Name);

    [Fact]
    public void A_stage_that_does_not_say_won_or_lost_is_open()
    {
        var file = OpportunityCsvFile.Parse("Name,Stage\nA,Proposal\nB,Closed Won\nC,closed lost");

        Assert.Equal([DealStatus.Open, DealStatus.Won, DealStatus.Lost], file.Deals.Select(deal => deal.Status));
    }

    [Fact]
    public void A_status_nobody_knows_is_rejected() =>
        Assert.Equal(
            new(2, "status", "is 'Wonn'; known are Open, In progress, Avoin, Auki, Kesken, Won, Closed won, Voitettu, Voitto, Lost, Closed lost, Hävitty, Häviö; did you mean 'Won'?"),
            RejectionIn("Topic,Status\nA,Wonn"));

    public static TheoryData<string, string, decimal> Amounts => new()
    {
        // header and amount      delimiter   is
        { "1250",                  ",",       1250m },
        { "\"1,250\"",             ",",       1250m },
        { "\"1,250,000.75\"",      ",",       1250000.75m },
        { "€ 99.50",               ",",       99.50m },
        { "-3",                    ",",       -3m },
        { "1250,5",                ";",       1250.5m },
        { "1 250,50",              ";",       1250.50m },
        { "1\u00a0250 000",        ";",       1250000m },
        { "1\u202f250",            ";",       1250m },
    };

    [Theory]
    [MemberData(nameof(Amounts))]
    public void Amounts_are_read_as_people_write_them(string written, string delimiter, decimal amount) =>
        Assert.Equal(amount, DealIn($"Topic{delimiter}Amount\nA{delimiter}{written}").Value);

    [Theory]
    [InlineData("\"12,50\"", ",", ".")] // would be 1250 to a reader that merely skips commas
    [InlineData("12.50", ";", ",")]
    [InlineData("1.250", ";", ",")]
    [InlineData("about 5", ",", ".")]
    [InlineData("5k", ",", ".")]
    [InlineData("99999999999999999999999999999999", ",", ".")]
    public void An_amount_that_could_be_misread_is_rejected(string written, string delimiter, string separator) =>
        Assert.Equal(
            new(2, "value", $"is '{written.Trim('"')}', which is not an amount with '{separator}' before the decimals."),
            RejectionIn($"Topic{delimiter}Amount\nA{delimiter}{written}"));

    [Fact]
    public void Foreign_currencies_are_said() =>
        Assert.Equal(
            ["Amounts in $ are loaded as euro, the only currency of the sandbox."],
            OpportunityCsvFile.Parse("Topic,Amount\nA,$5\nB,$6\nC,€7").Notes);

    [Theory]
    [InlineData("2026-11-23")]
    [InlineData("23.11.2026")]
    [InlineData("2026-11-23T00:00:00Z")]
    [InlineData("2026-11-23T02:00:00+02:00")]
    public void Dates_are_iso_or_finnish(string written) =>
        Assert.Equal(Utc(2026, 11, 23), DealIn($"Topic;Created On\nA;{written}").CreatedOn);

    [Theory]
    [InlineData("11/23/2026")] // somebody else's 3/4/2026 would be a coin toss
    [InlineData("2026-02-30")]
    [InlineData("1752-12-31")]
    [InlineData("soon")]
    public void A_date_that_could_be_misread_is_rejected(string written) =>
        Assert.Equal(
            new(2, "createdOn", $"is '{written}'; without dateFormats in a map, dates must be like 2026-11-23 or 23.11.2026."),
            RejectionIn($"Topic,Created On\nA,{written}"));

    [Fact]
    public void A_deal_does_not_end_before_it_begins() =>
        Assert.Equal(
            new(2, "actualCloseOn", "is 2026-01-31, before the deal was created on 2026-02-01."),
            RejectionIn("Topic,Created On,Closed On\nA,2026-02-01,2026-01-31"));

    [Fact]
    public void A_deal_may_end_on_the_day_it_begins() =>
        Assert.Equal(Utc(2026, 2, 1), DealIn("Topic,Created On,Closed On\nA,2026-02-01 14:00,2026-02-01").ActualCloseOn);

    [Fact]
    public void All_mistakes_of_a_row_are_named_and_the_row_counts_once()
    {
        var file = OpportunityCsvFile.Parse("Topic,Amount,Created On\n,x,y\nB,1,2026-01-01");

        Assert.Equal(["name", "value", "createdOn"], file.Rejected.Select(rejection => rejection.Field));
        Assert.Equal((2, "B"), (file.Rows, Assert.Single(file.Deals).Name));
    }

    [Fact]
    public void A_row_with_too_few_or_too_many_fields_is_rejected()
    {
        var file = OpportunityCsvFile.Parse("Topic,Amount\nA\nB,1,2\nC,3");

        Assert.Equal(
            [new(2, "row", "has 1 fields; the header has 2."), new(3, "row", "has 3 fields; the header has 2.")],
            file.Rejected);
        Assert.Equal("C", Assert.Single(file.Deals).Name);
    }

    [Fact]
    public void Line_breaks_inside_quotes_belong_to_the_field_and_lines_are_counted()
    {
        var file = OpportunityCsvFile.Parse("Topic,Description\r\nA,\"one\r\ntwo \"\"2\"\"\"\r\n\r\nB,\r\n,bad");

        Assert.Equal([(2, "one\r\ntwo \"2\""), (5, null)], file.Deals.Select(deal => (deal.Line, deal.Description)));
        Assert.Equal((3, 6), (file.Rows, Assert.Single(file.Rejected).Line));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    public void Rows_swallowed_by_an_open_quotation_mark_are_named(string end)
    {
        var file = OpportunityCsvFile.Parse("Topic,Description\nA,fine\nB,\"open\nC,lost\nD,lost" + end);

        Assert.Equal("A", Assert.Single(file.Deals).Name);
        Assert.Equal(
            new(3, "row", "has a quotation mark that is never closed, or that stands inside a field; lines 3 to 5 were read as one row."),
            Assert.Single(file.Rejected));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    public void An_empty_file_is_refused(string text) =>
        Assert.Equal("The file is empty; its first row must name the columns.", RefusalOf(text));

    [Fact]
    public void A_header_without_rows_gives_no_deals() => Assert.Equal(0, OpportunityCsvFile.Parse("Topic,Amount\n").Rows);

    [Fact]
    public void A_header_twice_is_refused() =>
        Assert.Equal("The column 'Topic' is there 2 times; each name may be there once.", RefusalOf("Topic,Amount,topic\nA,1,B"));

    [Fact]
    public void A_column_without_a_name_is_refused() =>
        Assert.Equal("Column 2 has no name in the first row; every column must have one.", RefusalOf("Topic, \nA,1"));

    [Fact]
    public void Without_a_header_the_columns_found_are_said() =>
        Assert.EndsWith("the file has Cold storage, 500. Write a map that says where the name comes from.", RefusalOf("Cold storage,500\nHall,600"));

    [Fact]
    public void Unmapped_columns_are_reported() =>
        Assert.Equal(["Colour", "Mood"], OpportunityCsvFile.Parse("Topic,Colour,Mood\nA,red,fine").UnmappedColumns);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    public void A_byte_order_mark_is_no_part_of_the_first_header(string encoding)
    {
        using var file = new TemporaryFile();
        File.WriteAllText(file.Path, "Aihe;Määrä\nÄänieristys;1", System.Text.Encoding.GetEncoding(encoding));

        Assert.Equal("Äänieristys", OpportunityCsvFile.Read(file.Path).Deals.Single().Name);
    }

    [Fact]
    public void Another_encoding_is_refused_before_it_garbles_a_name()
    {
        using var file = new TemporaryFile();
        File.WriteAllText(file.Path, "Aihe\nÄänieristys", System.Text.Encoding.Latin1);

        var refusal = Assert.Throws<InvalidDataException>(() => OpportunityCsvFile.Read(file.Path));

        Assert.EndsWith("is not UTF-8. Save it as 'CSV UTF-8' and try again.", refusal.Message);
    }

    private static Deal DealIn(string text) => Assert.Single(OpportunityCsvFile.Parse(text).Deals);

    private static Rejection RejectionIn(string text)
    {
        var file = OpportunityCsvFile.Parse(text);
        Assert.Empty(file.Deals);
        return Assert.Single(file.Rejected);
    }

    private static string RefusalOf(string text) => Assert.Throws<InvalidDataException>(() => OpportunityCsvFile.Parse(text)).Message;

    private static DateTime Utc(int year, int month, int day, int hour = 0, int minute = 0) =>
        new(year, month, day, hour, minute, 0, DateTimeKind.Utc);
}
