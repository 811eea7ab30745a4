using Copylint.Configuration;
using Copylint.Diagnostics;
using Copylint.Language;
using Copylint.Meaning;
using Copylint.Text;

namespace Copylint.RuleCards;

/// <summary>Collects packs of cards, word lists and events, and compiles them.</summary>
public sealed class RuleCatalogBuilder
{
    private readonly List<RuleCard> _cards = [];
    private readonly List<Lexicon> _lexicons = [];
    private readonly List<(NewsEvent Event, IReadOnlyList<string> Names)> _events = [];
    private readonly Dictionary<string, Func<string, Analyzer?>> _analyzers = [];
    private readonly List<Mistake> _mistakes = [];

    /// <summary>The mistakes so far.</summary>
    public IReadOnlyList<Mistake> Mistakes => _mistakes;

    /// <summary>Adds the files of a pack.</summary>
    /// <param name="files">Path and text of each YAML file; the family of a card is the name of its folder.</param>
    /// <param name="pack">The pack's name, or null for the built-in rules.</param>
    /// <param name="createAnalyzer">Makes the analyzer of a name, or returns null when there is none.</param>
    /// <param name="analyzerNames">The names that exist, for the message about one that does not.</param>
    public RuleCatalogBuilder Add(
        IEnumerable<(string Path, string Text)> files, string? pack = null, Func<string, Analyzer?>? createAnalyzer = null, IReadOnlyList<string>? analyzerNames = null)
    {
        ArgumentNullException.ThrowIfNull(files);
        foreach (var (path, text) in files)
        {
            if (YamlMap.Parse(path, text, _mistakes) is not { } map)
                continue;
            if (map.Has("lexicon"))
            {
                _lexicons.Add(LexiconReader.ReadLexicon(map));
            }
            else if (map.Has("events"))
            {
                _events.AddRange(LexiconReader.ReadEvents(map));
            }
            else
            {
                AddCard(CardReader.Read(map, FamilyOf(path), pack, validate: pack is not null), map, createAnalyzer, analyzerNames);
            }
        }

        return this;
    }

    /// <summary>Adds a pack that is a folder.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public RuleCatalogBuilder AddFolder(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*.yml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(f => (Path.GetRelativePath(Directory.GetCurrentDirectory(), f).Replace('\\', '/'), File.ReadAllText(f)));
        return Add(files, Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))));
    }

    /// <summary>Compiles everything.</summary>
    /// <exception cref="ConfigurationException">A card or list has a mistake.</exception>
    public RuleCatalog Build()
    {
        foreach (var group in _cards.GroupBy(c => c.Descriptor.Id).Where(g => g.Count() > 1))
            Mistake(group.Last(), $"id {group.Key} is taken already by {group.First().Descriptor.CardPath}");
        foreach (var group in _cards.GroupBy(c => c.Descriptor.Name).Where(g => g.Count() > 1))
            Mistake(group.Last(), $"name {group.Key} is taken already by {group.First().Descriptor.CardPath}");

        var lexicons = new List<Lexicon>(_lexicons);
        lexicons.AddRange(_cards.SelectMany(c => c.Lexicons));
        var eventLexicon = lexicons.Count;
        lexicons.Add(new Lexicon(EventGazetteer.LexiconName, WordClasses.None,
            [.. _events.SelectMany(e => e.Names.Select(n => new LexiconEntry { Headword = n, Tag = e.Event.Id }))]));
        var merged = Merge(lexicons);
        var numbers = merged.Select((l, i) => (l.Name, Number: i)).ToDictionary(p => p.Name, p => p.Number);
        foreach (var card in _cards)
        {
            foreach (var words in card.Matchers.OfType<WordsMatcher>().Where(w => !numbers.ContainsKey(w.Lexicon)))
                Mistake(card, $"no lexicon has the name '{words.Lexicon}'{Nearest.Hint(words.Lexicon, _lexicons.Select(l => l.Name))}");
        }

        if (_mistakes.Count > 0)
            throw new ConfigurationException([.. _mistakes.OrderBy(m => m.Path, StringComparer.Ordinal).ThenBy(m => m.Line).ThenBy(m => m.Column)]);

        var events = new Dictionary<string, NewsEvent>();
        foreach (var (newsEvent, _) in _events)
            events[newsEvent.Id] = newsEvent;
        var resources = new AnalysisResources(LexiconAutomaton.Build(merged), new EventGazetteer(events, numbers[EventGazetteer.LexiconName]));
        var rules = _cards
            .Select(c => new Rule(c.Descriptor, c.AnalyzerName is { } name ? _analyzers[c.Descriptor.Id](name) : c.Matchers.Count > 0 ? new DeclarativeAnalyzer(c.Matchers) : null))
            .OrderBy(r => r.Descriptor.Id, StringComparer.Ordinal);
        return new RuleCatalog([.. rules], resources, numbers);
    }

    // A pack's lexicon of a known name adds its entries to the known one.
    private static List<Lexicon> Merge(List<Lexicon> lexicons)
    {
        var merged = new List<Lexicon>();
        foreach (var group in lexicons.GroupBy(l => l.Name))
            merged.Add(group.Count() == 1 ? group.First() : group.First() with { Entries = [.. group.SelectMany(l => l.Entries)] });
        return merged;
    }

    private static string FamilyOf(string path)
    {
        var parts = path.Split('/');
        return parts.Length > 1 ? parts[^2] : "rules";
    }

    private void AddCard(RuleCard card, YamlMap map, Func<string, Analyzer?>? createAnalyzer, IReadOnlyList<string>? analyzerNames)
    {
        _cards.Add(card);
        if (card.AnalyzerName is not { } name)
            return;
        if (createAnalyzer is not null && analyzerNames is not null && analyzerNames.Contains(name))
            _analyzers[card.Descriptor.Id] = n => createAnalyzer(n);
        else
            map.Mistake(map.Node("analyzer")!, $"no analyzer has the name '{name}'{Nearest.Hint(name, analyzerNames ?? [])}");
    }

    private void Mistake(RuleCard card, string message) => _mistakes.Add(new Mistake(card.Descriptor.CardPath, 1, 1, message));
}
