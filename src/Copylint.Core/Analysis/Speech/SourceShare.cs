namespace Copylint.Analysis.Speech;

/// <summary>How much of a story one source says.</summary>
/// <param name="Name">The fullest name by which the story calls it.</param>
/// <param name="Attributions">How often something is given to it.</param>
/// <param name="QuotedWords">Words in quotation marks.</param>
/// <param name="ReportedWords">Words in the paper's own wording.</param>
public sealed record SourceShare(string Name, int Attributions, int QuotedWords, int ReportedWords)
{
    /// <summary>The sources of a document, the most words first. A surname counts with the full name that ends with
    /// it.</summary>
    public static IReadOnlyList<SourceShare> Of(DocumentAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        var names = analysis
            .Attributions.Select(a => a.SourceName)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(n => n.Length)
            .ToList();
        var shares = new Dictionary<string, SourceShare>(StringComparer.Ordinal);
        foreach (var attribution in analysis.Attributions)
        {
            var name = attribution.SourceName is { } written
                ? names.Find(n => n == written || n.EndsWith(" " + written, StringComparison.Ordinal)) ?? written
                : "(not named)";
            int quoted = 0,
                reported = 0;
            foreach (var span in attribution.Content)
            {
                for (
                    var i = analysis.Sentences[analysis.SentenceAtPosition(span.Start)].FirstToken;
                    i < analysis.Tokens.Length && analysis.Tokens[i].Start < span.End;
                    i++
                )
                {
                    if (
                        analysis.Tokens[i].Start < span.Start
                        || analysis.Tokens[i].Kind is not (Language.TokenKind.Word or Language.TokenKind.Number)
                    )
                        continue;
                    if (analysis.Quotations.At(analysis.Tokens[i].Start) is null)
                        reported++;
                    else
                        quoted++;
                }
            }

            var known = shares.GetValueOrDefault(name) ?? new SourceShare(name, 0, 0, 0);
            shares[name] = known with
            {
                Attributions = known.Attributions + 1,
                QuotedWords = known.QuotedWords + quoted,
                ReportedWords = known.ReportedWords + reported,
            };
        }

        return
        [
            .. shares
                .Values.OrderByDescending(s => s.QuotedWords + s.ReportedWords)
                .ThenBy(s => s.Name, StringComparer.Ordinal),
        ];
    }
}
