using Copylint.Analysis;
using Copylint.Diagnostics;
using Copylint.Text;

namespace Copylint.Catalog;

/// <summary>A rule that can run: its description and what makes its analyzer.</summary>
/// <param name="Descriptor">The descriptive part of the card.</param>
/// <param name="CreateAnalyzer">
/// Makes what finds: anew for each linter, so that the options of one never reach another. Null for a rule that the
/// engine itself reports.
/// </param>
public sealed record Rule(RuleDescriptor Descriptor, Func<Analyzer>? CreateAnalyzer);

/// <summary>All rules of all packs, with their word lists compiled into one automaton. Immutable; shared by all
/// threads.</summary>
public sealed class RuleCatalog
{
    private readonly Dictionary<string, Rule> _byName;

    private readonly Lazy<byte[]> _contentHash;

    internal RuleCatalog(
        IReadOnlyList<Rule> rules,
        AnalysisResources resources,
        IReadOnlyDictionary<string, int> lexicons,
        Func<byte[]> contentHash
    )
    {
        _contentHash = new Lazy<byte[]>(contentHash);
        Rules = rules;
        Resources = resources;
        Lexicons = lexicons;
        _byName = new Dictionary<string, Rule>(StringComparer.OrdinalIgnoreCase);
        foreach (var rule in rules)
        {
            _byName[rule.Descriptor.Id] = rule;
            _byName.TryAdd(rule.Descriptor.Name, rule);
        }
    }

    /// <summary>The rules in order of their ids.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>The compiled word lists and the events.</summary>
    public AnalysisResources Resources { get; }

    /// <summary>The numbers of the lexicons by name.</summary>
    public IReadOnlyDictionary<string, int> Lexicons { get; }

    /// <summary>The SHA-256 of all that the catalog was made of: two catalogs with the same hash find the
    /// same.</summary>
    internal byte[] ContentHash => _contentHash.Value;

    /// <summary>The families, each once.</summary>
    public IEnumerable<string> Families => Rules.Select(r => r.Descriptor.Family).Distinct();

    /// <summary>The rules that a selector means: an id, a name, a family, or the beginning of ids such as
    /// <c>CL4</c>.</summary>
    /// <returns>Empty when it means none.</returns>
    public IReadOnlyList<Rule> Select(string selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        if (_byName.TryGetValue(selector, out var rule))
            return [rule];
        return
        [
            .. Rules.Where(r =>
                r.Descriptor.Family.Equals(selector, StringComparison.OrdinalIgnoreCase)
                || (
                    selector.Length >= 3
                    && char.IsAsciiDigit(selector[^1])
                    && r.Descriptor.Id.StartsWith(selector, StringComparison.OrdinalIgnoreCase)
                )
            ),
        ];
    }

    /// <summary>The rules that selectors mean; commas part several in one.</summary>
    /// <exception cref="UsageException">One means no rule.</exception>
    public IReadOnlyList<Rule> SelectAll(IEnumerable<string> selectors)
    {
        ArgumentNullException.ThrowIfNull(selectors);
        var selected = new List<Rule>();
        const StringSplitOptions Tidy = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        foreach (var selector in selectors.SelectMany(s => s.Split(',', Tidy)))
        {
            var rules = Select(selector);
            if (rules.Count == 0)
                throw new UsageException($"no rule has the id, name or family '{selector}'{HintFor(selector)}");
            selected.AddRange(rules);
        }

        return selected;
    }

    /// <summary>The rule of an id.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Rule this[string id] => _byName[id];

    /// <summary>The words "; did you mean 'x'?" for a selector that means no rule, or nothing.</summary>
    public string HintFor(string selector) =>
        Nearest.Hint(selector, Rules.SelectMany(r => new[] { r.Descriptor.Id, r.Descriptor.Name }).Concat(Families));
}
