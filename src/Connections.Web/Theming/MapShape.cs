namespace Connections.Web.Theming;

/// <summary>How a theme shows the world: round, seen from the home place; or wide, with the home place among the others.</summary>
public enum MapShape
{
    Round,
    Wide,
}
