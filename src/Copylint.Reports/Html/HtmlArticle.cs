using System.Text;
using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Linting;
using Copylint.Text;

namespace Copylint.Reports.Html;

/// <summary>An article on the page: its blocks with the findings marked, and a note for each finding.</summary>
internal sealed class HtmlArticle
{
    private readonly IReadOnlyList<LocatedDiagnostic> _diagnostics;
    private readonly bool[] _placed;
    private readonly int _first;

    private HtmlArticle(IReadOnlyList<LocatedDiagnostic> diagnostics, int first)
    {
        _diagnostics = diagnostics;
        _placed = new bool[diagnostics.Count];
        _first = first;
    }

    /// <summary>The article as HTML.</summary>
    /// <param name="report">Its findings.</param>
    /// <param name="document">Its text; null when it cannot be shown.</param>
    /// <param name="first">The number of its first finding on the page.</param>
    public static StringBuilder Make(FileReport report, Document? document, int first)
    {
        var article = new HtmlArticle(report.Diagnostics, first);
        var body = new StringBuilder();
        if (document is not null)
            article.WriteBlocks(body, document);
        var result = new StringBuilder("<article>\n<h2>").Append(HtmlReporter.Escape(report.Path)).Append("</h2>\n");
        // What is about the file, or stands where no copy is, such as its metadata.
        var elsewhere = Enumerable.Range(0, article._placed.Length).Where(i => !article._placed[i]).ToList();
        article.WriteNotes(result, elsewhere, hasMark: false);
        return result.Append(body).Append("</article>\n");
    }

    private void WriteBlocks(StringBuilder body, Document document)
    {
        var spans = _diagnostics.Select(d => SpanOf(document.Source, d.Range)).ToList();
        int from = 0,
            reached = 0;
        foreach (var block in document.Blocks)
        {
            // Findings and blocks come in order of place, but for metadata that stands elsewhere.
            var whole = document.ToSource(block.Span);
            if (whole.Start < reached)
                from = 0;
            reached = whole.Start;
            while (from < spans.Count && (_placed[from] || spans[from].End <= whole.Start))
                from++;
            var here = new List<int>();
            for (var i = from; i < spans.Count && spans[i].Start < whole.End; i++)
            {
                if (!_placed[i] && spans[i].Length > 0 && spans[i].Overlaps(whole))
                    here.Add(i);
            }

            WriteBlock(body, document, block, spans, here);
        }
    }

    private static TextSpan SpanOf(SourceText source, LineSpan range)
    {
        var start = Offset(source, range.Start);
        return TextSpan.FromBounds(start, Math.Max(start, Offset(source, range.End)));
    }

    private static int Offset(SourceText source, LinePosition position) =>
        position.Line > source.Lines.Count
            ? source.Text.Length
            : Math.Min(source.Text.Length, source.Lines.GetStart(position.Line) + position.Column - 1);

    private void WriteBlock(StringBuilder body, Document document, Block block, List<TextSpan> spans, List<int> here)
    {
        var element = block.Kind switch
        {
            BlockKind.Headline => "h3",
            BlockKind.Heading => "h4",
            BlockKind.BlockQuote => "blockquote",
            _ => "p",
        };
        body.Append($"<div class=\"block\">\n<{element} class=\"{block.Kind.ToString().ToLowerInvariant()}\">");
        var began = WriteText(body, document, block, spans, here);
        body.Append($"</{element}>\n");
        var marked = here.FindAll(began.Contains);
        marked.ForEach(i => _placed[i] = true);
        WriteNotes(body, marked, hasMark: true);
        body.Append("</div>\n");
    }

    // Writes the text of a block with its findings marked, and gives those that begin in it.
    private HashSet<int> WriteText(
        StringBuilder body,
        Document document,
        Block block,
        List<TextSpan> spans,
        List<int> here
    )
    {
        var open = new List<int>();
        var next = 0;
        var run = new StringBuilder();
        var began = new HashSet<int>();
        for (var at = block.Span.Start; at < block.Span.End; at++)
        {
            if (here.Count > 0)
            {
                var place = document.ToSource(new TextSpan(at, 1)).Start;
                if ((next < here.Count && spans[here[next]].Start <= place) || open.Exists(i => spans[i].End <= place))
                {
                    Append(body, run, open, began);
                    while (next < here.Count && spans[here[next]].Start <= place)
                        open.Add(here[next++]);
                    open.RemoveAll(i => spans[i].End <= place);
                }
            }

            run.Append(document.Text[at]);
        }

        Append(body, run, open, began);
        return began;
    }

    // Appends text under the marks of the findings that are open.
    private void Append(StringBuilder body, StringBuilder run, List<int> open, HashSet<int> began)
    {
        if (run.Length == 0)
            return;
        var text = HtmlReporter.Escape(run.ToString());
        run.Clear();
        if (open.Count == 0)
        {
            body.Append(text);
            return;
        }

        var worst = open.MaxBy(i => _diagnostics[i].Severity);
        var numbers = string.Join(' ', open.Select(i => _first + i));
        // The way back from each note leads to where its mark begins; several can begin at one place.
        var fresh = open.FindAll(began.Add);
        var id = fresh.Count > 0 ? $" id=\"m{_first + fresh[0]}\"" : "";
        foreach (var i in fresh.Skip(1))
            body.Append($"<span id=\"m{_first + i}\"></span>");
        var label = HtmlReporter.Escape(
            string.Join("; ", open.Select(i => $"{_diagnostics[i].Severity.Name()} {_diagnostics[i].Rule.Id}"))
        );
        body.Append($"<a class=\"mark {_diagnostics[worst].Severity.Name()}\" href=\"#f{_first + worst}\"")
            .Append($" data-findings=\"{numbers}\"{id} title=\"{label}\">")
            .Append($"{text}<span class=\"for-readers\"> ({label})</span></a>");
    }

    private void WriteNotes(StringBuilder body, List<int> which, bool hasMark)
    {
        if (which.Count == 0)
            return;
        body.Append("<ol class=\"notes\">\n");
        foreach (var i in which)
            WriteNote(body, _diagnostics[i], _first + i, hasMark);
        body.Append("</ol>\n");
    }

    private static void WriteNote(StringBuilder body, LocatedDiagnostic diagnostic, int number, bool hasMark)
    {
        var severity = diagnostic.Severity.Name();
        var rule = diagnostic.Rule;
        var place = diagnostic.Range.Start.ToString();
        body.Append($"<li id=\"f{number}\" class=\"{severity}\" data-severity=\"{severity}\"")
            .Append($" data-family=\"{HtmlReporter.Escape(rule.Family)}\" tabindex=\"-1\">")
            .Append($"<b>{severity}</b> ")
            .Append(hasMark ? $"<a href=\"#m{number}\">{place}</a>" : place)
            .Append($" {rule.Id} {HtmlReporter.Escape(rule.Name)}: {HtmlReporter.Escape(diagnostic.Message)}");
        if (diagnostic.Fixes is [var fix, ..])
            body.Append($" <i>Fix{(fix.IsSafe ? "" : " (look first)")}: {HtmlReporter.Escape(fix.Title)}.</i>");
        body.Append($"<details><summary>Why</summary><p>{HtmlReporter.Escape(rule.Why)}</p>")
            .Append($"<p>Source: {HtmlReporter.Escape(rule.Source)}</p></details></li>\n");
    }
}
