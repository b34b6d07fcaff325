using Connections.Web.Security;

namespace Connections.Web.Tests.Security;

public sealed class RoleAbilitiesTests
{
    [Theory]
    [InlineData(Roles.Administrator, "grants.decide")]
    [InlineData(Roles.Administrator, "grants.review")]
    [InlineData(Roles.Reviewer, "grants.read")]
    [InlineData(Roles.Auditor, "accounts.manage")]
    [InlineData(Roles.ConsularPartner, "events.approve")]
    public void A_role_lacks_what_is_not_its_own(string role, string ability) => Assert.False(RoleAbilities.Has(role, ability));

    [Fact]
    public void Every_role_that_is_granted_has_an_ability() =>
        Assert.All(Roles.Granted, role => Assert.Contains(RoleAbilities.All, ability => RoleAbilities.Has(role, ability)));
}
