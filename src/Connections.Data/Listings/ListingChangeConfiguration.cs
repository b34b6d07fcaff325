using Connections.Data.Conversions;
using Connections.Domain.Directory;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Connections.Data.Listings;

internal sealed class ListingChangeConfiguration : IEntityTypeConfiguration<ListingChange>
{
    public void Configure(EntityTypeBuilder<ListingChange> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Before).HasJson();
        builder.Property(c => c.Content).HasJson();
        builder.Property(c => c.Accepted).HasJson();
        builder.Property(c => c.Reply).HasMaxLength(Listing.ReasonLength);
        builder.HasIndex(c => new { c.State, c.SentAt });
        builder.HasOne<Listing>().WithMany().HasForeignKey(c => c.ListingId).OnDelete(DeleteBehavior.Cascade);

        // One open change per listing, whoever writes it.
        builder.HasIndex(c => c.ListingId).IsUnique().HasFilter("\"State\" in ('Draft', 'Waiting')").HasDatabaseName("IX_ListingChanges_OneOpen");
    }
}
