using System.Globalization;
using System.Text;
using Copylint.Catalog;
using Copylint.Cli.Commands;
using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Linting;
using Copylint.Text;

namespace Copylint.Cli.Reporters;

/// <summary>
/// One page by itself: each article as its reader sees it, with the findings marked in the text and explained beside it. Nothing is loaded from elsewhere, and all that comes from
/// the copy is escaped. Without script everything is shown; with it, findings can be filtered by severity and family.
/// </summary>
internal sealed class HtmlReporter(TextWriter output, ReportedFiles files) : IReporter
{
    private readonly StringBuilder _articles = new();
    private readonly SortedSet<string> _families = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FileReport> _waiting = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private int _number;

    public void Dispose() { }

    public void Begin() { }

    public void Report(FileReport report)
    {
        if (report.Diagnostics.Count == 0)
            return;
        // What all files together tell of a file comes after it.
        if (_waiting.TryGetValue(report.Path, out var earlier))
            report = earlier with
            {
                Diagnostics = [.. earlier.Diagnostics.Concat(report.Diagnostics).OrderBy(d => d.Range.Start)],
            };
        else
            _order.Add(report.Path);
        _waiting[report.Path] = report;
    }

    public void End(RunSummary summary)
    {
        foreach (var path in _order)
            WriteArticle(_waiting[path]);
        output.WriteLine("<!doctype html>");
        output.WriteLine("<html lang=\"en\">");
        output.WriteLine("<head>");
        output.WriteLine("<meta charset=\"utf-8\">");
        output.WriteLine("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        output.WriteLine(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'\">"
        );
        output.WriteLine("<title>Copylint report</title>");
        output.WriteLine($"<style>{Style}</style>");
        output.WriteLine("</head>");
        output.WriteLine("<body>");
        output.WriteLine("<header>");
        output.WriteLine("<h1>Copylint report</h1>");
        output.WriteLine($"<p>{Counts(summary)}</p>");
        if (summary.Total > 0)
            WriteFilters(summary);
        output.WriteLine("</header>");
        output.WriteLine("<main>");
        output.Write(_articles);
        output.WriteLine("</main>");
        output.WriteLine($"<script>{Script}</script>");
        output.WriteLine("</body>");
        output.WriteLine("</html>");
    }

    /// <summary>Text that no reader of HTML can take for markup, nor a terminal for a command.</summary>
    internal static string Escape(string text)
    {
        var result = new StringBuilder(text.Length + 16);
        foreach (var c in TextReporter.Visible(text))
        {
            result.Append(
                c switch
                {
                    '&' => "&amp;",
                    '<' => "&lt;",
                    '>' => "&gt;",
                    '"' => "&quot;",
                    '\'' => "&#39;",
                    _ => c.ToString(),
                }
            );
        }

        return result.ToString();
    }

    private static string Counts(RunSummary summary)
    {
        if (summary.Total == 0)
            return string.Create(
                CultureInfo.InvariantCulture,
                $"No findings in {summary.Files} {(summary.Files == 1 ? "file" : "files")}."
            );
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{summary[Severity.Error]} errors, {summary[Severity.Warning]} warnings, {summary[Severity.Suggestion]} suggestions in {summary.FilesWithFindings} of {summary.Files} {(summary.Files == 1 ? "file" : "files")}."
        );
    }

    private void WriteFilters(RunSummary summary)
    {
        output.WriteLine("<form id=\"filters\" aria-label=\"Filter findings\">");
        output.WriteLine("<fieldset><legend>Severity</legend>");
        foreach (var severity in (Severity[])[Severity.Error, Severity.Warning, Severity.Suggestion])
        {
            if (summary[severity] > 0)
                output.WriteLine(
                    $"<label><input type=\"checkbox\" checked data-filter=\"severity\" value=\"{CommonOptions.Name(severity)}\"> {CommonOptions.Name(severity)}s</label>"
                );
        }

        output.WriteLine("</fieldset>");
        output.WriteLine("<fieldset><legend>Family</legend>");
        foreach (var family in _families)
            output.WriteLine(
                $"<label><input type=\"checkbox\" checked data-filter=\"family\" value=\"{Escape(family)}\"> {Escape(family)}</label>"
            );
        output.WriteLine("</fieldset>");
        output.WriteLine("<p role=\"status\" id=\"shown\"></p>");
        output.WriteLine("</form>");
    }

    private void WriteArticle(FileReport report)
    {
        _articles.Append("<article>\n<h2>").Append(Escape(report.Path)).Append("</h2>\n");
        var first = _number + 1;
        _number += report.Diagnostics.Count;
        foreach (var diagnostic in report.Diagnostics)
            _families.Add(diagnostic.Rule.Family);
        var document = files.ReadDocument(report);
        var placed = new bool[report.Diagnostics.Count];
        var body = new StringBuilder();
        if (document is not null)
        {
            var spans = report.Diagnostics.Select(d => SpanOf(document.Source, d.Range)).ToList();
            int from = 0,
                reached = 0;
            foreach (var block in document.Blocks)
            {
                // Findings and blocks come in order of place, but for metadata that stands elsewhere.
                var whole = document.ToSource(block.Span);
                if (whole.Start < reached)
                    from = 0;
                reached = whole.Start;
                while (from < spans.Count && (placed[from] || spans[from].End <= whole.Start))
                    from++;
                var here = new List<int>();
                for (var i = from; i < spans.Count && spans[i].Start < whole.End; i++)
                {
                    if (!placed[i] && spans[i].Length > 0 && spans[i].Overlaps(whole))
                        here.Add(i);
                }

                WriteBlock(body, document, block, report.Diagnostics, spans, placed, here, first);
            }
        }

        // What is about the file, or stands where no copy is, such as its metadata.
        if (placed.Contains(false))
        {
            _articles.Append("<ol class=\"notes\">\n");
            for (var i = 0; i < placed.Length; i++)
            {
                if (!placed[i])
                    WriteNote(_articles, report.Diagnostics[i], first + i, hasMark: false);
            }

            _articles.Append("</ol>\n");
        }

        _articles.Append(body).Append("</article>\n");
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

    private static void WriteBlock(
        StringBuilder body,
        Document document,
        Block block,
        IReadOnlyList<LocatedDiagnostic> diagnostics,
        List<TextSpan> spans,
        bool[] placed,
        List<int> here,
        int first
    )
    {
        var element = block.Kind switch
        {
            BlockKind.Headline => "h3",
            BlockKind.Heading => "h4",
            BlockKind.BlockQuote => "blockquote",
            _ => "p",
        };
        body.Append($"<div class=\"block\">\n<{element} class=\"{block.Kind.ToString().ToLowerInvariant()}\">");
        var open = new List<int>();
        var next = 0;
        var run = new StringBuilder();
        var began = new HashSet<int>();
        for (var at = block.Span.Start; at < block.Span.End; at++)
        {
            if (here.Count > 0)
            {
                var place = document.ToSource(new TextSpan(at, 1)).Start;
                if (next < here.Count && spans[here[next]].Start <= place || open.Exists(i => spans[i].End <= place))
                {
                    Flush();
                    while (next < here.Count && spans[here[next]].Start <= place)
                        open.Add(here[next++]);
                    open.RemoveAll(i => spans[i].End <= place);
                }
            }

            run.Append(document.Text[at]);
        }

        Flush();
        body.Append($"</{element}>\n");
        var marked = here.FindAll(began.Contains);
        if (marked.Count > 0)
        {
            body.Append("<ol class=\"notes\">\n");
            foreach (var i in marked)
            {
                placed[i] = true;
                WriteNote(body, diagnostics[i], first + i, hasMark: true);
            }

            body.Append("</ol>\n");
        }

        body.Append("</div>\n");

        void Flush()
        {
            if (run.Length == 0)
                return;
            var text = Escape(run.ToString());
            run.Clear();
            if (open.Count == 0)
            {
                body.Append(text);
                return;
            }

            var worst = open.MaxBy(i => diagnostics[i].Severity);
            var numbers = string.Join(' ', open.Select(i => first + i));
            // The way back from each note leads to where its mark begins; several can begin at one place.
            var fresh = open.FindAll(began.Add);
            var id = fresh.Count > 0 ? $" id=\"m{first + fresh[0]}\"" : "";
            foreach (var i in fresh.Skip(1))
                body.Append($"<span id=\"m{first + i}\"></span>");
            var label = string.Join(
                "; ",
                open.Select(i => $"{CommonOptions.Name(diagnostics[i].Severity)} {diagnostics[i].Rule.Id}")
            );
            body.Append(
                $"<a class=\"mark {CommonOptions.Name(diagnostics[worst].Severity)}\" href=\"#f{first + worst}\" data-findings=\"{numbers}\"{id} title=\"{Escape(label)}\">{text}<span class=\"for-readers\"> ({Escape(label)})</span></a>"
            );
        }
    }

    private static void WriteNote(StringBuilder body, LocatedDiagnostic diagnostic, int number, bool hasMark)
    {
        var severity = CommonOptions.Name(diagnostic.Severity);
        var place = diagnostic.Range.Start.ToString();
        body.Append(
            $"<li id=\"f{number}\" class=\"{severity}\" data-severity=\"{severity}\" data-family=\"{Escape(diagnostic.Rule.Family)}\" tabindex=\"-1\">"
        );
        body.Append($"<b>{severity}</b> ")
            .Append(hasMark ? $"<a href=\"#m{number}\">{place}</a>" : place)
            .Append($" {diagnostic.Rule.Id} {Escape(diagnostic.Rule.Name)}: {Escape(diagnostic.Message)}");
        if (diagnostic.Fixes.Count > 0)
            body.Append(
                $" <i>Fix{(diagnostic.Fixes[0].IsSafe ? "" : " (look first)")}: {Escape(diagnostic.Fixes[0].Title)}.</i>"
            );
        body.Append(
            $"<details><summary>Why</summary><p>{Escape(diagnostic.Rule.Why)}</p><p>Source: {Escape(diagnostic.Rule.Source)}</p></details></li>\n"
        );
    }

    private const string Style = """

        :root { color-scheme: light dark; --error: #b00020; --warning: #8a5a00; --suggestion: #0b5394; --error-back: #fbdde1; --warning-back: #fcebc5; --suggestion-back: #dceaf8; --line: #c8c8c8; }
        @media (prefers-color-scheme: dark) { :root { --error: #ff9aa8; --warning: #ffcf70; --suggestion: #9cc9f5; --error-back: #5a1a24; --warning-back: #4d3a0c; --suggestion-back: #16344f; --line: #555; } }
        html { background: Canvas; color: CanvasText; }
        body { font: 1.05rem/1.55 Georgia, serif; max-width: 72rem; margin: 0 auto; padding: 1rem; }
        header, form, h2, .notes { font-family: system-ui, sans-serif; }
        form { display: flex; flex-wrap: wrap; gap: .6rem; align-items: center; }
        fieldset { border: 1px solid var(--line); border-radius: .3rem; }
        label { margin-right: .8rem; }
        h2 { font-size: 1rem; border-bottom: 1px solid var(--line); margin-top: 2.5rem; overflow-wrap: anywhere; }
        h3 { font-size: 1.5rem; margin: .4rem 0; }
        .block { display: grid; grid-template-columns: minmax(0, 38rem) minmax(0, 1fr); gap: 0 2rem; }
        .block > :first-child { margin: .35rem 0; overflow-wrap: anywhere; }
        .listitem::before { content: "• "; }
        .caption, .tablecell, .byline, .dateheader { font-style: italic; }
        .notes { list-style: none; margin: .35rem 0; padding: 0; font-size: .85rem; line-height: 1.35; }
        .notes li { border-left: .25rem solid; padding: .1rem .5rem; margin-bottom: .4rem; }
        .notes li.error { border-color: var(--error); } .notes li.warning { border-color: var(--warning); } .notes li.suggestion { border-color: var(--suggestion); }
        .notes details p { margin: .2rem 0; }
        .mark { color: inherit; text-decoration: underline; text-decoration-thickness: .15em; text-underline-offset: .15em; border-radius: .15em; }
        .mark.error { background: var(--error-back); text-decoration-color: var(--error); }
        .mark.warning { background: var(--warning-back); text-decoration-color: var(--warning); text-decoration-style: dashed; }
        .mark.suggestion { background: var(--suggestion-back); text-decoration-color: var(--suggestion); text-decoration-style: dotted; }
        .mark.off { background: none; text-decoration: none; }
        :target, :focus-visible { outline: .15rem solid; outline-offset: .1rem; }
        .for-readers { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        @media (max-width: 50rem) { .block { display: block; } }
        @media print { form { display: none; } }

        """;

    private const string Script = """

        (function () {
          var form = document.getElementById("filters");
          if (!form) return;
          var notes = Array.from(document.querySelectorAll(".notes li"));
          var marks = Array.from(document.querySelectorAll(".mark"));
          function chosen(kind) { return Array.from(form.querySelectorAll("[data-filter=" + kind + "]:checked")).map(function (box) { return box.value; }); }
          function apply() {
            var severities = chosen("severity"), families = chosen("family"), shown = {}, count = 0;
            notes.forEach(function (note) {
              var on = severities.includes(note.dataset.severity) && families.includes(note.dataset.family);
              note.hidden = !on;
              if (on) { shown[note.id.slice(1)] = true; count++; }
            });
            marks.forEach(function (mark) { mark.classList.toggle("off", !mark.dataset.findings.split(" ").some(function (n) { return shown[n]; })); });
            document.getElementById("shown").textContent = count + " of " + notes.length + " findings shown";
          }
          form.addEventListener("change", apply);
          apply();
        })();

        """;
}
