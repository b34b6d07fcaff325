using Connections.Data.Conversions;
using Connections.Data.Listings.Search;
using Connections.Domain.Directory;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Connections.Data.Listings;

internal sealed class ListingConfiguration : IEntityTypeConfiguration<Listing>
{
    public void Configure(EntityTypeBuilder<Listing> builder)
    {
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Slug).HasMaxLength(100);
        builder.Property(l => l.ReturnReason).HasMaxLength(Listing.ReasonLength);
        builder.Property(l => l.Content).HasJson();
        builder.Property(l => l.Declaration).HasJson();
        builder.Property(l => l.Location).HasJson();

        // Written by the database itself (directory-revision.*.sql), so that no change can be missed.
        builder.Property<long>(DirectoryRevision.Column).HasDefaultValue(0L).ValueGeneratedNever();
        builder.HasIndex(DirectoryRevision.Column);
        builder.HasIndex(l => l.Slug).IsUnique();
        builder.HasIndex(l => l.State);
        builder.HasOne<Organisation>().WithOne().HasForeignKey<Listing>(l => l.OrganisationId).OnDelete(DeleteBehavior.Cascade);
    }
}
