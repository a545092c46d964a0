using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Store;
using CsCheck;

namespace BuyerPath.Sandbox.Tests.Store;

public sealed class RowStoreTests
{
    private const string Table = "t";
    private static readonly AlternateKey Key = new("key", ["code"]);

    /// <summary>Writes (row, parent, code) or, with a negative parent, removals.</summary>
    private static readonly Gen<(int Row, int Parent, int Code)[]> Operations =
        Gen.Select(Gen.Int[0, 9], Gen.Int[-2, 3], Gen.Int[0, 99], (row, parent, code) => (row, parent, code)).Array[0, 30];

    [Fact]
    public void Rolling_back_restores_rows_order_versions_and_indexes() =>
        Gen.Select(Operations, Operations).Sample((before, after) =>
        {
            var store = new RowStore();
            Apply(store, before);
            store.Commit();
            var expected = Describe(store);

            var mark = store.Begin();
            Apply(store, after);
            store.RollBack(mark);

            return Describe(store) == expected;
        });

    [Fact]
    public void Indexes_agree_with_a_search_through_all_rows() =>
        Operations.Sample(operations =>
        {
            var store = new RowStore();
            _ = store.Referring(Table, "parent", Id(0)).Count(); // builds the index first, so that it must be kept up to date
            Apply(store, operations);
            return Enumerable.Range(0, 4).All(parent =>
                store.Referring(Table, "parent", Id(parent)).SequenceEqual(store.All(Table).Where(row => row["parent"] is Reference(_, var id) && id == Id(parent))))
                && store.All(Table).All(row => store.FindByKey(Table, Key, KeyIndex.TextOf(Key, column => row[column])!)?["code"] is { } code && code.Equals(row["code"]));
        });

    [Fact]
    public void A_copy_goes_its_own_way()
    {
        var store = new RowStore();
        Apply(store, [(1, 0, 1)]);
        store.Commit();

        var copy = store.Copy();
        Apply(copy, [(2, 0, 2), (1, -1, 0)]);

        Assert.Equal([Id(1)], store.All(Table).Select(row => row.Id));
        Assert.Equal([Id(2)], copy.All(Table).Select(row => row.Id));
    }

    [Fact]
    public void A_store_in_a_transaction_cannot_be_copied()
    {
        var store = new RowStore();
        Apply(store, [(1, 0, 1)]);

        Assert.Throws<InvalidOperationException>(store.Copy);
    }

    [Fact]
    public void Rows_come_in_the_order_of_creation_also_after_deletes()
    {
        var store = new RowStore();
        Apply(store, [(3, 0, 1), (1, 0, 2), (2, 0, 3), (1, -1, 0), (5, 0, 4), (3, 1, 5)]);

        Assert.Equal([Id(3), Id(2), Id(5)], store.All(Table).Select(row => row.Id));
    }

    [Fact]
    public void Sequence_numbers_are_never_given_twice_even_after_a_roll_back()
    {
        var store = new RowStore();
        var mark = store.Begin();
        Assert.Equal(1000, store.NextNumber(Table, "number"));
        store.RollBack(mark);

        Assert.Equal(1001, store.NextNumber(Table, "number"));
    }

    [Theory]
    [InlineData("abc", "ABC", true)]
    [InlineData("abc", "abd", false)]
    public void Texts_of_keys_compare_without_case(string one, string other, bool same) =>
        Assert.Equal(same, KeyIndex.TextOf(Key, _ => one) == KeyIndex.TextOf(Key, _ => other));

    [Fact]
    public void Numbers_of_keys_compare_by_value_and_a_missing_value_frees_the_row()
    {
        Assert.Equal(KeyIndex.TextOf(Key, _ => 1.50m), KeyIndex.TextOf(Key, _ => 1.5m));
        Assert.Null(KeyIndex.TextOf(Key, _ => null));
    }

    private static void Apply(RowStore store, IEnumerable<(int Row, int Parent, int Code)> operations)
    {
        foreach (var (row, parent, code) in operations)
        {
            if (parent >= 0)
            {
                // The code is unique by row, as the rules above the store see to it.
                store.Write(Table, Id(row), new() { ["parent"] = new Reference(Table, Id(parent)), ["code"] = row * 100 + code });
            }
            else if (store.Find(Table, Id(row)) is not null) store.Remove(Table, Id(row));
        }
    }

    private static string Describe(RowStore store) =>
        string.Join("; ", store.All(Table).Select(row => $"{row.Id} v{row.Version} {row["parent"]} {row["code"]}"))
        + " | " + string.Join("; ", Enumerable.Range(0, 4).Select(parent => string.Join(",", store.Referring(Table, "parent", Id(parent)).Select(row => row.Id))))
        + " | " + string.Join("; ", Enumerable.Range(0, 1000).Select(code => store.FindByKey(Table, Key, $"{code}")?.Id).Where(id => id is not null));

    private static Guid Id(int number) => new($"00000000-0000-0000-0000-{number:x12}");
}
