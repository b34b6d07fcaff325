using Connections.Domain.Content;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Connections.Data.Content;

internal sealed class PageConfiguration : IEntityTypeConfiguration<Page>
{
    public void Configure(EntityTypeBuilder<Page> builder)
    {
        builder.Property(p => p.Path).HasMaxLength(200);
        builder.Property(p => p.Title).HasMaxLength(200);
        builder.Property(p => p.Summary).HasMaxLength(500);
        builder.Property(p => p.Author).HasMaxLength(120);
        builder.Property(p => p.Quote).HasMaxLength(500);
        builder.Property(p => p.QuotedPerson).HasMaxLength(200);
        builder.Property(p => p.Art).HasMaxLength(80);
        builder.Property(p => p.ArtDescription).HasMaxLength(300);
        builder.Property(p => p.Language).HasMaxLength(35);
        builder.HasIndex(p => new { p.Kind, p.Path }).IsUnique();
        builder.HasIndex(p => new { p.Kind, p.PublishedAt });
    }
}
