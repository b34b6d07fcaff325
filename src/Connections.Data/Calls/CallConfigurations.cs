using Connections.Data.Conversions;
using Connections.Domain.Calls;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Connections.Data.Calls;

internal sealed class ProgrammeConfiguration : IEntityTypeConfiguration<Programme>
{
    public void Configure(EntityTypeBuilder<Programme> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Slug).HasMaxLength(80);
        builder.Property(p => p.Name).HasMaxLength(160);
        builder.Property(p => p.Summary).HasMaxLength(1000);
        builder.Property(p => p.LawfulBasis).HasMaxLength(80);
        builder.HasIndex(p => p.Slug).IsUnique();
    }
}

internal sealed class CallConfiguration : IEntityTypeConfiguration<Call>
{
    public void Configure(EntityTypeBuilder<Call> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Slug).HasMaxLength(80);
        builder.Property(c => c.Name).HasMaxLength(160);
        builder.Property(c => c.ReferencePrefix).HasMaxLength(12);
        builder.Property(c => c.RubricHash).HasMaxLength(64);
        builder.Property(c => c.Terms).HasJson();
        builder.Property(c => c.ReviewingEndedReason).HasMaxLength(1000);
        builder.Ignore(c => c.Rubric);
        builder.Ignore(c => c.IsPublic);
        builder.HasIndex(c => c.Slug).IsUnique();
        builder.HasIndex(c => new { c.Status, c.ClosesAt });
        builder.HasOne<Programme>().WithMany().HasForeignKey(c => c.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<FormVersion>().WithMany().HasForeignKey(c => c.FormVersionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FormVersionConfiguration : IEntityTypeConfiguration<FormVersion>
{
    public void Configure(EntityTypeBuilder<FormVersion> builder)
    {
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Key).HasMaxLength(80);
        builder.Property(f => f.Definition).HasJson();
        builder.HasIndex(f => new { f.Key, f.Number }).IsUnique();
    }
}

internal sealed class ReferenceSeriesConfiguration : IEntityTypeConfiguration<ReferenceSeries>
{
    public void Configure(EntityTypeBuilder<ReferenceSeries> builder)
    {
        builder.HasKey(s => s.CallId);
        builder.HasOne<Call>().WithOne().HasForeignKey<ReferenceSeries>(s => s.CallId).OnDelete(DeleteBehavior.Cascade);
    }
}
