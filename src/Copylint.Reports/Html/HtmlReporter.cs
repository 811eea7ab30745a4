using System.Security.Cryptography;
using System.Text;
using Copylint.Diagnostics;
using Copylint.Linting;

namespace Copylint.Reports.Html;

/// <summary>
/// One page by itself: each article as its reader sees it, with the findings marked in the text and explained beside
/// it.
/// Nothing is loaded from elsewhere, and all that comes from the copy is escaped. Without script everything is shown;
/// with
/// it, findings can be filtered by severity and family.
/// </summary>
/// <param name="output">Where the page is written.</param>
/// <param name="files">Reads the files again.</param>
public sealed class HtmlReporter(TextWriter output, ReportedFiles files) : IReporter
{
    private static readonly Lazy<string> Style = new(() => Embedded("report.css"));
    private static readonly Lazy<string> Script = new(() => Embedded("report.js"));

    private readonly Dictionary<string, FileReport> _waiting = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    /// <inheritdoc/>
    public void Dispose() { }

    /// <inheritdoc/>
    public void Begin() { }

    /// <inheritdoc/>
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

    /// <inheritdoc/>
    public void Complete(RunSummary summary)
    {
        output.WriteLine("<!doctype html>");
        output.WriteLine("<html lang=\"en\">");
        output.WriteLine("<head>");
        output.WriteLine("<meta charset=\"utf-8\">");
        output.WriteLine("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        output.WriteLine(
            "<meta http-equiv=\"Content-Security-Policy\" "
                + $"content=\"default-src 'none'; style-src '{HashOf(StyleText)}'; script-src '{HashOf(ScriptText)}'\">"
        );
        output.WriteLine("<title>Copylint report</title>");
        output.WriteLine($"<style>{StyleText}</style>");
        output.WriteLine("</head>");
        output.WriteLine("<body>");
        output.WriteLine("<header>");
        output.WriteLine("<h1>Copylint report</h1>");
        output.WriteLine($"<p>{Counts(summary)}</p>");
        if (summary.Total > 0)
            WriteFilters(summary);
        output.WriteLine("</header>");
        output.WriteLine("<main>");
        WriteArticles();
        output.WriteLine("</main>");
        output.WriteLine($"<script>{ScriptText}</script>");
        output.WriteLine("</body>");
        output.WriteLine("</html>");
    }

    private static string StyleText => "\n" + Style.Value;

    private static string ScriptText => "\n" + Script.Value;

    // Of all scripts and styles that a page could be made to hold, a browser runs only these.
    private static string HashOf(string text) =>
        "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Text that no reader of HTML can take for markup, nor a terminal for a command.</summary>
    internal static string Escape(string text)
    {
        var result = new StringBuilder(text.Length + 16);
        foreach (var c in VisibleText.Of(text))
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

    private static string Embedded(string name)
    {
        using var stream = typeof(HtmlReporter).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static string Counts(RunSummary summary)
    {
        var files = $"{summary.Files} {(summary.Files == 1 ? "file" : "files")}";
        return summary.Total == 0
            ? $"No findings in {files}."
            : $"{summary[Severity.Error]} errors, {summary[Severity.Warning]} warnings, "
                + $"{summary[Severity.Suggestion]} suggestions in {summary.FilesWithFindings} of {files}.";
    }

    private void WriteFilters(RunSummary summary)
    {
        output.WriteLine("<form id=\"filters\" aria-label=\"Filter findings\">");
        output.WriteLine("<fieldset><legend>Severity</legend>");
        foreach (var severity in SeverityNames.Reported.Where(s => summary[s] > 0))
            WriteBox("severity", severity.Name(), severity.Name() + "s");
        output.WriteLine("</fieldset>");
        output.WriteLine("<fieldset><legend>Family</legend>");
        var families = _waiting.Values.SelectMany(r => r.Diagnostics).Select(d => d.Rule.Family).Distinct();
        foreach (var family in families.Order(StringComparer.Ordinal))
            WriteBox("family", Escape(family), Escape(family));
        output.WriteLine("</fieldset>");
        output.WriteLine("<p role=\"status\" id=\"shown\"></p>");
        output.WriteLine("</form>");
    }

    private void WriteBox(string kind, string value, string label) =>
        output.WriteLine(
            $"<label><input type=\"checkbox\" checked data-filter=\"{kind}\" value=\"{value}\"> {label}</label>"
        );

    private void WriteArticles()
    {
        var first = 1;
        foreach (var path in _order)
        {
            var report = _waiting[path];
            output.Write(HtmlArticle.Make(report, files.ReadDocument(report), first));
            first += report.Diagnostics.Count;
        }
    }
}
