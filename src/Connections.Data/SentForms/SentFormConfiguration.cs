using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Connections.Data.SentForms;

internal sealed class SentFormConfiguration : IEntityTypeConfiguration<SentForm>
{
    public void Configure(EntityTypeBuilder<SentForm> builder)
    {
        builder.Property(f => f.Id).HasMaxLength(64);
        builder.Property(f => f.Number).HasMaxLength(22);
        builder.Property(f => f.Answer).HasMaxLength(2000);
        builder.HasIndex(f => f.Number);
        builder.HasIndex(f => f.SentAt);
    }
}
