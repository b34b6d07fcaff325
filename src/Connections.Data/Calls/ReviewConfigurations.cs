using Connections.Domain.Calls;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Connections.Data.Calls;

internal sealed class PanelMemberConfiguration : IEntityTypeConfiguration<PanelMember>
{
    public void Configure(EntityTypeBuilder<PanelMember> builder)
    {
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Organisation).HasMaxLength(120);
        builder.HasIndex(m => new { m.CallId, m.AccountId }).IsUnique();
        builder.HasIndex(m => new { m.CallId, m.Number }).IsUnique();
        builder.HasIndex(m => m.AccountId);
        builder.HasOne<Call>().WithMany().HasForeignKey(m => m.CallId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ConflictOfInterestConfiguration : IEntityTypeConfiguration<ConflictOfInterest>
{
    public void Configure(EntityTypeBuilder<ConflictOfInterest> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Reason).HasMaxLength(1000);
        builder.HasIndex(c => new { c.ApplicationId, c.PanelMemberId }).IsUnique();
        builder.HasOne<Application>().WithMany().HasForeignKey(c => c.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PanelMember>().WithMany().HasForeignKey(c => c.PanelMemberId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReviewAssignmentConfiguration : IEntityTypeConfiguration<ReviewAssignment>
{
    public void Configure(EntityTypeBuilder<ReviewAssignment> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.ReleaseReason).HasMaxLength(1000);
        builder.Ignore(a => a.IsActive);
        builder.HasIndex(a => new { a.ApplicationId, a.PanelMemberId }).IsUnique();
        builder.HasIndex(a => a.PanelMemberId);
        builder.HasOne<Application>().WithMany().HasForeignKey(a => a.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PanelMember>().WithMany().HasForeignKey(a => a.PanelMemberId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReviewConfiguration : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Note).HasMaxLength(4000);
        builder.HasIndex(r => r.AssignmentId).IsUnique();
        builder.HasIndex(r => r.ApplicationId);
        builder.HasIndex(r => r.PanelMemberId);
        builder.HasOne<ReviewAssignment>().WithOne().HasForeignKey<Review>(r => r.AssignmentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Application>().WithMany().HasForeignKey(r => r.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PanelMember>().WithMany().HasForeignKey(r => r.PanelMemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(r => r.Scores).WithOne().HasForeignKey(s => s.ReviewId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(r => r.Scores).AutoInclude().UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class CriterionScoreConfiguration : IEntityTypeConfiguration<CriterionScore>
{
    public void Configure(EntityTypeBuilder<CriterionScore> builder)
    {
        builder.HasKey(s => new { s.ReviewId, s.Criterion });
        builder.Property(s => s.Criterion).HasMaxLength(40);
        builder.Property(s => s.Reason).HasMaxLength(4000);
    }
}
