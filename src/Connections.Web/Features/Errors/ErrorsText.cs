namespace Connections.Web.Features.Errors;

/// <summary>Names the text resource of this feature.</summary>
public sealed class ErrorsText;
