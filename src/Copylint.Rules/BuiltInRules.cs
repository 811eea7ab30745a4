using Copylint.RuleCards;

namespace Copylint.Rules;

/// <summary>The rules that come with Copylint: the cards, word lists and events under <c>rules/</c>, embedded at build.</summary>
public static class BuiltInRules
{
    /// <summary>The names that a card can give under <c>analyzer</c>.</summary>
    public static IReadOnlyList<string> AnalyzerNames => [.. AnalyzerTable.All.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Path and text of every embedded file, in order of path.</summary>
    public static IEnumerable<(string Path, string Text)> Files()
    {
        var assembly = typeof(BuiltInRules).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("rules/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (name.Replace('\\', '/'), reader.ReadToEnd());
        }
    }

    /// <summary>Adds the built-in rules to a catalog.</summary>
    public static RuleCatalogBuilder AddBuiltInRules(this RuleCatalogBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(Files(), pack: null, createAnalyzer: name => AnalyzerTable.All[name](), analyzerNames: AnalyzerNames);
    }
}
