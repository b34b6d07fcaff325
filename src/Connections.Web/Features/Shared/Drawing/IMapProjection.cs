namespace Connections.Web.Features.Shared.Drawing;

/// <summary>Puts places of the earth on a flat drawing. The unit is the earth's radius; y grows downwards.</summary>
public interface IMapProjection
{
    Point Project(double latitude, double longitude);
}
