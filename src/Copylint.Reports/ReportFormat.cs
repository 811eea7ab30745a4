using Copylint.Configuration;
using Copylint.Diagnostics;
using Copylint.Reports.Html;
using Copylint.Reports.Sarif;

namespace Copylint.Reports;

/// <summary>A format of reports.</summary>
/// <param name="Name">The name by which it is chosen.</param>
/// <param name="Make">Makes its reporter.</param>
public sealed record ReportFormat(string Name, Func<ReportSettings, IReporter> Make)
{
    /// <summary>Whether it names findings by hash, or reads files again and must know that they are still the
    /// same.</summary>
    public bool NeedsFingerprints { get; init; }

    /// <summary>All formats, the default first.</summary>
    public static IReadOnlyList<ReportFormat> All { get; } =
    [
        new("text", s => new TextReporter(s.Writer, s.Width, s.UsesColour)),
        new("json", s => new JsonReporter(s.Stream)),
        new("sarif", s => new SarifReporter(s.Stream, s.Settings, s.Rules(), s.Folder, s.Sarif))
        {
            NeedsFingerprints = true,
        },
        new("github", s => new GitHubReporter(s.Writer)),
        new("rdjson", s => new RdjsonReporter(s.Stream, s.Files)) { NeedsFingerprints = true },
        new("gitlab", s => new GitLabReporter(s.Stream)) { NeedsFingerprints = true },
        new("junit", s => new JUnitReporter(s.Stream)),
        new("checkstyle", s => new CheckstyleReporter(s.Stream)),
        new("markdown", s => new MarkdownReporter(s.Writer)),
        new("html", s => new HtmlReporter(s.Writer, s.Files)) { NeedsFingerprints = true },
    ];

    /// <summary>The format of a name.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static ReportFormat Named(string name) => All.First(f => f.Name == name);
}

/// <summary>What a reporter is made with.</summary>
public sealed record ReportSettings
{
    /// <summary>Where a report of text goes.</summary>
    public required TextWriter Writer { get; init; }

    /// <summary>Where a report of bytes goes; the same place.</summary>
    public required Stream Stream { get; init; }

    /// <summary>Width of the terminal in columns; null when the report goes elsewhere.</summary>
    public int? Width { get; init; }

    /// <summary>Whether the report may be coloured.</summary>
    public bool UsesColour { get; init; }

    /// <summary>The working folder.</summary>
    public required string Folder { get; init; }

    /// <summary>The settings of the run.</summary>
    public required LintSettings Settings { get; init; }

    /// <summary>All rules that can find something; known when all files are found.</summary>
    public required Func<IReadOnlyList<RuleDescriptor>> Rules { get; init; }

    /// <summary>Reads files again.</summary>
    public required ReportedFiles Files { get; init; }

    /// <summary>What a SARIF log holds.</summary>
    public SarifOptions Sarif { get; init; } = new();
}
