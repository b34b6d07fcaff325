using Connections.Domain.Ambassadors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Connections.Data.Ambassadors;

internal sealed class AmbassadorConfiguration : IEntityTypeConfiguration<Ambassador>
{
    public void Configure(EntityTypeBuilder<Ambassador> builder)
    {
        builder.Property(a => a.Slug).HasMaxLength(100);
        builder.Property(a => a.Name).HasMaxLength(120);
        builder.Property(a => a.Field).HasMaxLength(120);
        builder.Property(a => a.Place).HasMaxLength(120);
        builder.Property(a => a.Country).HasMaxLength(2);
        builder.Property(a => a.Statement).HasMaxLength(500);
        builder.Property(a => a.Portrait).HasMaxLength(80);
        builder.Property(a => a.PortraitDescription).HasMaxLength(300);
        builder.Property(a => a.RelayEmail).HasMaxLength(320);
        builder.HasIndex(a => new { a.Year, a.Slug }).IsUnique();
        builder.HasIndex(a => a.AccountId);
    }
}
