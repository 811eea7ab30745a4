using System.Text;
using Copylint.Catalog;
using Copylint.Configuration;
using Copylint.Diagnostics;
using Copylint.Linting;
using Copylint.Linting.Caching;
using Copylint.Rules;
using Copylint.Tests.Support;

namespace Copylint.Tests.Linting.Caching;

public sealed class ResultCacheTests
{
    private static readonly byte[] Sample = File.ReadAllBytes(TestRules.TestFile("Samples/kyiv.txt"));

    [Fact]
    public void A_report_from_the_cache_equals_the_one_from_analysis()
    {
        using var folder = new TemporaryFolder();
        var (fresh, _) = Lint(folder.Path, Sample);
        var (again, cache) = Lint(folder.Path, Sample);
        Assert.Equal(1, cache.Hits);
        Assert.NotEmpty(fresh.Diagnostics);
        Assert.Equal(Describe(fresh), Describe(again));
    }

    [Fact]
    public void Changed_content_path_settings_or_rules_are_analysed()
    {
        using var folder = new TemporaryFolder();
        Lint(folder.Path, Sample);
        Assert.Equal(0, Lint(folder.Path, [.. Sample, (byte)'\n']).Cache.Hits);
        Assert.Equal(0, Lint(folder.Path, Sample, "other.txt").Cache.Hits);
        Assert.Equal(
            0,
            Lint(folder.Path, Sample, settings: new LintSettings { MinSeverity = Severity.Error }).Cache.Hits
        );
        Assert.Equal(0, Lint(folder.Path, Sample, variant: "other").Cache.Hits);
        var more = new RuleCatalogBuilder()
            .AddBuiltInRules()
            .Add(
                [
                    (
                        "p/lexicons/a.yml",
                        "lexicon: epithets\nabout: a\nsource: a\nlicence: MIT\nentries: [{nouns: [minion]}]\n"
                    ),
                ],
                "p"
            )
            .Build();
        Assert.Equal(0, Lint(folder.Path, Sample, catalog: more).Cache.Hits);
        Assert.Equal(1, Lint(folder.Path, Sample).Cache.Hits);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(200)]
    public void A_broken_entry_is_analysed_again(int kept)
    {
        using var folder = new TemporaryFolder();
        var (fresh, _) = Lint(folder.Path, Sample);
        foreach (var file in Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories))
            File.WriteAllBytes(file, File.ReadAllBytes(file)[..kept]);
        var (again, cache) = Lint(folder.Path, Sample);
        Assert.Equal(0, cache.Hits);
        Assert.Equal(Describe(fresh), Describe(again));
        foreach (var file in Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllBytes(file);
            bytes[^20] ^= 1;
            File.WriteAllBytes(file, bytes);
        }

        Assert.Equal(0, Lint(folder.Path, Sample).Cache.Hits);
    }

    [Fact]
    public void Runs_at_the_same_time_do_not_disturb_each_other()
    {
        using var folder = new TemporaryFolder();
        var expected = Describe(Lint(folder.Path, Sample).Report);
        Parallel.For(0, 64, i =>
        {
            var (report, _) = Lint(
                folder.Path,
                i % 4 == 0 ? [.. Sample, .. Encoding.UTF8.GetBytes(new string('\n', i))] : Sample
            );
            if (i % 4 != 0)
                Assert.Equal(expected, Describe(report));
        });
        Assert.Empty(Directory.GetFiles(folder.Path, "*.tmp", SearchOption.AllDirectories));
    }

    [Fact]
    public void What_was_not_used_for_a_month_goes()
    {
        using var folder = new TemporaryFolder();
        var (_, cache) = Lint(folder.Path, Sample);
        var entry = Assert.Single(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
        cache.Trim();
        Assert.True(File.Exists(entry));
        File.SetLastWriteTimeUtc(entry, DateTime.UtcNow.AddDays(-31));
        File.Delete(Path.Combine(folder.Path, "trimmed"));
        cache.Trim();
        Assert.False(File.Exists(entry));
    }

    [Fact]
    public void The_command_uses_it_when_told()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.txt", "It was a despicable plan of the tyrant.");
        var cacheFolder = Path.Combine(folder.Path, ".copylint", "cache");
        var plain = CommandLine.Run(folder.Path, "check", "--format", "sarif");
        Assert.False(Directory.Exists(cacheFolder));
        var first = CommandLine.Run(folder.Path, "check", "--format", "sarif", "--cache");
        Assert.True(Directory.Exists(cacheFolder));
        Assert.Equal(plain.Output, first.Output);
        Assert.Equal(plain.Output, CommandLine.Run(folder.Path, "check", "--format", "sarif", "--cache").Output);
        Directory.Delete(cacheFolder, recursive: true);
        folder.Write(".copylint.yml", "cache: on\n");
        CommandLine.Run(folder.Path, "check", "--no-cache");
        Assert.False(Directory.Exists(cacheFolder));
        CommandLine.Run(folder.Path, "check");
        Assert.True(Directory.Exists(cacheFolder));
    }

    private static (FileReport Report, ResultCache Cache) Lint(
        string folder,
        byte[] bytes,
        string path = "a.txt",
        LintSettings? settings = null,
        string variant = "",
        RuleCatalog? catalog = null
    )
    {
        var linter = new Linter(catalog ?? TestRules.Catalog, settings ?? new LintSettings());
        var cache = new ResultCache(folder, linter, variant);
        return (new FileLinter(linter, withFingerprints: true, cache: cache).Lint(path, bytes), cache);
    }

    private static string Describe(FileReport report) =>
        $"{report.Path} {report.Artifact}\n"
        + string.Join(
            "\n",
            report.Diagnostics.Select(d =>
                $"{d} | {string.Join(';', d.Related)} | {string.Join(';', d.Fixes.Select(f => $"{f.Title} {f.IsSafe} {string.Join(',', f.Edits)}"))}"
                    .Replace(d.Related.ToString()!, "")
                    .Replace(d.Fixes.ToString()!, "")
            )
        );
}
