using Connections.Domain.Audit;

namespace Connections.Domain.Tests.Audit;

public class AuditChainTests
{
    private static readonly DateTimeOffset Now = new(2026, 12, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_record_that_nobody_touched_holds_to_its_end()
    {
        var chain = new AuditChain();

        Assert.All(Record(5), e => Assert.Null(chain.Take(e)));
        Assert.Equal(5, chain.Checked);
    }

    [Theory]
    [InlineData(nameof(AuditEntry.Actor), "account:somebody-else")]
    [InlineData(nameof(AuditEntry.Action), "grants.decline")]
    [InlineData(nameof(AuditEntry.Subject), "listing:9")]
    [InlineData(nameof(AuditEntry.Reason), "Another reason")]
    [InlineData(nameof(AuditEntry.Reason), null)]
    [InlineData(nameof(AuditEntry.Before), "{}")]
    [InlineData(nameof(AuditEntry.After), "{}")]
    [InlineData(nameof(AuditEntry.Hash), AuditEntry.Genesis)]
    public void A_changed_field_is_found_at_its_entry(string field, string? value)
    {
        var record = Record(5);
        Set(record[2], field, value);

        Assert.Equal(new AuditBreak(3, AuditFault.Changed), FirstBreak(record));
    }

    [Fact]
    public void A_changed_time_is_found()
    {
        var record = Record(5);
        Set(record[2], nameof(AuditEntry.At), Now.AddSeconds(1));

        Assert.Equal(new AuditBreak(3, AuditFault.Changed), FirstBreak(record));
    }

    [Fact]
    public void An_entry_sealed_anew_after_a_change_is_found_at_the_next_one()
    {
        var record = Record(5);
        Set(record[2], nameof(AuditEntry.Reason), "Another reason");
        record[2].Seal(3, record[1].Hash);

        Assert.Equal(new AuditBreak(4, AuditFault.Unlinked), FirstBreak(record));
    }

    [Fact]
    public void A_removed_an_added_and_an_exchanged_entry_are_found()
    {
        var record = Record(5);
        var added = Entry("added");
        added.Seal(3, record[1].Hash);

        Assert.Equal(new AuditBreak(3, AuditFault.Missing), FirstBreak([record[0], record[1], record[3], record[4]]));
        Assert.Equal(new AuditBreak(1, AuditFault.Missing), FirstBreak(record.Skip(1)));
        Assert.Equal(new AuditBreak(4, AuditFault.Missing), FirstBreak([record[0], record[1], added, record[2], record[3]]));
        Assert.Equal(new AuditBreak(4, AuditFault.Unlinked), FirstBreak([record[0], record[1], added, record[3], record[4]]));
    }

    [Fact]
    public void Words_moved_from_one_field_to_the_next_give_another_hash()
    {
        var one = new AuditEntry(Now, "public", "a", "bc", null, null, null);
        var other = new AuditEntry(Now, "public", "ab", "c", null, null, null);
        var empty = new AuditEntry(Now, "public", "ab", "c", "", null, null);
        foreach (var entry in new[] { one, other, empty })
        {
            entry.Seal(1, AuditEntry.Genesis);
        }

        Assert.Equal(3, new[] { one.Hash, other.Hash, empty.Hash }.Distinct().Count());
    }

    [Fact]
    public void Time_is_kept_to_what_both_databases_store()
    {
        var entry = new AuditEntry(Now.AddTicks(123_456_789).ToOffset(TimeSpan.FromHours(5)), "system", "a", "b", null, null, null);

        Assert.Equal(Now.AddTicks(123_456_780), entry.At);
        Assert.Equal(TimeSpan.Zero, entry.At.Offset);
    }

    private static List<AuditEntry> Record(int length)
    {
        var entries = Enumerable.Range(1, length).Select(n => Entry($"reason {n}")).ToList();
        for (var i = 0; i < length; i++)
        {
            entries[i].Seal(i + 1, i == 0 ? AuditEntry.Genesis : entries[i - 1].Hash);
        }

        return entries;
    }

    private static AuditEntry Entry(string reason) => new(Now, "account:1", "directory.publish", "listing:1", reason, """{"status":"submitted"}""", """{"status":"published"}""");

    private static AuditBreak? FirstBreak(IEnumerable<AuditEntry> record)
    {
        var chain = new AuditChain();
        return record.Select(chain.Take).FirstOrDefault(found => found is not null);
    }

    /// <summary>As somebody with the database in their hands would.</summary>
    private static void Set(AuditEntry entry, string field, object? value) => typeof(AuditEntry).GetProperty(field)!.SetValue(entry, value);
}
