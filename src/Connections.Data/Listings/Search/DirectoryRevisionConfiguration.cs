using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Connections.Data.Listings.Search;

internal sealed class DirectoryRevisionConfiguration : IEntityTypeConfiguration<DirectoryRevision>
{
    public void Configure(EntityTypeBuilder<DirectoryRevision> builder) => builder.Property(r => r.Id).ValueGeneratedNever();
}
