using Connections.Adapters.Files;
using Connections.Adapters.Images;
using FsCheck;
using FsCheck.Fluent;

namespace Connections.Adapters.Tests.Images;

public sealed class ImageHeaderTests
{
    [Theory]
    [InlineData(FileKind.Png, 320, 200, "89504E470D0A1A0A0000000D4948445200000140000000C8")]
    [InlineData(FileKind.Gif, 320, 200, "4749463839614001C800")]
    [InlineData(FileKind.WebP, 320, 200, "524946460000000057454250565038580A000000000000003F0100C70000")]
    [InlineData(FileKind.WebP, 320, 200, "5249464600000000574542505650384C0A0000002F3FC13100000000000000")]
    [InlineData(FileKind.WebP, 320, 200, "52494646000000005745425056503820000000000000009D012A4001C800")]
    [InlineData(FileKind.Jpeg, 320, 200, "FFD8FFE00004AAAAFFFFC2000B0800C8014001")]
    [InlineData(FileKind.Jpeg, 320, 200, "FFD8FFC40004AAAAFFC0000B0800C8014001")]
    public void The_size_is_read(FileKind kind, int width, int height, string head)
    {
        Assert.Equal(new ImageSize(width, height), ImageHeader.Read(Convert.FromHexString(head), kind));
    }

    [Theory]
    [InlineData(FileKind.Png, "89504E470D0A1A0A0000000D4948445200000000000000C8")]
    [InlineData(FileKind.Png, "89504E470D0A1A0A0000000D49484452FFFFFFFF000000C8")]
    [InlineData(FileKind.Png, "89504E470D0A1A0A")]
    [InlineData(FileKind.Gif, "474946383961")]
    [InlineData(FileKind.WebP, "52494646000000005745425041414141000000000000009D012A4001C800")]
    [InlineData(FileKind.Jpeg, "FFD8FFE00000AAAAAAAAAAAAAAAAAAAA")]
    [InlineData(FileKind.Jpeg, "FFD8FFDA0004AAAAFFC0000B0800C8014001")]
    [InlineData(FileKind.Pdf, "255044462D312E37")]
    public void A_header_without_a_size_is_said_to_have_none(FileKind kind, string head)
    {
        Assert.Null(ImageHeader.Read(Convert.FromHexString(head), kind));
    }

    [Fact]
    public void No_bytes_can_make_it_fail() =>
        Prop.ForAll<byte[]>(tail =>
        {
            foreach (var kind in Enum.GetValues<FileKind>())
            {
                _ = ImageHeader.Read(tail, kind);
                _ = ImageHeader.Read([0xFF, 0xD8, 0xFF, .. tail], kind);
                _ = ImageHeader.Read([.. "RIFF0000WEBPVP8"u8, .. tail], kind);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
}
