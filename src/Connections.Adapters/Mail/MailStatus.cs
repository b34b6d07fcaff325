namespace Connections.Adapters.Mail;

public enum MailStatus
{
    /// <summary>The next server has taken responsibility for the mail.</summary>
    Sent,

    /// <summary>Not this time (a 4xx reply, or the network): worth trying again later.</summary>
    Deferred,

    /// <summary>Never (a 5xx reply): trying the same mail again cannot succeed.</summary>
    Refused,
}
