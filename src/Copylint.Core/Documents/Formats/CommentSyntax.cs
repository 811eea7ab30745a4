namespace Copylint.Documents.Formats;

/// <summary>How a format writes a comment that no reader of the page sees.</summary>
/// <param name="Opening">What it begins with: <c>&lt;!--</c>.</param>
/// <param name="Closing">What it ends with: <c>--&gt;</c>.</param>
public sealed record CommentSyntax(string Opening, string Closing)
{
    /// <summary>HTML's.</summary>
    public static CommentSyntax Html { get; } = new("<!--", "-->");

    /// <summary>What stands between the marks, without blanks; null for text that is no such comment.</summary>
    public string? BodyOf(ReadOnlySpan<char> comment)
    {
        if (!comment.StartsWith(Opening))
            return null;
        var body = comment[Opening.Length..];
        return (body.EndsWith(Closing) ? body[..^Closing.Length] : body).Trim().ToString();
    }
}
