using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Copylint.Analysis;
using Copylint.Analysis.Time;
using Copylint.Cards;
using Copylint.Diagnostics;
using Copylint.Language;
using Copylint.Matchers;
using Copylint.Text;
using Copylint.Yaml;

namespace Copylint.Catalog;

/// <summary>Collects packs of cards, word lists and events, and compiles them.</summary>
public sealed class RuleCatalogBuilder
{
    private readonly List<RuleCard> _cards = [];
    private readonly List<Lexicon> _lexicons = [];
    private readonly List<(NewsEvent Event, IReadOnlyList<string> Names)> _events = [];
    private readonly List<(IReadOnlyList<string> Titles, IReadOnlyList<OfficeTerm> Terms)> _offices = [];
    private readonly Dictionary<string, Func<string, Analyzer?>> _analyzers = [];
    private readonly List<ConfigurationError> _mistakes = [];
    private readonly List<byte[]> _content = [];
    private CompiledRules? _compiled;
    private LexiconAutomaton? _automaton;

    /// <summary>What stands for the content of all packs in <see cref="RuleCatalog.ContentHash"/>; their bytes do when
    /// it is null.</summary>
    internal byte[]? ContentKey { get; set; }

    /// <summary>The folder that messages name the files of packs from; null for full paths.</summary>
    public string? DisplayFolder { get; init; }

    /// <summary>The mistakes so far.</summary>
    public IReadOnlyList<ConfigurationError> Mistakes => _mistakes;

    /// <summary>Adds the files of a pack.</summary>
    /// <param name="files">Path and text of each YAML file; the family of a card is the name of its folder.</param>
    /// <param name="pack">The pack's name, or null for the built-in rules.</param>
    /// <param name="createAnalyzer">Makes the analyzer of a name, or returns null when there is none.</param>
    /// <param name="analyzerNames">The names that exist; null leaves them unchecked.</param>
    public RuleCatalogBuilder Add(
        IEnumerable<(string Path, string Text)> files,
        string? pack = null,
        Func<string, Analyzer?>? createAnalyzer = null,
        IReadOnlyList<string>? analyzerNames = null
    )
    {
        ArgumentNullException.ThrowIfNull(files);
        foreach (var (path, text) in files)
        {
            _content.Add(System.Text.Encoding.UTF8.GetBytes(path + "\n" + text));
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
            else if (map.Has("offices"))
            {
                _offices.AddRange(LexiconReader.ReadOffices(map));
            }
            else
            {
                AddCard(
                    CardReader.Read(map, FamilyOf(path), pack, validate: pack is not null),
                    map,
                    createAnalyzer,
                    analyzerNames
                );
            }
        }

        return this;
    }

    /// <summary>Adds what <see cref="Compile"/> made. Only once, and before anything else is added.</summary>
    /// <param name="data">The bytes.</param>
    /// <param name="identity">What tells them from all others, for <see cref="RuleCatalog.ContentHash"/>.</param>
    /// <param name="createAnalyzer">Makes the analyzer of a name.</param>
    /// <param name="findPattern">Finds an expression among those that were compiled with the program, by its text and
    /// options; what it returns null for is built when it is first needed. Null for none.</param>
    public RuleCatalogBuilder AddCompiled(
        ReadOnlySpan<byte> data,
        byte[] identity,
        Func<string, Analyzer> createAnalyzer,
        Func<string, RegexOptions, Regex?>? findPattern = null
    )
    {
        ArgumentNullException.ThrowIfNull(identity);
        if (_compiled is not null || _cards.Count > 0)
            throw new InvalidOperationException("compiled rules come first, and once");
        _compiled = CompiledRules.Read(data);
        _content.Add(identity);
        Func<LazyPattern, Regex?>? find = findPattern is null ? null : p => findPattern(p.Expression, p.Options);
        foreach (var card in _compiled.Cards)
        {
            _cards.Add(card);
            if (card.AnalyzerName is not null)
                _analyzers[card.Descriptor.Id] = createAnalyzer;
            foreach (var matcher in card.Matchers)
                matcher.Expression?.Compiled = find;
        }

        return this;
    }

    /// <summary>The expressions of the cards among what <see cref="Compile"/> made, each once.</summary>
    internal static IReadOnlyList<(string Expression, RegexOptions Options)> PatternsOf(ReadOnlySpan<byte> data) =>
        [
            .. CompiledRules
                .Read(data)
                .Cards.SelectMany(c => c.Matchers)
                .Select(m => m.Expression)
                .OfType<LazyPattern>()
                .Select(p => (p.Expression, p.Options))
                .Distinct(),
        ];

    /// <summary>Makes bytes for <see cref="AddCompiled"/> of a pack's files. The analyzers that its cards name are
    /// looked for when the bytes are read.</summary>
    /// <param name="files">Path and text of each YAML file.</param>
    /// <exception cref="ConfigurationException">A card or list has a mistake.</exception>
    public static byte[] Compile(IEnumerable<(string Path, string Text)> files)
    {
        var builder = new RuleCatalogBuilder();
        builder.Add(files, pack: null, createAnalyzer: _ => null, analyzerNames: null);
        builder._automaton = builder.CompileLexicons().Automaton;
        return builder.ToCompiled();
    }

    /// <summary>Adds events that copy counts from; one with the id of a known event replaces its dates.</summary>
    public RuleCatalogBuilder AddEvents(IReadOnlyList<(NewsEvent Event, IReadOnlyList<string> Names)> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        _events.AddRange(events);
        foreach (var (newsEvent, names) in events)
            _content.Add(System.Text.Encoding.UTF8.GetBytes(Describe(newsEvent, names)));
        return this;
    }

    /// <summary>Adds words to lists that are known by now, or allows them there.</summary>
    public RuleCatalogBuilder AddLexicons(IReadOnlyList<(Lexicon Lexicon, ConfigurationError Place)> lexicons)
    {
        ArgumentNullException.ThrowIfNull(lexicons);
        var names = (_compiled?.Lexicons ?? []).Concat(_lexicons).Select(l => l.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (lexicon, place) in lexicons)
        {
            if (!names.Contains(lexicon.Name))
                _mistakes.Add(place with { Message = UnknownLexicon(lexicon.Name, names) });
            _lexicons.Add(lexicon);
            _content.Add(System.Text.Encoding.UTF8.GetBytes(Describe(lexicon)));
        }

        return this;
    }

    // The lists that cards write out have a slash in their names, and are nobody else's.
    internal static string UnknownLexicon(string name, IEnumerable<string> known) =>
        $"no lexicon has the name '{name}'{Nearest.Hint(name, known.Where(n => !n.Contains('/')))}";

    /// <summary>All that an event says, as a text that differs when it does.</summary>
    internal static string Describe(NewsEvent newsEvent, IReadOnlyList<string> names) =>
        $"{newsEvent} {string.Join(' ', newsEvent.Occurrences)} {string.Join('|', names)}";

    /// <summary>All that a lexicon says, as a text that differs when it does.</summary>
    internal static string Describe(Lexicon lexicon) =>
        lexicon.Name
        + "\n"
        + string.Join(
            '\n',
            lexicon.Entries.Select(e =>
                $"{e.Headword}|{e.PartOfSpeech}|{e.Strength}|{e.Reason}|{e.Plain}|{e.Tag}|{e.IsAllowed}|{e.IsCaseSensitive}|{e.Neighbours}|{string.Join(',', e.ExtraForms)}"
            )
        );

    /// <summary>Adds a pack that is a folder, with the assemblies that lie in it.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <param name="folder">The folder.</param>
    /// <param name="trust">Whose code may run.</param>
    /// <exception cref="ConfigurationException">An assembly cannot be loaded, or may not run.</exception>
    public RuleCatalogBuilder AddFolder(string folder, PackTrust trust)
    {
        ArgumentNullException.ThrowIfNull(trust);
        var assembly = PackAssembly.Load(folder, Display(folder), trust);
        return AddFolder(folder, assembly is null ? null : assembly.Create, assembly?.AnalyzerNames);
    }

    /// <summary>Adds the cards and lists of a pack that is a folder, with analyzers that are at hand, as for a
    /// test.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="createAnalyzer">Makes the analyzer of a name, or returns null when there is none; null for a pack
    /// without code.</param>
    /// <param name="analyzerNames">The names that exist; null leaves them unchecked.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public RuleCatalogBuilder AddFolder(
        string folder,
        Func<string, Analyzer?>? createAnalyzer,
        IReadOnlyList<string>? analyzerNames
    ) =>
        Add(
            PackFiles.Of(folder).Select(f => (Display(f), PackFiles.ReadText(f))),
            Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))),
            createAnalyzer,
            analyzerNames
        );

    private string Display(string path) =>
        (DisplayFolder is null ? path : Path.GetRelativePath(DisplayFolder, path)).Replace(
            Path.DirectorySeparatorChar,
            '/'
        );

    /// <summary>Compiles everything.</summary>
    /// <exception cref="ConfigurationException">A card or list has a mistake.</exception>
    public RuleCatalog Build()
    {
        var (automaton, numbers) = CompileLexicons();
        _automaton = automaton;
        var resources = new AnalysisResources(
            automaton,
            new EventGazetteer(Events(), numbers[EventGazetteer.LexiconName]),
            new OfficeGazetteer(Offices(), numbers[OfficeGazetteer.LexiconName])
        );
        var rules = _cards
            .Select(c => new Rule(c.Descriptor, FactoryOf(c)))
            .OrderBy(r => r.Descriptor.Id, StringComparer.Ordinal);
        return new RuleCatalog([.. rules], resources, numbers, HashContent);
    }

    private Func<Analyzer>? FactoryOf(RuleCard card)
    {
        Func<Analyzer>? coded = null;
        if (card.AnalyzerName is { } name)
        {
            var create = _analyzers[card.Descriptor.Id];
            coded = () => create(name) ?? throw new InvalidOperationException($"no analyzer has the name '{name}'");
        }

        return card.Matchers.Count > 0 ? () => new DeclarativeAnalyzer(card.Matchers, coded?.Invoke()) : coded;
    }

    /// <summary>Makes bytes for <see cref="AddCompiled"/> of all that was added, once it was built.</summary>
    internal byte[] ToCompiled() =>
        CompiledRules.Write(
            _cards,
            [.. Events().Values],
            Offices(),
            _automaton ?? throw new InvalidOperationException("not built yet")
        );

    // Of all packs, by id; the last of an id counts.
    private Dictionary<string, NewsEvent> Events()
    {
        var events = new Dictionary<string, NewsEvent>();
        foreach (var newsEvent in _compiled?.Events ?? [])
            events[newsEvent.Id] = newsEvent;
        foreach (var (newsEvent, _) in _events)
            events[newsEvent.Id] = newsEvent;
        return events;
    }

    private List<OfficeTerm> Offices()
    {
        var terms = new List<OfficeTerm>(_compiled?.Offices ?? []);
        foreach (var (_, more) in _offices)
            terms.AddRange(more);
        return terms;
    }

    private byte[] HashContent()
    {
        if (ContentKey is not null)
            return ContentKey;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in _content)
            hash.AppendData(SHA256.HashData(part));
        return hash.GetHashAndReset();
    }

    private (LexiconAutomaton Automaton, Dictionary<string, int> Numbers) CompileLexicons()
    {
        if (
            _compiled is not null
            && _cards.Count == _compiled.Cards.Count
            && _lexicons.Count == 0
            && _events.Count == 0
            && _offices.Count == 0
            && _mistakes.Count == 0
        )
            return (_compiled.Automaton, NumbersOf(_compiled.Lexicons));
        foreach (var group in _cards.GroupBy(c => c.Descriptor.Id).Where(g => g.Count() > 1))
            ConfigurationError(group.Last(), $"id {group.Key} is taken already by {group.First().Descriptor.CardPath}");
        foreach (var group in _cards.GroupBy(c => c.Descriptor.Name).Where(g => g.Count() > 1))
            ConfigurationError(
                group.Last(),
                $"name {group.Key} is taken already by {group.First().Descriptor.CardPath}"
            );

        var lexicons = new List<Lexicon>(_compiled?.Lexicons ?? []);
        lexicons.AddRange(_lexicons);
        lexicons.AddRange(_cards.SelectMany(c => c.Lexicons));
        lexicons.Add(
            new Lexicon(
                EventGazetteer.LexiconName,
                WordClasses.None,
                [.. _events.SelectMany(e => e.Names.Select(n => new LexiconEntry { Headword = n, Tag = e.Event.Id }))]
            )
        );
        lexicons.Add(
            new Lexicon(
                OfficeGazetteer.LexiconName,
                WordClasses.None,
                [
                    .. _offices.SelectMany(o =>
                        o.Titles.Select(t => new LexiconEntry { Headword = t, Tag = o.Titles[0] })
                    ),
                ]
            )
        );
        var merged = Merge(lexicons);
        var numbers = NumbersOf(merged);
        foreach (var card in _cards)
        {
            foreach (var words in card.Matchers.OfType<WordsMatcher>().Where(w => !numbers.ContainsKey(w.Lexicon)))
                ConfigurationError(card, UnknownLexicon(words.Lexicon, numbers.Keys));
        }

        return _mistakes.Count == 0
            ? (LexiconAutomaton.Build(merged), numbers)
            : throw new ConfigurationException([
                .. _mistakes.OrderBy(m => m.Path, StringComparer.Ordinal).ThenBy(m => m.Line).ThenBy(m => m.Column),
            ]);
    }

    private static Dictionary<string, int> NumbersOf(IReadOnlyList<Lexicon> lexicons)
    {
        var numbers = new Dictionary<string, int>(lexicons.Count);
        for (var i = 0; i < lexicons.Count; i++)
            numbers.Add(lexicons[i].Name, i);
        return numbers;
    }

    // A pack's lexicon of a known name adds its entries to the known one.
    private static List<Lexicon> Merge(List<Lexicon> lexicons)
    {
        var merged = new List<Lexicon>();
        foreach (var group in lexicons.GroupBy(l => l.Name))
            merged.Add(
                group.Count() == 1
                    ? group.First()
                    : group.First() with
                    {
                        Entries = [.. group.SelectMany(l => l.Entries)],
                    }
            );
        return merged;
    }

    private static string FamilyOf(string path)
    {
        var parts = path.Split('/');
        return parts.Length > 1 ? parts[^2] : "rules";
    }

    private void AddCard(
        RuleCard card,
        YamlMap map,
        Func<string, Analyzer?>? createAnalyzer,
        IReadOnlyList<string>? analyzerNames
    )
    {
        _cards.Add(card);
        if (card.AnalyzerName is not { } name)
            return;
        if (createAnalyzer is not null && (analyzerNames is null || analyzerNames.Contains(name)))
            _analyzers[card.Descriptor.Id] = n => createAnalyzer(n);
        else
            map.ConfigurationError(
                map.Node("analyzer")!,
                $"no analyzer has the name '{name}'{Nearest.Hint(name, analyzerNames ?? [])}"
            );
    }

    private void ConfigurationError(RuleCard card, string message) =>
        _mistakes.Add(new ConfigurationError(card.Descriptor.CardPath, 1, 1, message));
}
