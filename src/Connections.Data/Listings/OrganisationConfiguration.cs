using Connections.Domain.Directory;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Connections.Data.Listings;

internal sealed class OrganisationConfiguration : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Name).HasMaxLength(ListingRules.NameLength);
        builder.Property(o => o.RelayEmail).HasMaxLength(320);
        builder.OwnsMany(o => o.Representatives, r =>
        {
            r.ToTable("OrganisationRepresentatives");
            r.WithOwner().HasForeignKey("OrganisationId");
            r.HasKey("OrganisationId", nameof(Representative.AccountId));
            r.Property(x => x.AccountId).ValueGeneratedNever();
            r.Property(x => x.Name).HasMaxLength(Organisation.RepresentativeNameLength);
            r.HasIndex(x => x.AccountId);
        });
        builder.Navigation(o => o.Representatives).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}
