namespace Connections.Web.Security.Input.Once;

/// <summary>On a page whose answer is a cookie (signing in and out): the browser that lost the first answer needs it again.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TakesFormAgainAttribute : Attribute;
