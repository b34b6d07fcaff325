using Connections.Domain.Partners;
using Connections.Domain.Shared;

namespace Connections.Domain.Tests.Partners;

public class PartnerTests
{
    private static readonly DateOnly Expires = new(2027, 3, 31);

    [Theory]
    [InlineData(-400, true)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(400, false)]
    public void A_post_counts_up_to_and_on_the_last_day_of_its_accreditation(int days, bool counts) =>
        Assert.Equal(counts, Made().IsAccredited(Expires.AddDays(days)));

    [Fact]
    public void A_post_is_what_it_was_accredited_as()
    {
        var account = new AccountId(Guid.CreateVersion7());
        var accreditation = Accredited();

        var partner = new Partner(new PartnerId(Guid.CreateVersion7()), account, "Consulate of Anywhere", accreditation);

        Assert.Equal((account, "Consulate of Anywhere", accreditation), (partner.AccountId, partner.Name, partner.Accreditation));
        Assert.Equal(0, partner.Version);
    }

    private static Partner Made() => new(new PartnerId(Guid.CreateVersion7()), new AccountId(Guid.CreateVersion7()), "Consulate of Anywhere", Accredited());

    private static Accreditation Accredited() => new("NZ", "Honorary consulate", "Scotland", Expires, new DateOnly(2026, 9, 1));
}
