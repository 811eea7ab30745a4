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
    // "vertexaisearch.cloud.google.com" stands before its slash.
    private const int Before = 40;
    private const int After = 200;

    // Characters of which nearly every mark holds one, and which copy rarely has; the rest is found by its letters.
    private const string Anchors = "_[/【†";
    private const string Turn = "turn";
    private static readonly SearchValues<string> Pieces = SearchValues.Create(
        ["oaicite:", "grok-card", "attributableIndex", Turn],
        StringComparison.Ordinal
    );

    // What ends or begins with an anchor in a mark.
    private static readonly string[] EndsInLine = ["oai_", "grok_", "utm_"];
    private static readonly string[] BeginsInBracket = ["[cite", "[web:", "[file:", "[attached_file:"];
    private static readonly string[] BeginsInSlash = ["/mnt/", "/ppl-ai", "/grounding-"];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.OnDocument(Check);

    // Tried on a few hundred characters at a time: no clock is needed, which a busy machine would run out.
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
            | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Mark();

    private static void Check(ReportContext context)
    {
        var text = context.Document.Source.Text;
        if (CuesIn(text) is not { Count: > 0 } cues)
            return;
        var code = new MarkdownCode(context.Document);
        var reached = 0;
        foreach (var cue in cues)
        {
            if (cue < reached)
                continue;
            var start = Math.Max(reached, cue - Before);
            var match = Mark().Match(text, start, Math.Min(text.Length, cue + After) - start);
            if (!match.Success)
                continue;
            reached = Math.Max(cue + 1, match.Index + match.Length);
            if (!IsTalkedAbout(text, match.Index) && !code.Holds(match.Index))
                Report(context, text, match);
        }
    }

    // Nearly all copy has none of these, and each is found with plain vectors.
    private static List<int> CuesIn(ReadOnlySpan<char> text)
    {
        var cues = new List<int>();
        for (var at = 0; text[at..].IndexOfAny(Anchors) is >= 0 and var next; at++)
        {
            at += next;
            if (IsCue(text, at))
                cues.Add(at);
        }

        for (var at = 0; text[at..].IndexOfAny(Pieces) is >= 0 and var next; at++)
        {
            at += next;
            if (!text[at..].StartsWith(Turn) || IsDigitAt(text, at + Turn.Length))
                cues.Add(at);
        }

        cues.Sort();
        return cues;
    }

    private static bool IsDigitAt(ReadOnlySpan<char> text, int at) => at < text.Length && char.IsAsciiDigit(text[at]);

    private static bool IsCue(ReadOnlySpan<char> text, int at) =>
        text[at] switch
        {
            '_' => Stands(text[..(at + 1)], EndsInLine, isBefore: true),
            '[' => Stands(text[at..], BeginsInBracket, isBefore: false),
            '/' => Stands(text[at..], BeginsInSlash, isBefore: false),
            _ => true,
        };

    private static bool Stands(ReadOnlySpan<char> text, string[] words, bool isBefore)
    {
        foreach (var word in words)
        {
            if (
                isBefore
                    ? text.EndsWith(word, StringComparison.OrdinalIgnoreCase)
                    : text.StartsWith(word, StringComparison.OrdinalIgnoreCase)
            )
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
