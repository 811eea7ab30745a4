using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Text;

namespace Copylint.Rules.Promotion;

/// <summary>
/// CL4016, the marks without words: three question marks after a word, the number and hash signs that end a story, the
/// marks of a merge conflict; and the line that
/// opens a release, which belongs where the rest of a release follows it.
/// </summary>
internal sealed class DeskMark : Analyzer
{
    private const string Questions = "???";
    private const string Release = "for immediate release";

    private static readonly string[] PartsOfRelease =
    [
        "media contact",
        "press contact",
        "contact:",
        "contacts:",
        "media inquiries",
        "media enquiries",
        "notes to editors",
        "about ",
    ];

    private static readonly string[] Conflict = ["<<<<<<< ", "=======", ">>>>>>> "];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.OnBlock(BlockKinds.Copy, CheckQuestions);
        context.OnDocument(Check);
    }

    // "12 votes???": where a word is asked about, not where somebody shouts at the end of a line.
    private static void CheckQuestions(BlockContext context)
    {
        var block = context.Block;
        var text = block.Span.In(context.Text);
        for (var at = 0; text[at..].IndexOf(Questions, StringComparison.Ordinal) is >= 0 and var next; )
        {
            int start = at + next,
                end = start + 3;
            while (end < text.Length && text[end] == '?')
                end++;
            at = end;
            var rest = text[end..].TrimStart(")] ");
            var isInside = rest.Length > 0 && (char.IsLower(rest[0]) || rest[0] is ',' or '.' or ';');
            var isAlone = start > 0 && text[start - 1] is ' ' or '(' or '[';
            var span = new TextSpan(block.Span.Start + start, end - start);
            if (start > 0 && (isInside || isAlone))
                context.Report(span, new Finding());
        }
    }

    private static void Check(ReportContext context)
    {
        var release = -1;
        foreach (var block in context.Document.Blocks)
        {
            if (IsReleaseLine(LineOf(context, block)))
                release = block.Index;
        }

        var isRelease =
            release >= 0
            && context.Document.Blocks.Any(b =>
                b.Index != release && BeginsWithAny(LineOf(context, b), PartsOfRelease)
            );
        foreach (var block in context.Document.Blocks)
        {
            if (block.Index == release ? !isRelease : IsEndMark(context.Document, block) && release < 0)
                context.Report(block.Span, new Finding());
        }

        CheckConflict(context);
    }

    private static ReadOnlySpan<char> LineOf(ReportContext context, Block block) =>
        block.Span.In(context.Text).Trim(" *:.-–—\u00A0");

    private static bool IsReleaseLine(ReadOnlySpan<char> line) =>
        line.StartsWith(Release, StringComparison.OrdinalIgnoreCase) && line.Length < Release.Length * 3;

    private static bool BeginsWithAny(ReadOnlySpan<char> text, string[] beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    // "###", "# # #", "-30-": in Markdown the first is a heading without words.
    private static bool IsEndMark(Document document, Block block)
    {
        var text = block.Span.In(document.Text).Trim();
        if (text.Length is < 3 or > 12)
            return false;
        var bare = text.Trim("-–— ");
        var isThirty = bare is "30" && text.Length > 3 && text[0] is '-' or '–' or '—';
        return isThirty || (!document.Format.MarksHeadings && text.Count('#') == 3 && text.Trim("# ").IsEmpty);
    }

    // The three marks of a merge conflict, each at the start of a line, in their order.
    private static void CheckConflict(ReportContext context)
    {
        var text = context.Document.Source.Text;
        var at = 0;
        Span<int> places = stackalloc int[Conflict.Length];
        while (true)
        {
            for (var i = 0; i < Conflict.Length; i++)
            {
                at = LineStart(text, at, Conflict[i]);
                if (at < 0)
                    return;
                places[i] = at;
                at += Conflict[i].Length;
            }

            for (var i = 0; i < Conflict.Length; i++)
                context.ReportInSource(new TextSpan(places[i], 7), Conflict[i].TrimEnd(), new Finding());
        }
    }

    private static int LineStart(string text, int from, string mark)
    {
        for (; from < text.Length; from++)
        {
            from = text.IndexOf(mark, from, StringComparison.Ordinal);
            if (from < 0)
                return -1;
            if (from == 0 || text[from - 1] is '\n' or '\r')
                return from;
        }

        return -1;
    }
}
