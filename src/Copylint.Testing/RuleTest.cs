using System.Text;
using Copylint.Cards;
using Copylint.Catalog;
using Copylint.Configuration;
using Copylint.Diagnostics;
using Copylint.Documents.Formats;
using Copylint.Linting;
using Copylint.Linting.Fixes;
using Copylint.Text;

namespace Copylint.Testing;

/// <summary>Thrown when a rule does not report what the marked text says; the message shows both.</summary>
/// <param name="message">What was expected and what was found.</param>
public sealed class RuleTestException(string message) : Exception(message);

/// <summary>Runs one rule over marked text and compares: what stands between <c>⟦</c> and <c>⟧</c> must be reported at
/// exactly that span, all else must stay silent.</summary>
public static class RuleTest
{
    /// <summary>The path that examples are linted under, unless a test gives another; its ending tells the
    /// format.</summary>
    public const string DefaultPath = "example.txt";

    /// <summary>Loads the rules of a pack from the folder with its cards and word lists.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="analyzers">Makes the analyzers that its cards name; empty for a pack without code.</param>
    /// <exception cref="Yaml.ConfigurationException">A card or list has a mistake.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static RuleCatalog Load(string folder, params IEnumerable<Func<Analyzer>> analyzers)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(analyzers);
        var byName = analyzers.ToDictionary(create => create().GetType().Name, StringComparer.Ordinal);
        return new RuleCatalogBuilder()
            .AddFolder(folder, name => byName.TryGetValue(name, out var create) ? create() : null, [.. byName.Keys])
            .Build();
    }

    /// <summary>Checks one text.</summary>
    /// <param name="catalog">The rules.</param>
    /// <param name="rule">The id or name of the rule.</param>
    /// <param name="marked">The text with its marks.</param>
    /// <param name="path">The path to lint it under.</param>
    /// <exception cref="RuleTestException">The rule reports something else.</exception>
    /// <exception cref="ArgumentException">There is no such rule, or the marks are not paired.</exception>
    public static void Check(RuleCatalog catalog, string rule, string marked, string path = DefaultPath)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        if (MarkedText.TryParse(marked, out var text) is { } mistake)
            throw new ArgumentException(mistake, nameof(marked));
        var found = Lint(catalog, rule, text.Text, path);
        var spans = found.Select(d => d.Span).Distinct().Order().ToList();
        if (spans.SequenceEqual(text.Spans.Order()))
            return;
        var message = new StringBuilder()
            .AppendLine($"{rule} should report")
            .AppendLine("  " + marked.TrimEnd('\n').ReplaceLineEndings("\n  "))
            .AppendLine("and reports")
            .AppendLine("  " + Mark(text.Text, spans).TrimEnd('\n').ReplaceLineEndings("\n  "));
        foreach (var diagnostic in found)
            message.AppendLine($"  {diagnostic.Rule.Id} {diagnostic.Severity}: {diagnostic.Message}");
        throw new RuleTestException(message.ToString());
    }

    /// <summary>Checks every example on a rule's card.</summary>
    /// <exception cref="RuleTestException">An example does not hold; the message names the card and the
    /// line.</exception>
    public static void CheckExamples(RuleCatalog catalog, RuleDescriptor rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        foreach (var example in rule.Examples)
        {
            try
            {
                Check(catalog, rule.Id, example.Text, example.Path ?? DefaultPath);
                if (example.Fixed is { } expected)
                    CheckFix(catalog, rule.Id, example.Text, expected, example.Path ?? DefaultPath);
            }
            catch (RuleTestException exception)
            {
                throw new RuleTestException($"{rule.CardPath}:{example.Line}: {exception.Message}");
            }
        }
    }

    /// <summary>Checks what the safe fixes of one rule make of a text, as <c>check --fix</c> does it.</summary>
    /// <param name="catalog">The rules.</param>
    /// <param name="rule">The id or name of the rule.</param>
    /// <param name="marked">The text, with marks or without.</param>
    /// <param name="expected">The text after the fixes; the same as before where none may be made.</param>
    /// <param name="path">The path to lint it under.</param>
    /// <exception cref="RuleTestException">The fixes make something else of it.</exception>
    /// <exception cref="ArgumentException">There is no such rule, or the marks are not paired.</exception>
    public static void CheckFix(
        RuleCatalog catalog,
        string rule,
        string marked,
        string expected,
        string path = DefaultPath
    )
    {
        ArgumentNullException.ThrowIfNull(catalog);
        if (MarkedText.TryParse(marked, out var text) is { } mistake)
            throw new ArgumentException(mistake, nameof(marked));
        var linter = new FileLinter(LinterOf(catalog, rule), withFingerprints: false);
        var result = FixApplier.Fix(linter, path, Encoding.UTF8.GetBytes(text.Text), includeUnsafe: false);
        var actual = Encoding.UTF8.GetString(result.Bytes);
        if (actual != expected)
            throw new RuleTestException(
                $"the fixes of {rule} should make\n  {Indented(expected)}\nof\n  {Indented(text.Text)}\nand make\n  {Indented(actual)}\n  {result.Log}"
            );
    }

    private static string Indented(string text) => text.TrimEnd('\n').ReplaceLineEndings("\n  ");

    private static Linter LinterOf(RuleCatalog catalog, string rule)
    {
        var selected = catalog.Select(rule);
        if (selected.Count == 0)
            throw new ArgumentException($"no rule '{rule}'{catalog.HintFor(rule)}", nameof(rule));
        return new Linter(catalog, new LintSettings { Only = selected.Select(r => r.Descriptor.Id).ToHashSet() });
    }

    /// <summary>What one rule finds in a text, the engine's own failures included.</summary>
    /// <exception cref="ArgumentException">There is no such rule.</exception>
    public static IReadOnlyList<Diagnostic> Lint(
        RuleCatalog catalog,
        string rule,
        string text,
        string path = DefaultPath
    )
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return LinterOf(catalog, rule).Lint(DocumentParser.Parse(path, SourceText.FromText(text)));
    }

    /// <summary>The text with marks around the spans.</summary>
    public static string Mark(string text, IEnumerable<TextSpan> spans)
    {
        ArgumentNullException.ThrowIfNull(text);
        var result = new StringBuilder(text);
        foreach (var span in spans.OrderDescending())
            result.Insert(span.End, '⟧').Insert(span.Start, '⟦');
        return result.ToString();
    }
}
