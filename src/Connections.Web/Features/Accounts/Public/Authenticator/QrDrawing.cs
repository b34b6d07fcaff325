using System.Globalization;
using System.Text;
using QRCoder;

namespace Connections.Web.Features.Accounts.Public.Authenticator;

/// <summary>A QR code, its quiet border included, as one path of an SVG: no style and no picture file, so that the strict content policy holds.</summary>
public sealed record QrDrawing(int Size, string Path)
{
    public static QrDrawing Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                if (rows[y][x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        return new QrDrawing(rows.Count, path.ToString());
    }
}
