using Copylint.Analysis.Time;
using Copylint.Catalog;

namespace Copylint.Rules;

/// <summary>The rules that come with Copylint: the cards, word lists and events under <c>rules/</c>, compiled and
/// embedded at build.</summary>
public static class BuiltInRules
{
    /// <summary>The names that a card can give under <c>analyzer</c>.</summary>
    public static IReadOnlyList<string> AnalyzerNames => [.. AnalyzerTable.All.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Adds the built-in rules to a catalog; they come before any pack.</summary>
    public static RuleCatalogBuilder AddBuiltInRules(this RuleCatalogBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        using var stream = typeof(BuiltInRules).Assembly.GetManifestResourceStream("rules.bin")!;
        var identity = typeof(BuiltInRules).Module.ModuleVersionId.ToByteArray();
        // The resource lies in memory already: megabytes are not copied at each start only to be read once.
        if (stream is UnmanagedMemoryStream mapped)
        {
            unsafe
            {
                return builder.AddCompiled(
                    new ReadOnlySpan<byte>(mapped.PositionPointer, (int)mapped.Length),
                    identity,
                    name => AnalyzerTable.All[name](),
                    CardPatterns.Find
                );
            }
        }

        var data = new byte[stream.Length];
        stream.ReadExactly(data);
        return builder.AddCompiled(data, identity, name => AnalyzerTable.All[name](), CardPatterns.Find);
    }

    /// <summary>
    /// The built-in rules with packs and events. What was compiled of the same content before is found again in the
    /// user's cache, so that a word list of thousands
    /// of entries costs its time once.
    /// </summary>
    /// <param name="packs">Folders.</param>
    /// <param name="events">Events of the configuration.</param>
    /// <param name="lexicons">Words of the configuration.</param>
    /// <param name="cacheFolder">Where compiled catalogs are kept.</param>
    /// <param name="trust">Whose code may run.</param>
    /// <param name="displayFolder">The folder that messages name files of packs from; null for full paths.</param>
    /// <exception cref="Yaml.ConfigurationException">A card or list has a mistake.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static RuleCatalog Load(
        IReadOnlyList<string> packs,
        IReadOnlyList<(NewsEvent Event, IReadOnlyList<string> Names)> events,
        IReadOnlyList<(Copylint.Language.Lexicon Lexicon, Yaml.ConfigurationError Place)> lexicons,
        string cacheFolder,
        PackTrust trust,
        string? displayFolder = null
    )
    {
        ArgumentNullException.ThrowIfNull(packs);
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(lexicons);
        ArgumentNullException.ThrowIfNull(trust);
        if (packs.Count == 0 && events.Count == 0 && lexicons.Count == 0)
            return new RuleCatalogBuilder().AddBuiltInRules().Build();
        // Of a pack with code only the code itself knows what it does.
        if (packs.Any(p => PackAssembly.FilesOf(p).Count > 0))
            return AddAll(new RuleCatalogBuilder { DisplayFolder = displayFolder }).Build();
        var cache = new CatalogCache(
            cacheFolder,
            packs,
            events,
            lexicons,
            typeof(BuiltInRules).Module.ModuleVersionId,
            displayFolder
        );
        if (cache.Find() is { } known)
            return new RuleCatalogBuilder { ContentKey = cache.Key }
                .AddCompiled(known.Span, cache.Key, name => AnalyzerTable.All[name](), CardPatterns.Find)
                .Build();
        var builder = AddAll(new RuleCatalogBuilder { ContentKey = cache.Key, DisplayFolder = displayFolder });
        var catalog = builder.Build();
        cache.Store(builder.ToCompiled());
        return catalog;

        RuleCatalogBuilder AddAll(RuleCatalogBuilder builder)
        {
            builder.AddBuiltInRules();
            foreach (var pack in packs)
                builder.AddFolder(pack, trust);
            return builder.AddEvents(events).AddLexicons(lexicons);
        }
    }
}
