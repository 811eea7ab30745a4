using Copylint.RuleCards;

namespace Copylint.Rules;

/// <summary>The rules that come with Copylint: the cards, word lists and events under <c>rules/</c>, compiled and embedded at build.</summary>
public static class BuiltInRules
{
    /// <summary>The names that a card can give under <c>analyzer</c>.</summary>
    public static IReadOnlyList<string> AnalyzerNames => [.. AnalyzerTable.All.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Adds the built-in rules to a catalog; they come before any pack.</summary>
    public static RuleCatalogBuilder AddBuiltInRules(this RuleCatalogBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        using var stream = typeof(BuiltInRules).Assembly.GetManifestResourceStream("rules.bin")!;
        var data = new byte[stream.Length];
        stream.ReadExactly(data);
        return builder.AddCompiled(data, name => AnalyzerTable.All[name]());
    }
}
