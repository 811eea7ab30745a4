using System.Runtime.CompilerServices;
using Copylint.Analysis;
using Copylint.Catalog;
using Copylint.Documents.Formats;
using Copylint.Rules;
using Copylint.Text;

namespace Copylint.Tests.Support;

/// <summary>The built-in rules, loaded once, and what tests often need.</summary>
internal static class TestRules
{
    public static RuleCatalog Catalog { get; } = new RuleCatalogBuilder().AddBuiltInRules().Build();

    public static DocumentAnalysis Analyse(string text, string path = "test.txt") =>
        new(DocumentParser.Parse(path, SourceText.FromText(text)), Catalog.Resources);

    /// <summary>Path and text of every file under the repository's <c>rules</c> folder.</summary>
    public static IEnumerable<(string Path, string Text)> Files()
    {
        var root = TestFile("../..");
        return Directory
            .EnumerateFiles(Path.Combine(root, "rules"), "*.yml", SearchOption.AllDirectories)
            .Select(f => (Path.GetRelativePath(root, f).Replace('\\', '/'), File.ReadAllText(f)))
            .OrderBy(f => f.Item1, StringComparer.Ordinal);
    }

    /// <summary>A file beside the tests, by its path in the test project.</summary>
    public static string TestFile(string name) => Path.Combine(Project, name);

    private static string Project { get; } = ProjectFolder();

    private static string ProjectFolder([CallerFilePath] string here = "") =>
        Path.GetDirectoryName(Path.GetDirectoryName(here))!;
}
