namespace Connections.Web.Mail;

/// <summary>The few rules of style that mail programs keep. Colours besides the place's own are neutral and readable
/// on white.</summary>
internal static class MailStyle
{
    public static string Css(string colour) =>
        $$"""
        body { margin: 0; padding: 0; background: #f3f2ef; color: #1d1d24; font: 16px/1.55 Arial, Helvetica, sans-serif; }
        .frame { padding: 16px 0; }
        .sheet { width: 100%; max-width: 600px; background: #ffffff; }
        .band { padding: 18px 28px; background: {{colour}}; }
        .band a { color: #ffffff; font-size: 18px; font-weight: bold; text-decoration: none; }
        .body { padding: 28px; overflow-wrap: anywhere; }
        .body h1 { margin: 0 0 16px; font-size: 24px; line-height: 1.25; }
        .body h2 { margin: 28px 0 8px; font-size: 19px; line-height: 1.3; }
        .body p, .body ul, .body ol { margin: 0 0 14px; }
        .body a { color: {{colour}}; }
        .body .button { display: inline-block; padding: 12px 20px; background: {{colour}}; color: #ffffff; font-weight: bold; text-decoration: none; border-radius: 4px; }
        .foot { padding: 18px 28px 26px; border-top: 1px solid #d8d6d0; color: #55545e; font-size: 14px; }
        .foot p { margin: 0 0 8px; }
        .foot a { color: #55545e; }
        """;
}
