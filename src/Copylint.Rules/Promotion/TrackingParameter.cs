using Copylint.Diagnostics;
using Copylint.Text;

namespace Copylint.Rules.Promotion;

/// <summary>CL4009. Parameters of links, in the copy and in link targets, that only track readers. Code in Markdown is
/// left alone.</summary>
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
        var link = -1;
        for (var at = 0; text.AsSpan(at).IndexOfAny('?', '&') is >= 0 and var next; )
        {
            at += next + 1;
            if (ParameterAt(text, at) is not { } parameter)
                continue;
            var start = StartOfUrl(text, at - 1);
            var isOfLink = start != link && IsUrl(text.AsSpan(start, at - 1 - start));
            if (isOfLink && !code.Holds(at) && context.Document.HoldsLinkAt(at))
            {
                Report(context, text, parameter);
                link = start;
            }

            at = parameter.End;
        }
    }

    // The parameter that begins after a mark, where it is one that tracks.
    private static TextSpan? ParameterAt(string text, int at)
    {
        // In HTML an ampersand is written as an entity.
        var start = text[at - 1] == '&' && text.AsSpan(at).StartsWith("amp;", StringComparison.Ordinal) ? at + 4 : at;
        var equals = text.AsSpan(start, Math.Min(40, text.Length - start)).IndexOf('=');
        if (equals <= 0 || !IsTracking(text.AsSpan(start, equals)))
            return null;
        var end = start + equals + 1;
        while (
            end < text.Length
            && !char.IsWhiteSpace(text[end])
            && text[end] is not ('&' or '#' or '"' or '\'' or '<' or '>' or ')' or ']' or '|' or '”' or '’')
        )
            end++;
        while (end > start && text[end - 1] is '.' or ',' or ';' or '!' or '?')
            end--;
        return TextSpan.FromBounds(start, end);
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

    /// <summary>Where the address begins that a place of a text stands in.</summary>
    internal static int StartOfUrl(string text, int mark)
    {
        var start = mark;
        while (
            start > 0
            && mark - start < MaxUrl
            && !char.IsWhiteSpace(text[start - 1])
            && text[start - 1] is not ('"' or '\'' or '<' or '(' or '>')
        )
            start--;
        return start;
    }

    private static bool IsNested(ReadOnlySpan<char> rest) =>
        rest.Contains("://", StringComparison.Ordinal)
        || rest.Contains("http:/", StringComparison.OrdinalIgnoreCase)
        || rest.Contains("https:/", StringComparison.OrdinalIgnoreCase)
        || rest.Contains("%3A%2F", StringComparison.OrdinalIgnoreCase)
        || rest.Contains("/www.", StringComparison.OrdinalIgnoreCase);

    // An address inside another one names a capture of an archive: what is cut there leads to another page.
    private static bool IsUrl(ReadOnlySpan<char> address)
    {
        var scheme = address.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0 && IsNested(address[(scheme + 3)..]))
            return false;
        return scheme >= 0 || address is ['/', ..] || address.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
    }

    private static void Report(ReportContext context, string text, TextSpan first)
    {
        List<TextSpan> tracking = [first];
        for (
            var at = first.End;
            at < text.Length && text[at] == '&' && ParameterAt(text, at + 1) is { } next;
            at = next.End
        )
            tracking.Add(next);
        var (start, end) = (first.Start, tracking[^1].End);
        var mark = text[start - 1] == ';' ? start - 5 : start - 1;
        // "?a=1&b=2": the mark before goes with it, or the one after when it is the first of several.
        var after =
            end < text.Length && text[end] == '&'
                ? text.AsSpan(end).StartsWith("&amp;", StringComparison.Ordinal)
                    ? 5
                    : 1
                : 0;
        var edit =
            text[mark] == '?' && after > 0 ? TextSpan.FromBounds(start, end + after) : TextSpan.FromBounds(mark, end);
        var names = string.Join(", ", tracking.Select(t => text[t.Start..text.IndexOf('=', t.Start)]).Distinct());
        context.ReportInSource(
            TextSpan.FromBounds(start, end),
            text[start..end],
            new Finding
            {
                Arguments = [("parameter", names)],
                Fixes = [new Fix($"Delete '{names}'", true, [new TextEdit(edit, "")])],
            }
        );
    }
}
