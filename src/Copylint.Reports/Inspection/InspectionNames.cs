using System.Text.Json;
using Copylint.Analysis;
using Copylint.Analysis.Names;
using Copylint.Documents;
using Copylint.Text;

namespace Copylint.Reports.Inspection;

/// <summary>The names of a document as the inspection tells them.</summary>
internal static class InspectionNames
{
    /// <summary>Writes the property <c>names</c>: an object for each form with its places, and what stands before and
    /// after it.</summary>
    public static void Write(Utf8JsonWriter json, DocumentAnalysis analysis)
    {
        var names = analysis.Names;
        json.WriteStartArray("names");
        foreach (var form in names.Forms)
        {
            json.WriteStartObject();
            json.WriteString("form", form.Key);
            json.WriteStartArray("spellings");
            foreach (var spelling in names.SpellingsOf(form))
                json.WriteStringValue(spelling);
            json.WriteEndArray();
            json.WriteStartArray("places");
            foreach (var index in form.Mentions)
                WriteMention(json, analysis, names.Mentions[index]);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("spelledTwoWays");
        foreach (var drift in names.Drifts)
        {
            json.WriteStartObject();
            json.WriteString("kind", InspectionJson.Name(drift.Kind));
            json.WriteString("odd", names.TextOf(drift.Odd[0]));
            json.WriteString("usual", drift.UsualText);
            json.WriteNumber("usualCount", drift.UsualCount);
            json.WriteBoolean("sure", drift.IsSure);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The names of a block, each in full with its title: "'Dmytro Kuleba' (Minister)".</summary>
    public static IEnumerable<(TextSpan Span, string Text)> Of(DocumentAnalysis analysis, Block block)
    {
        foreach (var run in analysis.Names.Runs)
        {
            if (run.Block != block.Index)
                continue;
            var span = analysis.SpanOf(run.Tokens);
            var title = run.Title.Count > 0 ? $" ({analysis.SpanOf(run.Title).In(analysis.Document.Text)})" : "";
            yield return (span, $"'{span.In(analysis.Document.Text)}'{title}");
        }
    }

    private static void WriteMention(Utf8JsonWriter json, DocumentAnalysis analysis, in NameMention mention)
    {
        var names = analysis.Names;
        json.WriteStartObject();
        json.WriteStartArray("span");
        var span = analysis.Document.ToSource(names.SpanOf(mention));
        json.WriteNumberValue(span.Start);
        json.WriteNumberValue(span.End);
        json.WriteEndArray();
        if (mention.Before >= 0)
            json.WriteString("before", names.Forms[mention.Before].Key);
        if (mention.After >= 0)
            json.WriteString("after", names.Forms[mention.After].Key);
        if (names.Runs[mention.Run].Title is { Count: > 0 } title)
            json.WriteString("title", analysis.SpanOf(title).In(analysis.Document.Text));
        json.WriteEndObject();
    }
}
