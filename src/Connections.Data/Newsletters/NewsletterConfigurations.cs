using Connections.Data.Conversions;
using Connections.Domain.Consents;
using Connections.Domain.Newsletters;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Connections.Data.Newsletters;

internal sealed class SubscriptionConfiguration : IEntityTypeConfiguration<Subscription>
{
    public void Configure(EntityTypeBuilder<Subscription> builder)
    {
        builder.Ignore(s => s.Choices);
        builder.Property(s => s.Email).HasMaxLength(320);
        builder.Property(s => s.NormalisedEmail).HasMaxLength(320);
        builder.Property(s => s.Language).HasMaxLength(35);
        builder.HasIndex(s => s.NormalisedEmail).IsUnique();
        builder.HasIndex(s => s.Status);
    }
}

internal sealed class EditionConfiguration : IEntityTypeConfiguration<Edition>
{
    public void Configure(EntityTypeBuilder<Edition> builder)
    {
        builder.Property(e => e.Subject).HasMaxLength(Edition.MaxSubject);
        builder.Property(e => e.Preheader).HasMaxLength(Edition.MaxPreheader);
        builder.Property(e => e.Language).HasMaxLength(35);
        builder.Property(e => e.Author).HasMaxLength(120);
        builder.Property(e => e.Sections).HasJson();
        builder.HasIndex(e => e.Status);
    }
}

internal sealed class DeliveryConfiguration : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.HasKey(d => new { d.EditionId, d.SubscriptionId });
        builder.HasOne<Edition>().WithMany().HasForeignKey(d => d.EditionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Subscription>().WithMany().HasForeignKey(d => d.SubscriptionId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ConsentEntryConfiguration : IEntityTypeConfiguration<ConsentEntry>
{
    public void Configure(EntityTypeBuilder<ConsentEntry> builder)
    {
        builder.ToTable("ConsentLedger");
        builder.Property(c => c.Person).HasMaxLength(64);
        builder.Property(c => c.Wording).HasMaxLength(500);
        builder.Property(c => c.Scope).HasMaxLength(2000);
        builder.Property(c => c.Source).HasMaxLength(200);
        builder.HasIndex(c => new { c.Person, c.At });
    }
}
