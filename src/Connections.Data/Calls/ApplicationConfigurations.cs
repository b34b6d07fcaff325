using Connections.Data.Conversions;
using Connections.Domain.Calls;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Connections.Data.Calls;

internal sealed class ApplicationConfiguration : IEntityTypeConfiguration<Application>
{
    public void Configure(EntityTypeBuilder<Application> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Reference).HasMaxLength(24);
        builder.Property(a => a.Language).HasMaxLength(35);
        builder.Property(a => a.Answers).HasJson();
        builder.Property(a => a.Translations).HasJson();
        builder.Property(a => a.Organisation).HasMaxLength(120);
        builder.Property(a => a.Title).HasMaxLength(300);
        builder.Property(a => a.Applicant).HasMaxLength(300);
        builder.Property(a => a.Country).HasMaxLength(2);
        builder.Ignore(a => a.Facts);
        builder.Ignore(a => a.IsSubmitted);
        builder.HasIndex(a => a.Reference).IsUnique();
        builder.HasIndex(a => new { a.CallId, a.Status });

        // Two tabs that begin at once must not make two drafts.
        builder.HasIndex(a => new { a.AccountId, a.CallId }).HasFilter("\"Status\" = 'Draft'").IsUnique();
        builder.HasOne<Call>().WithMany().HasForeignKey(a => a.CallId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<FormVersion>().WithMany().HasForeignKey(a => a.FormVersionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DecisionConfiguration : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> builder)
    {
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Currency).HasMaxLength(3);
        builder.Property(d => d.Reasons).HasMaxLength(4000);
        builder.Property(d => d.Feedback).HasMaxLength(4000);
        builder.Property(d => d.OverrideReason).HasMaxLength(1000);
        builder.Property(d => d.PublicReason).HasMaxLength(1000);
        builder.Ignore(d => d.Amount);
        builder.HasIndex(d => d.ApplicationId).IsUnique();
        builder.HasIndex(d => new { d.CallId, d.Kind });
        builder.HasOne<Application>().WithOne().HasForeignKey<Decision>(d => d.ApplicationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AwardConfiguration : IEntityTypeConfiguration<Award>
{
    public void Configure(EntityTypeBuilder<Award> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Reference).HasMaxLength(24);
        builder.Property(a => a.Title).HasMaxLength(300);
        builder.Property(a => a.Organisation).HasMaxLength(300);
        builder.Property(a => a.Country).HasMaxLength(2);
        builder.Property(a => a.Currency).HasMaxLength(3);
        builder.Property(a => a.Reason).HasMaxLength(4000);
        builder.Ignore(a => a.Amount);
        builder.HasIndex(a => a.CallId);
        builder.HasIndex(a => a.Reference).IsUnique();
        builder.HasOne<Application>().WithOne().HasForeignKey<Award>(a => a.ApplicationId).OnDelete(DeleteBehavior.Restrict);
    }
}
