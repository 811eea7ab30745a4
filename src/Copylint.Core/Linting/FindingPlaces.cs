using System.Runtime.InteropServices;
using Copylint.Analysis;
using Copylint.Diagnostics;
using Copylint.Text;

namespace Copylint.Linting;

/// <summary>Makes of the findings of one file what reports need of them, so that the file's text can be let go. Texts
/// that many findings share are kept once.</summary>
internal sealed class FindingPlaces
{
    private const int MaxContext = 2000;

    private readonly DocumentAnalysis _analysis;
    private readonly string _path;
    private readonly Dictionary<int, string>? _lineHashes;
    private readonly Dictionary<string, int>? _seen;
    private readonly SharedTexts _texts = new();
    private TextSpan _lineSpan;
    private string _lineText = "";

    /// <param name="analysis">The file.</param>
    /// <param name="path">The path that reports name.</param>
    /// <param name="findings">The findings, of which the shown ones will be asked for.</param>
    /// <param name="withFingerprints">Whether reports need the hashes of findings.</param>
    public FindingPlaces(DocumentAnalysis analysis, string path, ShownFindings findings, bool withFingerprints)
    {
        _analysis = analysis;
        _path = path;
        if (!withFingerprints)
            return;
        _seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var lines = new HashSet<int>();
        for (var i = 0; i < findings.Count; i++)
        {
            if (findings.IsShown(i))
                lines.Add(Source.GetPosition(findings[i].Span.Start).Line);
        }

        _lineHashes = Fingerprints.LineHashes(Source, lines);
    }

    private SourceText Source => _analysis.Document.Source;

    /// <summary>A finding by line and column. Ask in order of place: equal ones are numbered.</summary>
    public LocatedDiagnostic Locate(Diagnostic diagnostic)
    {
        var range = Source.GetLineSpan(diagnostic.Span);
        var line = PartOfLine(Source.GetLine(range.Start.Line), diagnostic.Span);
        if (line != _lineSpan)
            (_lineSpan, _lineText) = (line, line.In(Source.Text).ToString());
        return new LocatedDiagnostic
        {
            Path = _path,
            Rule = diagnostic.Rule,
            Severity = diagnostic.Severity,
            Message = diagnostic.Message,
            Range = range,
            Snippet = diagnostic.Span.Length <= MaxContext * 2 ? _texts.Of(diagnostic.Span.In(Source.Text)) : "",
            Line = _lineText,
            LineColumn = line.Start - Source.Lines.GetStart(range.Start.Line) + 1,
            About = diagnostic.About,
            Related = diagnostic.Related.Count == 0 ? [] : [.. diagnostic.Related.Select(Place)],
            Fixes = diagnostic.Fixes.Count == 0 ? [] : [.. diagnostic.Fixes.Select(f => LocatedFix.Of(f, Source))],
            LineHash = _lineHashes?.GetValueOrDefault(range.Start.Line),
            SentenceHash = SentenceHash(diagnostic),
        };
    }

    /// <summary>Takes note of a finding that is not shown, so that equal ones after it have the numbers that they have
    /// without a limit.</summary>
    public void Pass(Diagnostic diagnostic) => _ = SentenceHash(diagnostic);

    private LocatedPlace Place(RelatedPlace place) => new(Source.GetLineSpan(place.Span), place.Message);

    private string? SentenceHash(Diagnostic diagnostic)
    {
        if (_seen is null)
            return null;
        var context = SentenceAround(diagnostic);
        var found = diagnostic.Span.In(Source.Text);
        found = found[..Math.Min(found.Length, MaxContext)];
        var hash = Fingerprints.SentenceHash(diagnostic.Rule.Id, context, found, 1);
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_seen, hash, out _);
        return ++count == 1 ? hash : Fingerprints.SentenceHash(diagnostic.Rule.Id, context, found, count);
    }

    // A line of a usual length as it is; of a longer one the piece that the finding begins in, which findings near it
    // share: memory goes with the file's length, not with the number of findings.
    private static TextSpan PartOfLine(TextSpan line, TextSpan span)
    {
        if (line.Length <= MaxContext)
            return line;
        var piece = (Math.Clamp(span.Start, line.Start, line.End) - line.Start) / (MaxContext / 2);
        var start = line.Start + Math.Max(0, piece * (MaxContext / 2) - MaxContext / 4);
        return TextSpan.FromBounds(start, Math.Min(line.End, start + MaxContext));
    }

    // A sentence of a usual length as it is; of a longer one what stands around the finding.
    private static TextSpan LineAround(TextSpan line, TextSpan span)
    {
        if (line.Length <= MaxContext)
            return line;
        var start = Math.Clamp(span.Start - MaxContext / 4, line.Start, line.End);
        return TextSpan.FromBounds(start, Math.Min(line.End, start + MaxContext));
    }

    private ReadOnlySpan<char> SentenceAround(Diagnostic diagnostic)
    {
        if (diagnostic.CopySpan is not { } span || _analysis.Sentences.Count == 0)
            return [];
        return LineAround(_analysis.Sentences[_analysis.SentenceAtPosition(span.Start)].Span, span)
            .In(_analysis.Document.Text);
    }
}
