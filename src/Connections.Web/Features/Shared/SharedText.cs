namespace Connections.Web.Features.Shared;

/// <summary>Marks SharedText.resx: texts of the frame and of form controls.</summary>
public sealed class SharedText;
