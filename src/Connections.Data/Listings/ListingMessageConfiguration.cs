using Connections.Domain.Directory;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Connections.Data.Listings;

internal sealed class ListingMessageConfiguration : IEntityTypeConfiguration<ListingMessage>
{
    public void Configure(EntityTypeBuilder<ListingMessage> builder)
    {
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Words).HasMaxLength(ListingMessage.WordsLength);
        builder.Property(m => m.Email).HasMaxLength(320);
        builder.Property(m => m.Reply).HasMaxLength(Listing.ReasonLength);
        builder.HasIndex(m => new { m.State, m.ReceivedAt });
        builder.HasOne<Listing>().WithMany().HasForeignKey(m => m.ListingId).OnDelete(DeleteBehavior.Cascade);
    }
}
