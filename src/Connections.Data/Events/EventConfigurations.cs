using Connections.Data.Conversions;
using Connections.Domain.Events;
using Connections.Domain.Partners;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Connections.Data.Events;

internal sealed class EventConfiguration : IEntityTypeConfiguration<Event>
{
    public void Configure(EntityTypeBuilder<Event> builder)
    {
        builder.Property(e => e.Slug).HasMaxLength(100);
        builder.Property(e => e.Organiser).HasMaxLength(200);
        builder.Property(e => e.StatusReason).HasMaxLength(2000);
        builder.Property(e => e.Proposed).HasJson();
        builder.Property(e => e.CalledOff).HasJson();
        builder.Ignore(e => e.Wanted);
        builder.HasIndex(e => e.Slug).IsUnique();
        builder.HasIndex(e => new { e.Status, e.SubmittedAt });
        builder.HasIndex(e => e.SharedBy);
        builder.HasOne<Partner>().WithMany().HasForeignKey(e => e.PartnerId).OnDelete(DeleteBehavior.Restrict);
        builder.ComplexProperty(e => e.Details, details =>
        {
            details.Property(d => d.Title).HasMaxLength(EventDetails.MaxTitle);
            details.Property(d => d.Summary).HasMaxLength(EventDetails.MaxSummary);
            details.Property(d => d.StartsAt).HasConversion(new WallClockConverter());
            details.Property(d => d.EndsAt).HasConversion(new WallClockConverter());
            details.Property(d => d.TimeZone).HasMaxLength(60);
            details.Property(d => d.Recurrence).HasMaxLength(200);
            details.Property(d => d.Exceptions).HasJson();
            details.Property(d => d.Venue).HasMaxLength(200);
            details.Property(d => d.City).HasMaxLength(120);
            details.Property(d => d.Country).HasMaxLength(2);
            details.Property(d => d.OnlineUrl).HasMaxLength(500);
            details.Property(d => d.Price).HasMaxLength(200);
            details.Property(d => d.Accessibility).HasMaxLength(1000);
        });
    }
}

internal sealed class EventOccurrenceConfiguration : IEntityTypeConfiguration<EventOccurrence>
{
    public void Configure(EntityTypeBuilder<EventOccurrence> builder)
    {
        builder.HasKey(o => new { o.EventId, o.StartsAt });
        builder.HasIndex(o => o.EndsAt);
        builder.HasOne<Event>().WithMany().HasForeignKey(o => o.EventId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PartnerConfiguration : IEntityTypeConfiguration<Partner>
{
    public void Configure(EntityTypeBuilder<Partner> builder)
    {
        builder.Property(p => p.Name).HasMaxLength(200);
        builder.HasIndex(p => p.AccountId).IsUnique();
        builder.ComplexProperty(p => p.Accreditation, accreditation =>
        {
            accreditation.Property(a => a.SendingState).HasMaxLength(2);
            accreditation.Property(a => a.PostType).HasMaxLength(60);
            accreditation.Property(a => a.District).HasMaxLength(200);
        });
    }
}
