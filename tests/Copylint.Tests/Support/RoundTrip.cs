using Copylint.Analysis;

namespace Copylint.Tests.Support;

/// <summary>Each token's span, read from the file, gives the token's text, entities decoded.</summary>
internal static class RoundTrip
{
    public static void Check(DocumentAnalysis analysis)
    {
        var document = analysis.Document;
        var source = document.Source.Text;
        foreach (ref readonly var token in analysis.Tokens)
        {
            var text = analysis.TextOf(token).ToString();
            var span = document.ToSource(token.Span);
            Assert.InRange(span.End, span.Start, source.Length);
            if (text == "\uFFFC")
                continue;
            var found = Plain(span.In(source).ToString());
            if (found != text)
                Assert.Fail($"'{text}' at {token.Span} comes from {span} '{span.In(source)}' in:\n{source}");
        }
    }

    // What the file says there: tags and escapes taken out, entities decoded, soft hyphens dropped.
    private static string Plain(string text)
    {
        if (!text.AsSpan().ContainsAny("<&\\*_~[]`\r\n"))
            return text;
        var plain = System.Text.RegularExpressions.Regex.Replace(text, @"<!--(-?>|.*?-->)|</?[a-zA-Z][^<>]*>", "");
        plain = System.Text.RegularExpressions.Regex.Replace(plain, @"&shy;|&#173;", "");
        plain = System.Net.WebUtility.HtmlDecode(plain);
        return plain.Length == 1
            ? plain
            : System.Text.RegularExpressions.Regex.Replace(plain, @"\\(?=[^\w\s]|_)|\*\*|~|\*(?=\w)|(?<=\w)\*", "");
    }
}
