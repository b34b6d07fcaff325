using Microsoft.AspNetCore.Components;

namespace Connections.Web.Mail;

/// <summary>An e-mail names everything it needs; its words are a Razor component and the feature's text resource.</summary>
public interface IEmail
{
    /// <summary>The Razor component that writes the HTML. It has one parameter, <c>Email</c>, of the e-mail's own type.</summary>
    Type Template { get; }

    /// <summary>Marker class of the text resource that holds the subject.</summary>
    Type TextResource { get; }

    string SubjectKey { get; }

    object[] SubjectArguments { get; }
}

/// <summary>Base of every e-mail: <c>public sealed record SignInLinkEmail(Uri Link) : Email&lt;SignInLinkTemplate, AccountsText&gt;("SignInLink.Subject");</c></summary>
public abstract record Email<TTemplate, TText>(string SubjectKey) : IEmail
    where TTemplate : IComponent
{
    public Type Template => typeof(TTemplate);

    public Type TextResource => typeof(TText);

    public virtual object[] SubjectArguments => [];
}
