using System.Text;
using Copylint.Catalog;
using Copylint.Configuration;
using Copylint.Documents.Formats;
using Copylint.Linting;
using Copylint.Linting.Fixes;
using Copylint.Rules;
using Copylint.Text;

namespace Copylint.Fuzz;

/// <summary>Files of ever more fixes: the time may not grow faster than their number.</summary>
internal static class FixTimes
{
    private static readonly int[] Counts = [200, 2_000, 20_000];

    // Name, ending, before, piece with one fix, after.
    private static readonly (string Name, string Ending, string Before, string Piece, string After)[] Units =
    [
        ("paragraphs", "txt", "", "Engineers found the the cracks in it, she said.\n\n", ""),
        ("one paragraph", "txt", "", "Engineers found the the cracks in it, she said. ", ""),
        (
            "lines of a page",
            "txt",
            "Council approves bridge\n\n",
            "The council met on Friday, she said.\n\n- Advertisement -\n\n",
            ""
        ),
        ("addresses", "txt", "", "See https://example.org/a?utm_source=mail now, she said.\n\n", ""),
        ("code", "md", "", "Engineers found the the cracks in it, she said.\n\n```\nthe the\n```\n\n", ""),
        ("code in line", "md", "", "Engineers found `the the` and the the cracks, she said.\n\n", ""),
        ("list", "md", "", "- Engineers found the the *cracks* in it, she said.\n", ""),
        ("links", "md", "", "See [it](https://example.org/a?utm_source=mail) now, she said.\n\n", ""),
        ("shortcodes", "md", "", "{{< x >}}\n\nEngineers found the the cracks, she said.\n\n{{< /x >}}\n\n", ""),
        ("tags", "html", "", "<p>Engineers found the the <b>cracks</b> in it, she said.</p>\n", ""),
        ("one element", "html", "<p>", "Engineers found the the <b>cracks</b> in it, she said. ", "</p>"),
        ("deleted tags", "html", "", "<p>The council met, she said.</p>\n<p>- Advertisement -</p>\n", ""),
        ("front matter", "md", "---\ntitle: Bridge\n", "a: b\n", "---\n\nFound the the cracks, she said.\n"),
    ];

    /// <summary>Measures the processor time of fixing each file, and of verifying its first round alone.</summary>
    /// <returns>0 when neither grows faster than it may.</returns>
    public static int Measure(string match, TextWriter output)
    {
        var linter = new FileLinter(
            new Linter(new RuleCatalogBuilder().AddBuiltInRules().Build(), new LintSettings()),
            withFingerprints: false
        );
        var bad = 0;
        foreach (var unit in Units.Where(u => u.Name.Contains(match, StringComparison.Ordinal)))
        {
            List<(TimeSpan Fix, TimeSpan Verify, int Applied)> times = [.. Counts.Select(n => Time(linter, unit, n))];
            // What the compiler or the collector did meanwhile counts only once.
            for (var again = 0; again < 2 && IsWorse(times); again++)
                times =
                [
                    .. times.Zip(Counts.Select(n => Time(linter, unit, n)), (a, b) =>
                        (Less(a.Fix, b.Fix), Less(a.Verify, b.Verify), a.Applied)
                    ),
                ];
            bad += IsWorse(times) ? 1 : 0;
            output.WriteLine(
                $"{(IsWorse(times) ? "BAD " : "ok  ")}{unit.Name, -18}{unit.Ending, -5}"
                    + $"{string.Join(", ", times.Select(t => $"{t.Applied} fixes {t.Fix.TotalMilliseconds:0} ms (verified in {t.Verify.TotalMilliseconds:0})"))}"
            );
            output.Flush();
        }

        return bad == 0 ? 0 : 1;
    }

    private static TimeSpan Less(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static bool IsWorse(List<(TimeSpan Fix, TimeSpan Verify, int Applied)> times) =>
        RepeatUnits.GrowsTooFast(times[^2].Fix, times[^1].Fix, Counts[^1] / Counts[^2])
        || RepeatUnits.GrowsTooFast(times[^2].Verify, times[^1].Verify, Counts[^1] / Counts[^2]);

    private static (TimeSpan Fix, TimeSpan Verify, int Applied) Time(
        FileLinter linter,
        (string Name, string Ending, string Before, string Piece, string After) unit,
        int count
    )
    {
        var text = new StringBuilder(unit.Before);
        for (var i = 0; i < count; i++)
            text.Append(unit.Piece);
        var bytes = Encoding.UTF8.GetBytes(text.Append(unit.After).ToString());
        var path = "unit." + unit.Ending;
        var started = Environment.CpuUsage.TotalTime;
        var result = FixApplier.Fix(linter, path, bytes, includeUnsafe: false);
        var fixing = Environment.CpuUsage.TotalTime - started;

        var source = SourceText.FromBytes(bytes);
        var candidates = FixApplier.Candidates(source, linter.Lint(path, bytes).Diagnostics, false, new LeftFixes());
        var round = new FixRound(source, bytes, s => DocumentParser.Parse(path, s, linter.Reading), new FixLog());
        started = Environment.CpuUsage.TotalTime;
        round.Choose(candidates);
        return (fixing, Environment.CpuUsage.TotalTime - started, result.Applied);
    }
}
