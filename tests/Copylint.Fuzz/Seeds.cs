using System.Runtime.CompilerServices;
using Copylint.Catalog;
using Copylint.Rules;

namespace Copylint.Fuzz;

/// <summary>What is mutated: real documents, the cards' examples, and pieces that readers take notice of.</summary>
internal sealed class Seeds
{
    private static readonly string[] Endings = [".txt", ".md", ".html"];

    private Seeds(List<(string Name, string Text)> documents, List<string> cards, string[] pieces, string[] words)
    {
        Documents = documents;
        Cards = cards;
        Pieces = pieces;
        Words = words;
    }

    /// <summary>Name and text of each document.</summary>
    public IReadOnlyList<(string Name, string Text)> Documents { get; }

    /// <summary>The text of each card and word list.</summary>
    public IReadOnlyList<string> Cards { get; }

    /// <summary>Marks, tags, keys and characters.</summary>
    public IReadOnlyList<string> Pieces { get; }

    /// <summary>The words of all lists.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Reads the repository's own samples and rules, and a folder.</summary>
    public static Seeds Load(string? folder)
    {
        var root = Root();
        var catalog = new RuleCatalogBuilder().AddBuiltInRules().Build();
        var documents = new List<(string Name, string Text)>();
        foreach (var source in (string?[])[Path.Combine(root, "tests", "Copylint.Tests", "Samples"), folder])
        {
            if (source is not null)
                documents.AddRange(
                    Directory
                        .EnumerateFiles(source, "*", SearchOption.AllDirectories)
                        .Where(f => Endings.Contains(Path.GetExtension(f)) && new FileInfo(f).Length < 40_000)
                        .Order(StringComparer.Ordinal)
                        .Select(f => (Path.GetFileName(f), File.ReadAllText(f)))
                );
        }

        documents.Add(("README.md", File.ReadAllText(Path.Combine(root, "README.md"))));
        documents.AddRange(
            catalog.Rules.SelectMany(r =>
                r.Descriptor.Examples.Select(e => (e.Path ?? "example.txt", e.Text.Replace("⟦", "").Replace("⟧", "")))
            )
        );
        return new Seeds(
            documents,
            [
                .. Directory
                    .EnumerateFiles(Path.Combine(root, "rules"), "*.yml", SearchOption.AllDirectories)
                    .Order(StringComparer.Ordinal)
                    .Select(File.ReadAllText)
                    .Where(t => t.Length < 6000),
            ],
            [.. RepeatUnits.Lines("pieces.txt").Select(RepeatUnits.Unescape)],
            [
                .. catalog
                    .Resources.Automaton.Lexicons.SelectMany(l => l.Entries)
                    .Select(e => e.Headword)
                    .Distinct()
                    .Order(StringComparer.Ordinal),
            ]
        );
    }

    /// <summary>Path and text of the cards that the engine reports its own findings by.</summary>
    internal static IEnumerable<(string Path, string Text)> EngineCards() =>
        Directory
            .EnumerateFiles(Path.Combine(Root(), "rules", "engine"), "*.yml")
            .Select(f => ("engine/" + Path.GetFileName(f), File.ReadAllText(f)));

    /// <summary>The folder of the repository.</summary>
    internal static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath("../..", Path.GetDirectoryName(here)!);
}
