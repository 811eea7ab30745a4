using System.Diagnostics;
using Copylint.Analysis;
using Copylint.Catalog;
using Copylint.Configuration;
using Copylint.Documents.Formats;
using Copylint.Linting;
using Copylint.Rules;
using Copylint.Text;

namespace Copylint.Benchmarks;

/// <summary>
/// Speed of the stages on one thread over the articles of a folder, repeated up to a number of megabytes, after a
/// warm-up over the same files: the fastest round, and the mean of all. Each stage
/// does all the work of the ones before it, so that what it adds is the difference.
/// </summary>
internal static class Throughput
{
    public static void Measure(string folder, int megabytes)
    {
        var files = ReadArticles(folder);
        var total = files.Sum(f => (long)f.Bytes.Length);
        var catalog = new RuleCatalogBuilder().AddBuiltInRules().Build();
        var linter = new FileLinter(new Linter(catalog, new LintSettings()), withFingerprints: false);
        var rounds = (int)Math.Max(1, megabytes * 1_000_000L / total);
        Console.WriteLine(
            $"{files.Length} files, {total / 1e6:0.0} MB, {rounds} rounds, {catalog.Rules.Count} rules, one thread"
        );
        (string Name, Func<string, byte[], int> Run)[] stages =
        [
            ("decoding", (_, bytes) => SourceText.FromBytes(bytes).Text.Length),
            ("+ blocks and metadata", (path, bytes) =>
                DocumentParser.Parse(path, SourceText.FromBytes(bytes)).Blocks.Count
            ),
            ("+ tokens, sentences, lists", Analysing(analysis => analysis.Matches.Count)),
            ("+ quotations", Analysing(analysis => analysis.Quotations.All.Count)),
            ("+ times", Analysing(analysis => analysis.Quotations.All.Count + analysis.TimeExpressions.Count)),
            (
                "+ part of speech of all words",
                Analysing(analysis =>
                {
                    var nouns = 0;
                    for (var i = 0; i < analysis.Tokens.Length; i++)
                        nouns += analysis.PartOfSpeechAt(i) == Copylint.Language.PartOfSpeech.Noun ? 1 : 0;
                    return nouns;
                })
            ),
            ("whole default run", (path, bytes) => linter.Lint(path, bytes).Diagnostics.Count),
        ];
        Func<string, byte[], int> Analysing(Func<DocumentAnalysis, int> ask) =>
            (path, bytes) =>
            {
                using var analysis = new DocumentAnalysis(
                    DocumentParser.Parse(path, SourceText.FromBytes(bytes)),
                    catalog.Resources
                );
                return ask(analysis);
            };

        foreach (var (name, run) in stages)
        {
            var sum = 0L;
            // Until the compiler has settled: six seconds.
            for (var warm = Stopwatch.StartNew(); warm.Elapsed.TotalSeconds < 6; )
            {
                foreach (var (path, bytes) in files)
                    sum += run(path, bytes);
            }

            double sumOfTimes = 0,
                fastest = double.MaxValue;
            for (var i = 0; i < rounds; i++)
            {
                var watch = Stopwatch.StartNew();
                foreach (var (path, bytes) in files)
                    sum += run(path, bytes);
                sumOfTimes += watch.Elapsed.TotalMilliseconds;
                fastest = Math.Min(fastest, watch.Elapsed.TotalMilliseconds);
            }

            var size = total / 1e6;
            Console.WriteLine(
                $"{name, -28} {1000 * size / fastest, 8:0.0} MB/s {fastest / size, 8:0.00} ms/MB; mean {1000 * rounds * size / sumOfTimes, 8:0.0} MB/s   ({sum})"
            );
        }

        // What each family of rules adds, by leaving it out.
        foreach (var family in catalog.Families.Append("attribution+quotations"))
        {
            var partial = new FileLinter(
                new Linter(
                    catalog,
                    new LintSettings
                    {
                        Rules = catalog
                            .Rules.Where(r => family.Split('+').Contains(r.Descriptor.Family))
                            .ToDictionary(
                                r => r.Descriptor.Id,
                                _ => new RuleSetting(
                                    Copylint.Diagnostics.Severity.Off,
                                    new Dictionary<string, string>()
                                )
                            ),
                    }
                ),
                withFingerprints: false
            );
            var rest = Time(files, partial, Math.Max(1, rounds / 4));
            var whole = Time(files, linter, Math.Max(1, rounds / 4));
            Console.WriteLine(
                $"without {family, -33} {1000 * rest, 8:0.00} ms/MB, with it {1000 * whole, 8:0.00} ms/MB: {100 * (whole - rest) / rest:+0.0;-0.0} %"
            );
        }
    }

    /// <summary>Lints the articles of a folder a number of times and nothing else, for a profiler, and tells the time
    /// of each file's fastest round, which noise of the machine moves least.</summary>
    public static void Lint(string folder, int rounds)
    {
        var linter = new FileLinter(
            new Linter(new RuleCatalogBuilder().AddBuiltInRules().Build(), new LintSettings()),
            withFingerprints: false
        );
        var files = ReadArticles(folder);
        var found = 0L;
        var fastest = new long[files.Length];
        Array.Fill(fastest, long.MaxValue);
        for (var i = 0; i < rounds; i++)
        {
            for (var f = 0; f < files.Length; f++)
            {
                var start = Stopwatch.GetTimestamp();
                found += linter.Lint(files[f].Path, files[f].Bytes).Diagnostics.Count;
                fastest[f] = Math.Min(fastest[f], Stopwatch.GetTimestamp() - start);
            }
        }

        var megabytes = files.Sum(f => (long)f.Bytes.Length) / 1e6;
        var best = 1000.0 * fastest.Sum() / Stopwatch.Frequency / megabytes;
        Console.WriteLine($"each file at its fastest: {best:0.00} ms/MB, {1000 / best:0.0} MB/s");
        Console.WriteLine(
            $"{found} findings, {GC.GetTotalAllocatedBytes() / (double)rounds / megabytes / 1e6:0.0} bytes allocated for each byte read"
        );
    }

    private static (string Path, byte[] Bytes)[] ReadArticles(string folder) =>
        [
            .. Directory
                .GetFiles(folder, "*", SearchOption.AllDirectories)
                .Where(f => DocumentParser.FormatOf(f) is not null)
                .Order(StringComparer.Ordinal)
                .Select(f => (f, File.ReadAllBytes(f))),
        ];

    // Seconds for a megabyte, the best of five.
    private static double Time((string Path, byte[] Bytes)[] files, FileLinter linter, int rounds)
    {
        var best = double.MaxValue;
        for (var k = 0; k < 5; k++)
        {
            var watch = Stopwatch.StartNew();
            var bytesRead = 0L;
            for (var i = 0; i < rounds; i++)
            {
                foreach (var (path, bytes) in files)
                {
                    linter.Lint(path, bytes);
                    bytesRead += bytes.Length;
                }
            }

            best = Math.Min(best, watch.Elapsed.TotalSeconds / (bytesRead / 1e6));
        }

        return best;
    }
}
