using Connections.Testing;
using Connections.Web.Features.Events;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Tests.Features.Events;

public sealed class RepetitionWordsTests(OnSqlite fixture) : IClassFixture<OnSqlite>
{
    [Theory]
    [InlineData("FREQ=DAILY", "Every day")]
    [InlineData("FREQ=WEEKLY;INTERVAL=3", "Every 3 weeks")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,TH", "Every Monday, Thursday")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "Every other week on Friday")]
    [InlineData("FREQ=MONTHLY;BYDAY=1TU;COUNT=7", "On the first Tuesday of every month, 7 times in all")]
    [InlineData("FREQ=MONTHLY;BYDAY=-1SU", "On the last Sunday of every month")]
    [InlineData("FREQ=MONTHLY;BYDAY=5SU", "On several dates")]
    [InlineData("FREQ=YEARLY;UNTIL=20300125T013000Z", "Every year until 24 January 2030")]
    [InlineData("FREQ=HOURLY", "On several dates")]
    public void A_rule_is_said_as_a_poster_does(string rule, string words)
    {
        var texts = fixture.Host.Services.GetRequiredService<IStringLocalizer<EventsText>>();

        Assert.Equal(words, RepetitionWords.Of(rule, "America/Toronto", texts));
    }
}
