using System.Globalization;
using System.Text.Json;
using Copylint.Analysis;
using Copylint.Analysis.Figures;
using Copylint.Analysis.Speech;
using Copylint.Analysis.Time;
using Copylint.Calendar;
using Copylint.Text;

namespace Copylint.Reports.Inspection;

/// <summary>
/// What the engine understands, for programs: an array with one object a file. Offsets are UTF-16 code units into the
/// file's text without its byte-order mark, ends exclusive.
/// </summary>
public sealed class InspectionJson : IDisposable
{
    private readonly Stream _output;
    private readonly Utf8JsonWriter _json;

    private readonly bool _withTokens;

    /// <summary>Starts the array.</summary>
    /// <param name="output">Where it is written.</param>
    /// <param name="withTokens">Whether every token is told.</param>
    public InspectionJson(Stream output, bool withTokens)
    {
        _withTokens = withTokens;
        _output = output;
        _json = new Utf8JsonWriter(output, JsonStyle.Options);
        _json.WriteStartArray();
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    /// <summary>Ends the array.</summary>
    public void Complete()
    {
        _json.WriteEndArray();
        _json.Flush();
        _output.Write("\n"u8);
    }

    /// <summary>Writes what is understood of a file.</summary>
    public void Write(DocumentAnalysis analysis)
    {
        var document = analysis.Document;
        _json.WriteStartObject();
        _json.WriteString("file", document.Path);
        _json.WriteString("format", document.Format.Title);
        if (analysis.Languages.Foreign is { } language)
            _json.WriteString("language", language);
        if (document.Genre is { } genre)
        {
            _json.WriteStartObject("genre");
            _json.WriteString("name", Name(genre.Genre));
            _json.WriteString("place", genre.Place);
            _json.WriteString("text", genre.Text);
            WriteSpan("span", genre.Span);
            _json.WriteEndObject();
        }

        _json.WriteStartArray("metadata");
        foreach (var entry in document.Metadata.Entries)
        {
            _json.WriteStartObject();
            _json.WriteString("key", Name(entry.Key));
            _json.WriteString("value", entry.Value);
            _json.WriteString("origin", Name(entry.Origin));
            WriteSpan("span", entry.Span);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteStartArray("article");
        foreach (var block in document.Blocks)
            WriteSpan(null, document.ToSource(block.Span));
        _json.WriteEndArray();
        _json.WriteStartArray("published");
        foreach (var date in document.Metadata.Published)
        {
            _json.WriteStartObject();
            _json.WriteString("date", date.Date.ToString("yyyy-MM-dd"));
            _json.WriteString("origin", Name(date.Origin));
            _json.WriteNumber("trust", date.Trust);
            _json.WriteBoolean("siteClock", date.LooksLikeSiteClock);
            WriteSpan("span", date.Span);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteStartArray("blocks");
        foreach (var block in document.Blocks)
        {
            _json.WriteStartObject();
            _json.WriteString("kind", Name(block.Kind));
            WriteSpan("span", document.ToSource(block.Span));
            _json.WriteStartArray("sentences");
            var (first, end) = analysis.SentencesOf(block.Index);
            for (var i = first; i < end; i++)
            {
                _json.WriteStartObject();
                WriteSpan("span", document.ToSource(analysis.Sentences[i].Span));
                _json.WriteString("text", analysis.Sentences[i].Span.In(document.Text));
                if (Clauses.Split(analysis, analysis.Sentences[i]) is { Count: > 1 } clauses)
                {
                    _json.WriteStartArray("clauses");
                    foreach (var clause in clauses)
                        WriteSpan(null, document.ToSource(analysis.SpanOf(clause)));
                    _json.WriteEndArray();
                }

                if (_withTokens)
                    WriteTokens(analysis, analysis.Sentences[i]);
                _json.WriteEndObject();
            }

            _json.WriteEndArray();
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteStartArray("quotations");
        foreach (var quotation in analysis.Quotations.All)
        {
            _json.WriteStartObject();
            _json.WriteStartArray("segments");
            foreach (var segment in quotation.Segments)
                WriteSpan(null, document.ToSource(segment));
            _json.WriteEndArray();
            _json.WriteNumber("words", quotation.WordCount);
            _json.WriteBoolean("closed", quotation.IsClosed);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteStartArray("attributions");
        foreach (var attribution in analysis.Attributions)
        {
            _json.WriteStartObject();
            _json.WriteString("kind", Name(attribution.Kind));
            WriteSpans("source", document, attribution.Source.IsEmpty ? [] : [attribution.Source]);
            WriteSpans("cue", document, [attribution.Cue]);
            WriteSpans("content", document, attribution.Content);
            _json.WriteString("name", attribution.SourceName);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteStartArray("sources");
        foreach (var source in SourceShare.Of(analysis))
        {
            _json.WriteStartObject();
            _json.WriteString("name", source.Name);
            _json.WriteNumber("attributions", source.Attributions);
            _json.WriteNumber("quotedWords", source.QuotedWords);
            _json.WriteNumber("reportedWords", source.ReportedWords);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        WriteDating(analysis);
        _json.WriteStartArray("times");
        foreach (var time in analysis.TimeExpressions)
        {
            var tense = TimeRoles.TenseAround(analysis, time.Tokens);
            _json.WriteStartObject();
            _json.WriteString("kind", Name(time.Kind));
            WriteSpan("span", document.ToSource(time.Span));
            _json.WriteString("text", time.Span.In(document.Text));
            _json.WriteString("tense", Name(tense));
            _json.WriteString("role", Name(TimeRoles.RoleOf(analysis, time.Tokens, tense)));
            _json.WriteNumber("confidence", time.Confidence);
            if (ResolvedWindow(analysis, time, tense) is { } window)
            {
                _json.WriteString("first", window.First.ToString("yyyy-MM-dd"));
                _json.WriteString("last", window.Last.ToString("yyyy-MM-dd"));
                _json.WriteString("days", window.ToString());
            }

            if (time.Amount is { } amount)
                _json.WriteNumber("amount", amount);
            if (time.Unit is { } unit)
                _json.WriteString("unit", Name(unit));
            if (time.Relation != TimeRelation.None)
                _json.WriteString("relation", Name(time.Relation));
            if (time.Event is { } newsEvent)
                _json.WriteString("event", newsEvent.Id);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        WriteQuantities(analysis);
        InspectionNames.Write(_json, analysis);
        _json.WriteStartArray("problems");
        foreach (var problem in document.Problems)
        {
            _json.WriteStartObject();
            _json.WriteString("message", problem.Message);
            WriteSpan("span", problem.Span);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Flush();
    }

    // What the expression means by itself, or in copy of the document's date.
    internal static DateInterval? ResolvedWindow(DocumentAnalysis analysis, TimeExpression time, Tense tense) =>
        time.Window
        ?? (analysis.Document.Metadata.BestPublished is { } published ? time.Resolve(published.Date, tense) : null);

    private void WriteDating(DocumentAnalysis analysis)
    {
        if (analysis.Dating is not { } dating)
            return;
        _json.WriteStartObject("dating");
        _json.WriteString("header", dating.Header.Date.ToString("yyyy-MM-dd"));
        _json.WriteNumber("score", Math.Round(dating.Score, 3));
        _json.WriteBoolean("nearDate", dating.HasNearDate);
        if (dating.Estimate is { } estimate)
        {
            _json.WriteString("first", estimate.First.ToString("yyyy-MM-dd"));
            _json.WriteString("last", estimate.Last.ToString("yyyy-MM-dd"));
        }

        foreach (var (name, evidence) in new[] { ("against", dating.Against), ("agreeing", dating.Agreeing) })
        {
            _json.WriteStartArray(name);
            foreach (var piece in evidence)
            {
                _json.WriteStartObject();
                WriteSpan("span", analysis.Document.ToSource(piece.Span));
                _json.WriteString("first", piece.Fits.First.ToString("yyyy-MM-dd"));
                _json.WriteString("last", piece.Fits.Last.ToString("yyyy-MM-dd"));
                _json.WriteNumber("weight", piece.Weight);
                _json.WriteString("why", piece.Explanation);
                _json.WriteEndObject();
            }

            _json.WriteEndArray();
        }

        _json.WriteEndObject();
    }

    private void WriteQuantities(DocumentAnalysis analysis)
    {
        _json.WriteStartArray("quantities");
        foreach (ref readonly var found in analysis.Quantities.All)
        {
            var span = analysis.SpanOf(found.Tokens);
            _json.WriteStartObject();
            _json.WriteString("kind", Name(found.Kind));
            WriteSpan("span", analysis.Document.ToSource(span));
            _json.WriteString("text", span.In(analysis.Document.Text));
            if (found.Kind != QuantityKind.Label)
            {
                _json.WriteNumber("value", found.Value);
                _json.WriteNumber("tolerance", found.Tolerance);
                if (found.Magnitude > 1)
                    _json.WriteNumber("magnitude", found.Magnitude);
            }

            if (found.Currency is { } currency)
                _json.WriteString("currency", currency.Code);
            if (found.Unit is { } unit)
                _json.WriteString("unit", unit.Name);
            if (found.Approximation != Approximation.Exact)
                _json.WriteString("approximation", Name(found.Approximation));
            if (found.Join != QuantityJoin.None)
                _json.WriteString("join", Name(found.Join));
            if (found.IsInWords)
                _json.WriteBoolean("inWords", true);
            if (found.IsInherited)
                _json.WriteBoolean("inherited", true);
            if (found.IsDoubtful)
                _json.WriteBoolean("doubtful", true);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    /// <summary>The value of a figure with its tolerance and unit; of a label nothing.</summary>
    internal static string ValueOf(in Quantity found)
    {
        if (found.Kind == QuantityKind.Label)
            return "";
        var value = string.Create(
            CultureInfo.InvariantCulture,
            $": {found.Value:0.######} ± {found.Tolerance:0.######}"
        );
        var unit = found.Currency?.Code ?? found.Unit?.Name;
        return unit is null ? value : $"{value} {unit}";
    }

    /// <summary>What else is known of a figure, parted by commas.</summary>
    internal static string NotesOf(in Quantity found)
    {
        var notes = new List<string>();
        if (found.Approximation != Approximation.Exact)
            notes.Add(Name(found.Approximation));
        if (found.Join != QuantityJoin.None)
            notes.Add(Name(found.Join));
        if (found.IsInWords)
            notes.Add("in words");
        if (found.IsInherited)
            notes.Add("inherited");
        if (found.IsDoubtful)
            notes.Add("doubtful");
        return string.Join(", ", notes);
    }

    private void WriteTokens(DocumentAnalysis analysis, Language.Sentence sentence)
    {
        _json.WriteStartArray("tokens");
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            var token = analysis.Tokens[i];
            _json.WriteStartObject();
            _json.WriteString("kind", Name(token.Kind));
            WriteSpan("span", analysis.Document.ToSource(token.Span));
            _json.WriteString("form", analysis.NormalisedFormOf(i));
            if (token.Shape != Language.CaseShape.None)
                _json.WriteString("case", Name(token.Shape));
            if (analysis.NumberValueOf(i) is { } value)
                _json.WriteNumber("value", value);
            if (analysis.PartOfSpeechAt(i) is not Language.PartOfSpeech.Fixed and var part)
                _json.WriteString("partOfSpeech", Name(part));
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    /// <summary>The name of an enumeration's member in camel case.</summary>
    internal static string Name<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private void WriteSpans(string property, Documents.Document document, IEnumerable<TextSpan> spans)
    {
        _json.WriteStartArray(property);
        foreach (var span in spans)
            WriteSpan(null, document.ToSource(span));
        _json.WriteEndArray();
    }

    private void WriteSpan(string? property, TextSpan span)
    {
        if (property is null)
            _json.WriteStartArray();
        else
            _json.WriteStartArray(property);
        _json.WriteNumberValue(span.Start);
        _json.WriteNumberValue(span.End);
        _json.WriteEndArray();
    }
}
