using System.Text;
using Copylint.Diagnostics;
using Copylint.Text;

namespace Copylint.Rules.Promotion;

/// <summary>
/// CL4008. Markup and wrong decoding that came through as text: UTF-8 that was read as Windows-1252 ("donâ€™t"),
/// entities, shortcodes and tags. Code is no copy and never seen.
/// </summary>
internal sealed class MarkupResidue : Analyzer
{
    private const int MaxEntity = 10;
    private const int MaxMarkup = 300;

    // Searched apart: among ASCII alone, and of a few characters alone, the search takes a vector's length at a time.
    private static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create("&[{<");
    private const string Misread = "âÃÂð";

    private static readonly string[] Shortcodes =
    [
        "caption",
        "gallery",
        "embed",
        "video",
        "audio",
        "playlist",
        "button",
        "poll",
        "contact-form",
        "youtube",
        "tweet",
        "pullquote",
        "dropcap",
        "highlight",
        "newsletter",
        "signup",
        "ads",
        "ad",
        "adrotate",
        "quads",
        "toc",
        "related",
        "vc_",
        "su_",
        "et_pb_",
        "fusion_",
        "wp_",
        "wpforms",
        "gravityform",
        "mc4wp",
        "sc_",
        "tie_",
        "td_",
        "one_half",
        "one_third",
        "column",
        "row",
        "spacer",
        "divider",
    ];

    private static readonly string[] Tags =
    [
        "br",
        "p",
        "div",
        "span",
        "a",
        "b",
        "i",
        "u",
        "em",
        "strong",
        "img",
        "iframe",
        "script",
        "style",
        "h1",
        "h2",
        "h3",
        "h4",
        "ul",
        "ol",
        "li",
        "blockquote",
        "figure",
        "figcaption",
        "font",
        "center",
        "hr",
        "tweet",
        "section",
        "article",
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.OnBlock(BlockKinds.Copy, Check);

    private static void Check(BlockContext context)
    {
        var text = context.Block.Span.In(context.Text);
        int mark = -1,
            misread = -1;
        for (var at = 0; at < text.Length; )
        {
            if (mark < at)
                mark = text[at..].IndexOfAny(Marks) is >= 0 and var m ? at + m : text.Length;
            if (misread < at)
                misread = text[at..].IndexOfAny(Misread) is >= 0 and var w ? at + w : text.Length;
            at = Math.Min(mark, misread);
            if (at == text.Length)
                return;
            var length = text[at] switch
            {
                '&' => Entity(context, text, at),
                '[' or '{' => Shortcode(context, text, at),
                '<' => Tag(context, text, at),
                _ => Mojibake(context, text, at),
            };
            at += Math.Max(1, length);
        }
    }

    private static int Mojibake(BlockContext context, ReadOnlySpan<char> text, int at)
    {
        Span<byte> bytes = stackalloc byte[4];
        var need = text[at] switch
        {
            'â' => 3,
            'ð' => 4,
            _ => 2,
        };
        if (at + need > text.Length)
            return 0;
        for (var i = 0; i < need; i++)
        {
            var c = text[at + i];
            if (c < '\u0080' || !Windows1252.TryEncode(c, out bytes[i]))
                return 0;
        }

        if (
            Rune.DecodeFromUtf8(bytes[..need], out var rune, out var used) != System.Buffers.OperationStatus.Done
            || used != need
        )
            return 0;
        // The fault of a whole source, mended at once where it is read: each place is a suggestion.
        Report(
            context,
            text,
            at,
            need,
            rune.ToString(),
            "Write the character that was meant",
            isSafe: true,
            Severity.Suggestion
        );
        return need;
    }

    private static int Entity(BlockContext context, ReadOnlySpan<char> text, int at)
    {
        var end = Ahead(text, at, MaxEntity).IndexOf(';');
        if (end < 3 || text[(at + 1)..(at + end)].ContainsAny(" &"))
            return 0;
        var written = text.Slice(at, end + 1).ToString();
        var decoded = System.Net.WebUtility.HtmlDecode(written);
        if (decoded == written)
            return 0;
        Report(
            context,
            text,
            at,
            end + 1,
            decoded is "\u00A0" ? " " : decoded,
            "Write the character that was meant",
            isSafe: true
        );
        return end + 1;
    }

    private static int Shortcode(BlockContext context, ReadOnlySpan<char> text, int at)
    {
        var isTemplate = text[at] == '{';
        if (isTemplate && !(at + 1 < text.Length && text[at + 1] is '{' or '%'))
            return 0;
        var end = isTemplate
            ? Ahead(text, at, MaxMarkup).IndexOf(text[at + 1] == '{' ? "}}" : "%}", StringComparison.Ordinal) + 1
            : Ahead(text, at, MaxMarkup).IndexOf(']');
        if (end < 2)
            return 0;
        var inner = text[(at + 1)..(at + end)].TrimStart('/');
        if (!isTemplate && !IsKnown(inner))
            return 0;
        // A slot to be filled is another rule's.
        if (isTemplate && text[at + 1] == '{' && TemplateSlot.IsSlot(text[(at + 2)..(at + end - 1)]))
            return end + 1;
        Report(context, text, at, end + 1, "", "Delete the code", isSafe: false);
        return end + 1;
    }

    private static bool IsKnown(ReadOnlySpan<char> inner)
    {
        foreach (var name in Shortcodes)
        {
            if (!inner.StartsWith(name, StringComparison.Ordinal))
                continue;
            var rest = inner[name.Length..];
            // A prefix of a builder, a name alone when it can be no word of an editor's note, or a name with
            // attributes.
            if (
                name.EndsWith('_')
                || (rest.Length > 0 && rest[0] == ' ' && rest.Contains('='))
                || (rest.IsEmpty && name is "gallery" or "caption" or "embed" or "toc" or "adrotate" or "ads")
            )
                return true;
        }

        return false;
    }

    private static int Tag(BlockContext context, ReadOnlySpan<char> text, int at)
    {
        var end = Ahead(text, at, MaxMarkup).IndexOf('>');
        if (end < 2)
            return 0;
        var inner = text[(at + 1)..(at + end)].Trim('/');
        var blank = inner.IndexOf(' ');
        var name = blank < 0 ? inner : inner[..blank];
        if (blank > 0 && !inner.Contains('=') || !Contains(Tags, name.TrimEnd('/')))
            return 0;
        if (IsTicker(text, at, end) || IsShown(context, at))
            return 0;
        Report(context, text, at, end + 1, "", "Delete the tag", isSafe: false);
        return end + 1;
    }

    // "Philip Morris <P> fell": one capital after a name, and nothing that closes it.
    private static bool IsTicker(ReadOnlySpan<char> text, int at, int end) =>
        end == 2
        && char.IsAsciiLetterUpper(text[at + 1])
        && at > 1
        && text[at - 1] == ' '
        && char.IsLetterOrDigit(text[at - 2])
        && !text.Contains(['<', '/', text[at + 1], '>'], StringComparison.Ordinal);

    // Who writes Markdown and spells the brackets as entities shows the tag on purpose.
    private static bool IsShown(BlockContext context, int at)
    {
        var document = context.Document;
        var source = document.ToSource(new TextSpan(context.Block.Span.Start + at, 1));
        return document.Format.HasFencedCode && document.Source.Text[source.Start] != '<';
    }

    // As far as the end of a piece of markup can be: nobody looks for it through a whole line.
    private static ReadOnlySpan<char> Ahead(ReadOnlySpan<char> text, int at, int most) =>
        text.Slice(at, Math.Min(most + 1, text.Length - at));

    private static bool Contains(string[] names, ReadOnlySpan<char> name)
    {
        foreach (var known in names)
        {
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static void Report(
        BlockContext context,
        ReadOnlySpan<char> text,
        int at,
        int length,
        string right,
        string title,
        bool isSafe,
        Severity? severity = null
    )
    {
        var span = new TextSpan(context.Block.Span.Start + at, length);
        var source = context.Document.ToSource(span);
        // Where the file writes it otherwise (as an entity of an entity) only a person can mend it.
        Fix[] fixes =
            source.Length == length
            && context.Document.Source.Text.AsSpan(source.Start, length).SequenceEqual(text.Slice(at, length))
                ? [new Fix(title, isSafe, [new TextEdit(source, right)])]
                : [];
        context.Report(span, new Finding { Severity = severity, Fixes = fixes });
    }
}
