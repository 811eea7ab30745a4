using System.Globalization;
using Copylint.Analysis;
using Copylint.Analysis.Figures;
using Copylint.Analysis.Time;
using Copylint.Tests.Support;

namespace Copylint.Tests.Analysis.Figures;

/// <summary>What each figure of a sentence is read as: rows of <c>quantities.txt</c>.</summary>
public sealed class QuantityTests
{
    private static readonly string[] Rows =
    [
        .. File.ReadAllLines(TestRules.TestFile("Analysis/Figures/quantities.txt"))
            .Where(r => r.Length > 0 && r[0] != '#'),
    ];

    [Fact]
    public void Figures_are_read_as_the_rows_say() => Assert.Equal(Rows, Rows.Select(Read));

    [Fact]
    public void A_headline_in_capitals_has_counts_and_no_labels()
    {
        using var analysis = TestRules.Analyse(
            "Police Arrest 12 In Raid On Farm\n\nThe police said on Monday that they had arrested twelve people on a farm."
        );
        Assert.Equal([12d, 12d], Values(analysis));
    }

    private static double[] Values(DocumentAnalysis analysis) =>
        analysis.Quantities.All.ToArray().Where(q => q.Kind == QuantityKind.Count).Select(q => q.Value).ToArray();

    private static string Read(string row)
    {
        var text = row[..row.IndexOf(" => ", StringComparison.Ordinal)];
        using var analysis = TestRules.Analyse(text);
        var found = analysis.Quantities.All.ToArray().Select(q => Tell(analysis, q)).DefaultIfEmpty("none");
        return $"{text} => {string.Join("; ", found)}";
    }

    private static string Tell(DocumentAnalysis analysis, Quantity quantity)
    {
        var text = analysis.SpanOf(quantity.Tokens).In(analysis.Document.Text).ToString();
        if (quantity.Kind == QuantityKind.Label)
            return $"{text} label";
        string[] parts =
        [
            text,
            $"{quantity.Kind}",
            string.Create(CultureInfo.InvariantCulture, $"{quantity.Value:0.###}±{quantity.Tolerance:0.###}"),
            quantity.Currency?.Code ?? quantity.Unit?.Name ?? "",
            quantity.Approximation == Approximation.Exact ? "" : $"{quantity.Approximation}",
            quantity.Join == QuantityJoin.None ? "" : $"{quantity.Join}",
            quantity.IsInherited ? "inherited" : "",
            quantity.IsDoubtful ? "doubtful" : "",
        ];
        return string.Join(' ', parts.Where(p => p.Length > 0));
    }
}
