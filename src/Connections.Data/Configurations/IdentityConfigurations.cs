using Connections.Data.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Connections.Data.Configurations;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("Accounts");
        builder.Ignore(a => a.AccountId);
        builder.Property(a => a.DisplayName).HasMaxLength(120);
        builder.Property(a => a.Language).HasMaxLength(35);
        builder.Property(a => a.TimeZone).HasMaxLength(60);
    }
}

internal sealed class SignInLinkConfiguration : IEntityTypeConfiguration<SignInLink>
{
    public void Configure(EntityTypeBuilder<SignInLink> builder)
    {
        builder.Property(l => l.TokenHash).HasMaxLength(64);
        builder.Property(l => l.BrowserHash).HasMaxLength(64);
        builder.Property(l => l.ReturnPath).HasMaxLength(500);
        builder.HasIndex(l => l.TokenHash).IsUnique();
        builder.HasIndex(l => l.ExpiresAt);
        builder.Property(l => l.Email).HasMaxLength(320);
        builder.HasIndex(l => new { l.Email, l.CreatedAt });
    }
}
