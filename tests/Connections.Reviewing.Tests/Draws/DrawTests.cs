using System.Security.Cryptography;
using System.Text;
using Connections.Reviewing.Draws;

namespace Connections.Reviewing.Tests.Draws;

public sealed class DrawTests
{
    private static readonly byte[] Randomness = Encoding.UTF8.GetBytes("drand round 4711: 9f3c");
    private static readonly string[] Entrants = ["SCF-01", "SCF-02", "SCF-03", "Émigré-04", "协会-05"];

    [Fact]
    public void The_chain_is_SHA_256_of_SHA_256()
    {
        var once = SHA256.HashData("secret"u8);

        Assert.Equal(once, VerifiableDraw.Link("secret", 1));
        Assert.Equal(SHA256.HashData(once), VerifiableDraw.Link("secret", 2));
    }

    [Fact]
    public void Tickets_follow_RFC_5869_step_by_step()
    {
        var reveal = VerifiableDraw.Link("secret", 9);
        var key = HMACSHA256.HashData(reveal, Randomness);
        var ticket = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes("SCF-02").Append((byte)1).ToArray());

        var tickets = VerifiableDraw.Tickets(reveal, Randomness, Entrants);

        Assert.Equal(Convert.ToHexStringLower(ticket), tickets.Single(t => t.Entrant == "SCF-02").Hex);
        Assert.Equal(tickets.Select(t => t.Hex).Order(StringComparer.Ordinal), tickets.Select(t => t.Hex));
    }

    [Fact]
    public void A_true_record_has_no_faults_and_every_change_to_it_has_one()
    {
        var draw = VerifiableDraw.Run("secret", 10, 9, Randomness, Entrants, 2);
        var record = new DrawRecord(draw.Commitment, draw.Reveal, Randomness, Entrants, 2, draw.Selected)
        {
            Tickets = draw.Tickets.ToDictionary(t => t.Entrant, t => t.Hex),
            Substitutes = draw.Substitutes,
            Steps = 1,
        };

        Assert.Empty(record.Faults());
        Assert.NotEmpty((record with { Commitment = SHA256.HashData("other"u8) }).Faults());
        Assert.NotEmpty((record with { Reveal = VerifiableDraw.Link("other", 9) }).Faults());
        Assert.NotEmpty((record with { Randomness = [1, 2, 3] }).Faults());
        Assert.NotEmpty((record with { Selected = [draw.Substitutes[0], draw.Selected[0]] }).Faults());
        Assert.NotEmpty((record with { Selected = [.. draw.Selected, "stranger"] }).Faults());
        Assert.NotEmpty((record with { Places = 3 }).Faults());
        Assert.NotEmpty((record with { Substitutes = [.. draw.Substitutes.Reverse()] }).Faults());
        Assert.NotEmpty((record with { Steps = 2 }).Faults());
    }

    [Fact]
    public void A_later_draw_opens_the_link_before()
    {
        var second = VerifiableDraw.Run("secret", 10, 8, Randomness, Entrants, 1);

        Assert.Equal(VerifiableDraw.Link("secret", 9), SHA256.HashData(second.Reveal));
        Assert.Empty(new DrawRecord(second.Commitment, second.Reveal, Randomness, Entrants, 1, second.Selected) { Steps = 2 }.Faults());
    }

    [Fact]
    public void A_withdrawal_moves_the_substitutes_up_and_nobody_else()
    {
        var before = VerifiableDraw.Run("secret", 10, 9, Randomness, Entrants, 2);
        var gone = before.Selected[0];

        var after = VerifiableDraw.Run("secret", 10, 9, Randomness, [.. Entrants.Where(e => e != gone)], 2);

        Assert.Equal([before.Selected[1], before.Substitutes[0]], after.Selected);
    }

    [Fact]
    public void Merit_gives_sure_places_to_those_who_are_surely_best()
    {
        var (chances, worst) = MeritLottery.Chances([(9, 10), (5, 7), (5, 7), (5, 7), (1, 2)], 2);

        Assert.Equal([1, 1.0 / 3, 1.0 / 3, 1.0 / 3, 0], chances, (x, y) => Math.Abs(x - y) < 1e-6);
        Assert.Equal(4.0 / 3, worst, 1e-6);
    }

    [Fact]
    public void Merit_prefers_nobody_to_a_better_interval_and_treats_like_standings_alike()
    {
        (double, double)[] intervals = [(4, 4), (1, 2), (0, 2), (1, 1), (0, 3), (0, 0), (0, 4), (2, 5)];

        var (chances, worst) = MeritLottery.Chances(intervals, 2);

        Assert.Equal(1, worst, 1e-9);
        Assert.Equal(1, chances[0], 1e-9);
        Assert.True(chances[7] >= chances[6] && chances[6] >= chances[4] && chances[4] >= chances[2] && chances[1] >= chances[3]);
        Assert.Equal(0, chances[5], 1e-9);
    }

    [Theory]
    [InlineData(1e12)]
    [InlineData(1e300)]
    public void The_clipped_linear_lottery_gives_out_its_places_at_any_slope(double slope)
    {
        double[] merits = [1e9 + 1, 1e9, 1e9, -1e9, 1e9];

        Assert.Equal([1, 1.0 / 3, 1.0 / 3, 0, 1.0 / 3], ClippedLinearLottery.Chances(merits, 2, slope), (x, y) => Math.Abs(x - y) < 1e-9);
        Assert.Equal([2.0 / 3, 2.0 / 3, 2.0 / 3], ClippedLinearLottery.Chances([-1e9, -1e9, -1e9], 2, slope), (x, y) => Math.Abs(x - y) < 1e-9);
    }

    [Fact]
    public void The_clipped_linear_lottery_lies_between_a_plain_lottery_and_plain_selection()
    {
        double[] merits = [3, 1, 2, 2];

        Assert.Equal([0.5, 0.5, 0.5, 0.5], ClippedLinearLottery.Chances(merits, 2, 0), (x, y) => Math.Abs(x - y) < 1e-9);
        Assert.Equal([1, 0, 0.5, 0.5], ClippedLinearLottery.Chances(merits, 2, 1000), (x, y) => Math.Abs(x - y) < 1e-9);
        Assert.Equal([0.7, 0.3, 0.5, 0.5], ClippedLinearLottery.Chances(merits, 2, 0.2), (x, y) => Math.Abs(x - y) < 1e-9);
    }
}
