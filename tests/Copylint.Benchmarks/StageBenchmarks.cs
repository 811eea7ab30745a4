using System.Text;
using BenchmarkDotNet.Attributes;
using Copylint.Analysis;
using Copylint.Catalog;
using Copylint.Configuration;
using Copylint.Documents;
using Copylint.Documents.Formats.PlainText;
using Copylint.Language;
using Copylint.Linting;
using Copylint.Rules;
using Copylint.Text;

namespace Copylint.Benchmarks;

/// <summary>
/// The stages over one megabyte of news: the sample article repeated, or the text files of the folder that
/// <c>COPYLINT_CORPUS</c> names. A figure of 1 ms is 1 GB/s.
/// </summary>
[MemoryDiagnoser]
public class StageBenchmarks
{
    private const int Megabyte = 1_000_000;

    private byte[][] _files = [];
    private Document[] _documents = [];
    private RuleCatalog _catalog = null!;
    private Linter _linter = null!;

    [GlobalSetup]
    public void Setup()
    {
        _catalog = new RuleCatalogBuilder().AddBuiltInRules().Build();
        _linter = new Linter(_catalog, new LintSettings());
        var corpus = Environment.GetEnvironmentVariable("COPYLINT_CORPUS");
        var texts = corpus is null
            ? [Sample()]
            : Directory.GetFiles(corpus, "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText).ToArray();
        var files = new List<byte[]>();
        for (int total = 0, i = 0; total < Megabyte; i++)
        {
            files.Add(Encoding.UTF8.GetBytes(texts[i % texts.Length]));
            total += files[^1].Length;
        }

        _files = [.. files];
        _documents = [.. _files.Select(f => PlainTextParser.Parse("a.txt", SourceText.FromBytes(f)))];
    }

    [Benchmark(Baseline = true)]
    public int Decode() => _files.Sum(f => SourceText.FromBytes(f).Text.Length);

    [Benchmark]
    public int Parse() => _files.Sum(f => PlainTextParser.Parse("a.txt", SourceText.FromBytes(f)).Blocks.Count);

    [Benchmark]
    public int Tokenize()
    {
        var count = 0;
        foreach (var document in _documents)
        {
            using var tokens = new TokenList(document.Text.Length / 4);
            Tokenizer.Tokenize(
                document.Text,
                new TextSpan(0, document.Text.Length),
                _catalog.Resources.Automaton.Vocabulary,
                tokens
            );
            count += tokens.Count;
        }

        return count;
    }

    /// <summary>Tokens, sentences and the automaton over all lexicons.</summary>
    [Benchmark]
    public int Analyse()
    {
        var count = 0;
        foreach (var document in _documents)
        {
            using var analysis = new DocumentAnalysis(document, _catalog.Resources);
            count += analysis.Matches.Count;
        }

        return count;
    }

    [Benchmark]
    public int WholeRun() =>
        _files.Sum(f => _linter.Lint(PlainTextParser.Parse("a.txt", SourceText.FromBytes(f))).Count);

    private static string Sample()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "tests", "Copylint.Tests", "Samples", "kyiv.txt");
            if (File.Exists(path))
                return File.ReadAllText(path);
        }

        throw new FileNotFoundException("the sample article is not above the benchmark's folder");
    }
}
