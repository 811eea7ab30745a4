using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Documents.Formats;
using Copylint.Text;

namespace Copylint.Rules.Promotion;

/// <summary>CL4009. Parameters of links, in the copy and in link targets, that only track readers. Code in Markdown is left alone.</summary>
internal sealed class TrackingParameter : Analyzer
{
    private const int MaxUrl = 2000;

    private static readonly string[] Names =
    [
        "utm_source",
        "utm_medium",
        "utm_campaign",
        "utm_term",
        "utm_content",
        "utm_id",
        "utm_name",
        "utm_reader",
        "utm_cid",
        "utm_brand",
        "utm_social",
        "utm_social-type",
        "utm_place",
        "utm_pubreferrer",
        "utm_swu",
        "utm_viz_id",
        "fbclid",
        "gclid",
        "gclsrc",
        "dclid",
        "wbraid",
        "gbraid",
        "msclkid",
        "mc_cid",
        "mc_eid",
        "igshid",
        "igsh",
        "yclid",
        "_hsenc",
        "_hsmi",
        "vero_id",
        "oly_enc_id",
        "oly_anon_id",
        "ml_subscriber",
        "ml_subscriber_hash",
        "mkt_tok",
        "twclid",
        "ttclid",
        "li_fat_id",
        "s_cid",
        "ncid",
        "cmpid",
        "wickedid",
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.OnDocument(Check);

    private static void Check(ReportContext context)
    {
        var text = context.Document.Source.Text;
        var code = new MarkdownCode(context.Document);
        for (var at = 0; text.AsSpan(at).IndexOfAny('?', '&') is >= 0 and var next; )
        {
            at += next + 1;
            // In HTML an ampersand is written as an entity.
            var start =
                text[at - 1] == '&' && text.AsSpan(at).StartsWith("amp;", StringComparison.Ordinal) ? at + 4 : at;
            var equals = text.AsSpan(start, Math.Min(40, text.Length - start)).IndexOf('=');
            if (equals <= 0 || !IsTracking(text.AsSpan(start, equals)))
                continue;
            var end = start + equals + 1;
            while (
                end < text.Length
                && !char.IsWhiteSpace(text[end])
                && text[end] is not ('&' or '#' or '"' or '\'' or '<' or '>' or ')' or ']' or '|' or '”' or '’')
            )
                end++;
            while (end > start && text[end - 1] is '.' or ',' or ';' or '!' or '?')
                end--;
            if (IsInUrl(text, at - 1) && !code.Holds(at) && context.Document.HoldsLinkAt(at))
                Report(context, text, at - 1, start, end);
            at = end;
        }
    }

    private static bool IsTracking(ReadOnlySpan<char> name)
    {
        foreach (var known in Names)
        {
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool IsInUrl(string text, int mark)
    {
        var start = mark;
        while (
            start > 0
            && mark - start < MaxUrl
            && !char.IsWhiteSpace(text[start - 1])
            && text[start - 1] is not ('"' or '\'' or '<' or '(' or '>')
        )
            start--;
        var address = text.AsSpan(start, mark - start);
        // An address inside an address is what an archive kept or a service opens: another one would show something else.
        var scheme = address.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0 && IsNested(address[(scheme + 3)..]))
            return false;
        return scheme >= 0
            || (start < mark && text[start] == '/')
            || text.AsSpan(start, mark - start).StartsWith("www.", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsNested(ReadOnlySpan<char> rest) =>
        rest.Contains("://", StringComparison.Ordinal)
        || rest.Contains("http:/", StringComparison.OrdinalIgnoreCase)
        || rest.Contains("https:/", StringComparison.OrdinalIgnoreCase)
        || rest.Contains("%3A%2F", StringComparison.OrdinalIgnoreCase)
        || rest.Contains("/www.", StringComparison.OrdinalIgnoreCase);

    private static void Report(ReportContext context, string text, int mark, int start, int end)
    {
        // "?a=1&b=2": the mark before goes with it, or the one after when it is the first of several.
        var next =
            end < text.Length && text[end] == '&'
                ? text.AsSpan(end).StartsWith("&amp;", StringComparison.Ordinal)
                    ? 5
                    : 1
                : 0;
        var edit =
            text[mark] == '?' && next > 0 ? TextSpan.FromBounds(start, end + next) : TextSpan.FromBounds(mark, end);
        var name = text[start..text.IndexOf('=', start)];
        context.ReportInSource(
            TextSpan.FromBounds(start, end),
            text[start..end],
            new Finding
            {
                Arguments = [("parameter", name)],
                Fixes = [new Fix($"Delete '{name}'", true, [new TextEdit(edit, "")])],
            }
        );
    }

    // Code in Markdown: inside a fence, or between backticks on the same line. Asked for places in their order, so that every line is read once.
    private struct MarkdownCode(Document document)
    {
        private int _line;
        private bool _isFenced;

        public bool Holds(int at)
        {
            if (!document.Format.HasFencedCode)
                return false;
            var text = document.Source.Text.AsSpan();
            for (; text[_line..at].IndexOfAny('\r', '\n') is >= 0 and var next; _line += next + 1)
                _isFenced ^= IsFence(text.Slice(_line, next));
            var line = text[_line..at];
            return (_isFenced ^ IsFence(line)) || line.Count('`') % 2 == 1;
        }

        private static bool IsFence(ReadOnlySpan<char> line) =>
            line.TrimStart().StartsWith("```", StringComparison.Ordinal)
            || line.TrimStart().StartsWith("~~~", StringComparison.Ordinal);
    }
}
