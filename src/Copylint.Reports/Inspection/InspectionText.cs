using Copylint.Analysis;
using Copylint.Analysis.Figures;
using Copylint.Analysis.Speech;
using Copylint.Analysis.Time;
using Copylint.Text;

namespace Copylint.Reports.Inspection;

/// <summary>What the engine understands, for reading: line by line, with places of the file.</summary>
/// <param name="output">Where it is written.</param>
/// <param name="colour">Whether it may be coloured.</param>
/// <param name="withTokens">Whether every token is told.</param>
public sealed class InspectionText(TextWriter output, bool colour, bool withTokens)
{
    /// <summary>Writes what is understood of a file.</summary>
    public void Write(DocumentAnalysis analysis)
    {
        var document = analysis.Document;
        output.WriteLine(Paint("1;4", $"{VisibleText.Of(document.Path)} ({InSentence(document.Format.Title)})"));
        if (analysis.Languages.Foreign is { } language)
            output.WriteLine($"- {Paint("36", "language")} {language}");
        if (document.Genre is { } genre)
        {
            var place = genre.Span.Length > 0 ? Place(analysis, genre.Span) : "-";
            var sign = Paint("2", $"({genre.Place}: {VisibleText.Of(genre.Text)})");
            output.WriteLine($"{place} {Paint("36", "genre")} {InspectionJson.Name(genre.Genre)} {sign}");
        }

        foreach (var problem in document.Problems)
            output.WriteLine(
                $"{Place(analysis, problem.Span)} {Paint("1;31", "problem")} {VisibleText.Of(problem.Message)}"
            );
        foreach (var entry in document.Metadata.Entries)
            output.WriteLine(
                $"{Place(analysis, entry.Span)} {Paint("36", InspectionJson.Name(entry.Key))} {VisibleText.Of(entry.Value)} {Paint("2", $"({InspectionJson.Name(entry.Origin)})")}"
            );
        if (document.Metadata.BestPublished is { } published)
            output.WriteLine(
                $"{Place(analysis, published.Span)} {Paint("36", "date of publication")} {published.Date:yyyy-MM-dd} {Paint("2", $"(trust {published.Trust}{(published.LooksLikeSiteClock ? ", looks like the site's clock" : "")})")}"
            );
        if (analysis.Dating is { } dating)
        {
            foreach (
                var (mark, evidence) in dating
                    .Against.Select(e => (Paint("31", "against the date"), e))
                    .Concat(dating.Agreeing.Select(e => (Paint("32", "for the date"), e)))
            )
                output.WriteLine(
                    $"{Place(analysis, document.ToSource(evidence.Span))} {mark} '{VisibleText.Of(evidence.Span.In(document.Text).ToString())}' fits {evidence.Fits} {Paint("2", $"(weight {evidence.Weight})")} {evidence.Explanation}"
                );
            if (dating.Against.Count > 0)
                output.WriteLine(
                    $"- score {dating.Score:0.00} against {dating.Header.Date:yyyy-MM-dd}{(dating.HasNearDate ? ", but the copy names a time near it" : "")}{(dating.Estimate is { } estimate ? $"; fits {estimate}" : "")}"
                );
        }

        var quotation = 0;
        var time = 0;
        var attribution = 0;
        var quantity = 0;
        foreach (var block in document.Blocks)
        {
            output.WriteLine();
            output.WriteLine(
                $"{Place(analysis, document.ToSource(block.Span))} {Paint("1;33", InspectionJson.Name(block.Kind))}"
            );
            var (first, end) = analysis.SentencesOf(block.Index);
            for (var i = first; i < end; i++)
            {
                output.WriteLine(
                    $"    {Paint("2", "·")} {string.Join(Paint("1;36", " ¦ "), Clauses.Split(analysis, analysis.Sentences[i]).Select(c => VisibleText.Of(analysis.SpanOf(c).In(document.Text).ToString())))}"
                );
                for (var t = analysis.Sentences[i].FirstToken; withTokens && t < analysis.Sentences[i].EndToken; t++)
                {
                    var part = analysis.PartOfSpeechAt(t);
                    output.WriteLine(
                        $"      {Place(analysis, document.ToSource(analysis.Tokens[t].Span)), -8} {VisibleText.Of(analysis.NormalisedFormOf(t)), -20} {Paint("2", InspectionJson.Name(analysis.Tokens[t].Kind))}{(part == Language.PartOfSpeech.Fixed ? "" : " " + Paint("36", InspectionJson.Name(part)))}{(analysis.NumberValueOf(t) is { } value ? $" = {value}" : "")}"
                    );
                }
            }

            for (
                ;
                quotation < analysis.Quotations.All.Count
                    && analysis.Quotations.All[quotation].Span.Start < block.Span.End;
                quotation++
            )
            {
                var found = analysis.Quotations.All[quotation];
                output.WriteLine(
                    $"    {Paint("32", "quotation")} {Place(analysis, document.ToSource(found.Span))} {found.WordCount} words, {found.Segments.Count} paragraph{(found.Segments.Count == 1 ? "" : "s")}, {(found.IsClosed ? "closed" : "not closed")}"
                );
            }

            for (
                ;
                attribution < analysis.Attributions.Count
                    && analysis.Attributions[attribution].Cue.Start < block.Span.End;
                attribution++
            )
            {
                var found = analysis.Attributions[attribution];
                output.WriteLine(
                    $"    {Paint("34", "attribution")} {Place(analysis, document.ToSource(found.Cue))} {InspectionJson.Name(found.Kind)}: {(found.Source.IsEmpty ? "nobody" : $"'{VisibleText.Of(found.Source.In(document.Text).ToString())}'")} {Paint("34", VisibleText.Of(found.Cue.In(document.Text).ToString()))} '{VisibleText.Of(found.Content[0].In(document.Text).ToString())}'"
                );
            }

            for (
                ;
                quantity < analysis.Quantities.All.Length
                    && analysis.SpanOf(analysis.Quantities.All[quantity].Tokens).Start < block.Span.End;
                quantity++
            )
                WriteQuantity(analysis, analysis.Quantities.All[quantity]);

            for (
                ;
                time < analysis.TimeExpressions.Count && analysis.TimeExpressions[time].Span.Start < block.Span.End;
                time++
            )
            {
                var found = analysis.TimeExpressions[time];
                var tense = TimeRoles.TenseAround(analysis, found.Tokens);
                var role = TimeRoles.RoleOf(analysis, found.Tokens, tense);
                output.WriteLine(
                    $"    {Paint("35", "time")} {Place(analysis, document.ToSource(found.Span))} '{VisibleText.Of(found.Span.In(document.Text).ToString())}' {InspectionJson.Name(found.Kind)}{(InspectionJson.ResolvedWindow(analysis, found, tense) is { } window ? $": {window}" : "")} {Paint("2", $"({InspectionJson.Name(tense)} tense, {InspectionJson.Name(role)})")}"
                );
            }

            foreach (var (span, text) in InspectionNames.Of(analysis, block))
                output.WriteLine(
                    $"    {Paint("33", "name")} {Place(analysis, document.ToSource(span))} {VisibleText.Of(text)}"
                );
        }
    }

    /// <summary>The sources of a story, one a line: how often, how many quoted words, how many in the paper's
    /// wording.</summary>
    public void WriteSources(DocumentAnalysis analysis)
    {
        output.WriteLine(Paint("1;4", analysis.Document.Path));
        output.WriteLine(Paint("2", $"{"times", 6} {"quoted", 7} {"told", 6}  source"));
        foreach (var source in SourceShare.Of(analysis))
            output.WriteLine(
                $"{source.Attributions, 6} {source.QuotedWords, 7} {source.ReportedWords, 6}  {VisibleText.Of(source.Name)}"
            );
    }

    private void WriteQuantity(DocumentAnalysis analysis, Quantity found)
    {
        var span = analysis.SpanOf(found.Tokens);
        var place = Place(analysis, analysis.Document.ToSource(span));
        var text = VisibleText.Of(span.In(analysis.Document.Text).ToString());
        var value = InspectionJson.Name(found.Kind) + InspectionJson.ValueOf(found);
        var notes = InspectionJson.NotesOf(found) is { Length: > 0 } told ? " " + Paint("2", $"({told})") : "";
        output.WriteLine($"    {Paint("33", "quantity")} {place} '{text}' {value}{notes}");
    }

    private static string Place(DocumentAnalysis analysis, TextSpan span) =>
        span is { Start: 0, Length: 0 } ? "-" : analysis.Document.Source.GetPosition(span.Start).ToString();

    private string Paint(string code, string text) => colour ? $"\u001b[{code}m{text}\u001b[0m" : text;

    private static string InSentence(string title) => char.ToLowerInvariant(title[0]) + title[1..];
}
