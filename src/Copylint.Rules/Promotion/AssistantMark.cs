using System.Buffers;
using System.Text.RegularExpressions;
using Copylint.Diagnostics;
using Copylint.Text;

namespace Copylint.Rules.Promotion;

/// <summary>
/// CL4015, the part that no wording tells: the marks that chat programs set where they looked something up, and the
/// links that name them as the source. They are looked for
/// in the source text, for some stand in the targets of links. Code is left alone, and so is a mark between quotation
/// marks: there it is talked about.
/// </summary>
internal sealed partial class AssistantMark : Analyzer
{
    private const int Before = 24;
    private const int After = 200;

    // Of each mark something that hardly stands elsewhere.
    private static readonly SearchValues<string> Cues = SearchValues.Create(
        [
            "oaicite",
            "oai_citation",
            "turn0",
            "turn1",
            "turn2",
            "turn3",
            "turn4",
            "turn5",
            "turn6",
            "turn7",
            "turn8",
            "turn9",
            "【",
            "†",
            "[cite",
            "[web:",
            "[file:",
            "[attached_file:",
            "utm_source=",
            "grok_",
            "grok-card",
            "attributableIndex",
            "sandbox:/mnt",
            "ppl-ai-file-upload",
            "grounding-api-redirect",
        ],
        StringComparison.OrdinalIgnoreCase
    );

    private const string Turn = "turn";
    private static readonly string[] Pieces =
    [
        "oaicite:",
        "grok-",
        "attributableI",
        "sandbox:",
        "ppl-ai",
        "grounding-",
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.OnDocument(Check);

    [GeneratedRegex(
        """
            :?contentReference\[oaicite:[^\]\n]{0,20}\](\{index=\d+\})?
            |oaicite:\d+
            |\[?oai_citation[:\d‡][^\]\n]{0,120}\]?
            |【?[\uE200-\uE20F]?(file|nav)?(cite|image|navlist|video|product)?s?[\uE200-\uE20F]?(turn\d+(search|news|view|fetch|file|image|academia|forecast|finance|sports|reddit|product|business|maps|video|youtube|calculator|click)\d+[\uE200-\uE20F]?)+】?
            |【[^】\n]{0,60}(†|‡)[^】\n]{0,60}】
            |\[\d+†[^\]\n]{0,40}\]
            |\[cite(_start|_end|:\s?[\d,\s]{1,40})?\]
            |\[(web|file|attached_file):\s?\d+\]
            |(?<=[?&;])utm_source=(chatgpt|openai|copilot|perplexity|claude|gemini|grok|deepseek)\b(\.com|\.ai)?
            |<?/?grok-card[^>\n]{0,160}>?
            |grok_(render|card)\w*
            |\{?"?attribution"?.{0,20}attributableIndex[^\n}]{0,40}\}*
            |sandbox:/mnt/data/[^\s)\]]{0,100}
            |ppl-ai-file-upload[\w./-]{0,100}
            |vertexaisearch\.cloud\.google\.com/grounding-api-redirect/[\w-]{0,60}
            """,
        RegexOptions.IgnorePatternWhitespace
            | RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant
            | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 250
    )]
    private static partial Regex Mark();

    private static void Check(ReportContext context)
    {
        var text = context.Document.Source.Text;
        if (!MayHoldMark(text))
            return;
        var code = new MarkdownCode(context.Document);
        for (var at = 0; text.AsSpan(at).IndexOfAny(Cues) is >= 0 and var next; )
        {
            var cue = at + next;
            var start = Math.Max(at, cue - Before);
            var match = Mark().Match(text, start, Math.Min(text.Length, cue + After) - start);
            if (!match.Success)
            {
                at = cue + 1;
                continue;
            }

            at = Math.Max(cue + 1, match.Index + match.Length);
            if (!IsTalkedAbout(text, match.Index) && !code.Holds(match.Index))
                Report(context, text, match);
        }
    }

    // Nearly all copy has none of these, and each is found with plain vectors; the search for all cues reads character
    // by
    // character. Every cue holds one of them, in the case that machines write.
    private static bool MayHoldMark(ReadOnlySpan<char> text)
    {
        if (text.ContainsAny("_[【†"))
            return true;
        foreach (var piece in Pieces)
        {
            if (text.Contains(piece, StringComparison.Ordinal))
                return true;
        }

        for (var at = 0; text[at..].IndexOf(Turn, StringComparison.Ordinal) is >= 0 and var next; )
        {
            at += next + Turn.Length;
            if (at < text.Length && char.IsAsciiDigit(text[at]))
                return true;
        }

        return false;
    }

    private static bool IsTalkedAbout(string text, int start)
    {
        if (text[start] is 'u' or 'U')
        {
            var address = TrackingParameter.StartOfUrl(text, start);
            return !text.AsSpan(address, start - address).Contains('/');
        }

        return start > 0 && text[start - 1] is '"' or '“' or '‘' or '\'' or '«' or '`';
    }

    private static void Report(ReportContext context, string text, Match match)
    {
        var span = new TextSpan(match.Index, match.Length);
        context.ReportInSource(span, text.Substring(match.Index, match.Length), new Finding());
    }
}
