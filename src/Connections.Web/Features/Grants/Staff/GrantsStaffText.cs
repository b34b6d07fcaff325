namespace Connections.Web.Features.Grants.Staff;

/// <summary>Marks GrantsStaffText.resx: texts of reviewing, assigning, deciding and publishing.</summary>
public sealed class GrantsStaffText;
