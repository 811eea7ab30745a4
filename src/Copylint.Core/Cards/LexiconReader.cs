using Copylint.Analysis.Time;
using Copylint.Calendar;
using Copylint.Language;
using Copylint.Yaml;
using YamlDotNet.RepresentationModel;

namespace Copylint.Cards;

/// <summary>Reads word lists and event gazetteers.</summary>
internal static class LexiconReader
{
    private static readonly Dictionary<string, Strength> Strengths = new()
    {
        ["strong"] = Strength.Strong,
        ["moderate"] = Strength.Moderate,
        ["mild"] = Strength.Mild,
    };

    internal static readonly Dictionary<string, bool> Exactness = new() { ["exact"] = true, ["any"] = false };

    private static readonly (string Key, PartOfSpeech Part, bool Allowed)[] Groups =
    [
        ("nouns", PartOfSpeech.Noun, false),
        ("verbs", PartOfSpeech.Verb, false),
        ("adjectives", PartOfSpeech.Adjective, false),
        ("adverbs", PartOfSpeech.Adverb, false),
        ("phrases", PartOfSpeech.Fixed, false),
        ("allow", PartOfSpeech.Fixed, true),
        ("allow-nouns", PartOfSpeech.Noun, true),
    ];

    private static readonly Dictionary<string, WordClasses> Classes = new()
    {
        ["reporting-verb"] = WordClasses.ReportingVerb,
        ["reporting-verb-noun-too"] = WordClasses.ReportingVerb | WordClasses.NounToo,
        ["cognition-verb"] = WordClasses.ReportingVerb | WordClasses.CognitionVerb,
        ["attitude-verb"] = WordClasses.AttitudeVerb,
        ["reporting-noun"] = WordClasses.ReportingNoun,
        ["speaker-noun"] = WordClasses.SpeakerNoun,
    };

    /// <summary>Reads a lexicon file: groups of headwords that share their properties.</summary>
    public static Lexicon ReadLexicon(YamlMap map)
    {
        var name = map.RequiredString("lexicon");
        map.RequiredString("about");
        map.RequiredString("source");
        map.RequiredString("licence");
        var classes = map.Choice("class", WordClasses.None, Classes);
        var entries = ReadEntries(map, map.Items("entries"));
        if (entries.Count == 0)
            map.ConfigurationError("'entries' is missing or empty");
        map.RejectUnknown("a lexicon");
        return new Lexicon(name, classes, entries);
    }

    /// <summary>Reads entries: plain words, or groups by part of speech with common properties.</summary>
    public static List<LexiconEntry> ReadEntries(YamlMap owner, IReadOnlyList<YamlNode> items)
    {
        var entries = new List<LexiconEntry>();
        foreach (var item in items)
        {
            if (item is YamlScalarNode { Value: { } word } && !string.IsNullOrWhiteSpace(word))
            {
                entries.Add(new LexiconEntry { Headword = word });
                continue;
            }

            if (owner.AsMap(item, "an entry") is not { } group)
                continue;
            var strength = group.Choice("strength", Strength.Moderate, Strengths);
            var reason = group.String("reason");
            var plain = group.String("plain");
            var tag = group.String("tag");
            var exact = group.Choice("case", false, Exactness);
            var forms = group.Strings("forms");
            var neighbours = ReadNeighbours(group);
            var before = entries.Count;
            foreach (var (key, part, allowed) in Groups)
            {
                foreach (var headword in group.Strings(key))
                {
                    entries.Add(
                        new LexiconEntry
                        {
                            Headword = headword,
                            PartOfSpeech = part,
                            Strength = strength,
                            Reason = reason,
                            Plain = plain,
                            Tag = tag,
                            IsAllowed = allowed,
                            IsCaseSensitive = exact,
                            ExtraForms = forms,
                            Neighbours = neighbours,
                        }
                    );
                }
            }

            // Phrases each with its own plain wording.
            if (group.Map("swaps") is { } swaps)
            {
                foreach (var key in swaps.Keys)
                {
                    if (string.IsNullOrWhiteSpace(key.Value))
                    {
                        swaps.ConfigurationError(key, "a phrase of 'swaps' is empty");
                        continue;
                    }

                    entries.Add(
                        new LexiconEntry
                        {
                            Headword = key.Value!,
                            Strength = strength,
                            Reason = reason,
                            Plain = swaps.String(key.Value!),
                            Tag = tag,
                            IsCaseSensitive = exact,
                            Neighbours = neighbours,
                        }
                    );
                }
            }

            if (entries.Count == before)
                group.ConfigurationError(
                    $"an entry needs words under one of {string.Join(", ", Groups.Select(g => g.Key))}, swaps"
                );
            if (forms.Count > 0 && entries.Count > before + 1)
                group.ConfigurationError("'forms' belongs to a group of one headword");
            group.RejectUnknown("an entry");
        }

        return entries;
    }

    /// <summary>The key of the group that an entry stands under.</summary>
    public static string GroupOf(LexiconEntry entry) =>
        Array.Find(Groups, g => g.Part == entry.PartOfSpeech && g.Allowed == entry.IsAllowed).Key;

    /// <summary>Reads <c>unless</c>, <c>only</c> and <c>part-of-speech</c> of a card or a group of entries.</summary>
    /// <returns>Null when it has none.</returns>
    public static Neighbours? ReadNeighbours(YamlMap owner)
    {
        var unless = owner.Map("unless");
        var only = owner.Map("only");
        var exactPart = owner.Choice("part-of-speech", false, Exactness);
        if (unless is null && only is null && !exactPart)
            return null;
        var neighbours = new Neighbours
        {
            UnlessBefore = unless?.Strings("before") ?? [],
            UnlessAfter = unless?.Strings("after") ?? [],
            UnlessSoonAfter = unless?.Strings("soon-after") ?? [],
            UnlessNear = unless?.Strings("near") ?? [],
            OnlyBefore = only?.Strings("before") ?? [],
            OnlyAfter = only?.Strings("after") ?? [],
            OnlyNear = only?.Strings("near") ?? [],
            IsBeforeName = only?.Bool("name-after", false) ?? false,
            IsNotBeforeNoun = unless?.Bool("noun-after", false) ?? false,
            HasExactPart = exactPart,
        };
        unless?.RejectUnknown("'unless'");
        only?.RejectUnknown("'only'");
        return neighbours;
    }

    /// <summary>Reads a gazetteer of events. The events' names become a lexicon.</summary>
    /// <param name="map">The mapping that holds <c>events</c>.</param>
    /// <param name="isWholeFile">Whether it may hold nothing else.</param>
    public static IReadOnlyList<(NewsEvent Event, IReadOnlyList<string> Names)> ReadEvents(
        YamlMap map,
        bool isWholeFile = true
    )
    {
        var events = new List<(NewsEvent, IReadOnlyList<string>)>();
        foreach (var item in map.Items("events"))
        {
            if (map.AsMap(item, "an event") is not { } entry)
                continue;
            var id = entry.RequiredString("id");
            var name = entry.RequiredString("name");
            var occurrences = ReadDays(entry, "dates");
            var start = occurrences.Count > 0 ? occurrences[0] : ReadDay(entry, "start");
            if (occurrences.Count > 0 && entry.Has("start"))
                entry.ConfigurationError(entry.Node("start")!, "an event has 'start' or 'dates', not both");
            var end = entry.Has("end") ? ReadDay(entry, "end") : null;
            var names = entry.Strings("names");
            if (names.Count == 0)
                entry.ConfigurationError("'names' is missing: the wordings by which copy names the event");
            if (start is null && !entry.Has("start") && !entry.Has("dates"))
                entry.ConfigurationError("'start' is missing: the first day, or 'dates' for an event that comes again");
            if (start is { } s && end is { } e && e < s)
                entry.ConfigurationError(entry.Node("end")!, "'end' lies before 'start'");
            var source = entry.RequiredString("source");
            var isUnforeseen = entry.Bool("unforeseen", false);
            entry.RejectUnknown("an event");
            if (start is { } day)
                events.Add(
                    (
                        new NewsEvent(id, name, day, end, source)
                        {
                            Occurrences = occurrences,
                            IsUnforeseen = isUnforeseen,
                        },
                        names
                    )
                );
        }

        if (isWholeFile)
            map.RejectUnknown("an event file");
        return events;
    }

    /// <summary>Reads a gazetteer of offices. The titles become a lexicon, tagged with the first title of their
    /// group.</summary>
    public static IReadOnlyList<(IReadOnlyList<string> Titles, IReadOnlyList<OfficeTerm> Terms)> ReadOffices(
        YamlMap map
    )
    {
        var offices = new List<(IReadOnlyList<string>, IReadOnlyList<OfficeTerm>)>();
        foreach (var item in map.Items("offices"))
        {
            if (map.AsMap(item, "an office") is not { } office)
                continue;
            var titles = office.Strings("titles");
            if (titles.Count == 0)
                office.ConfigurationError("'titles' is missing: the wordings by which copy names the office");
            var source = office.RequiredString("source");
            var terms = new List<OfficeTerm>();
            foreach (var holderItem in office.Items("holders"))
            {
                if (office.AsMap(holderItem, "a holder") is not { } holder)
                    continue;
                var names = holder.Strings("names");
                var from = ReadDay(holder, "from");
                var to = holder.Has("to") ? ReadDay(holder, "to") : null;
                if (names.Count == 0)
                    holder.ConfigurationError(
                        "'names' is missing: the holder's names as copy writes them, the full one first"
                    );
                if (from is null && !holder.Has("from"))
                    holder.ConfigurationError("'from' is missing");
                if (from is { } f && to is { } t && t < f)
                    holder.ConfigurationError(holder.Node("to")!, "'to' lies before 'from'");
                holder.RejectUnknown("a holder");
                if (from is { } first && names.Count > 0 && titles.Count > 0)
                    terms.Add(new OfficeTerm(titles[0], names[0], names, first, to, source));
            }

            office.RejectUnknown("an office");
            offices.Add((titles, terms));
        }

        map.RejectUnknown("an office file");
        return offices;
    }

    private static DateOnly? ReadDay(YamlMap map, string key) =>
        map.Node(key) is { } node ? ReadDay(map, node, key) : null;

    private static List<DateOnly> ReadDays(YamlMap map, string key)
    {
        var days = new List<DateOnly>();
        foreach (var item in map.Items(key))
        {
            if (ReadDay(map, item, key) is { } day)
                days.Add(day);
        }

        days.Sort();
        return days;
    }

    private static DateOnly? ReadDay(YamlMap map, YamlNode node, string key)
    {
        if (map.Scalar(node, $"'{key}'") is not { } text)
            return null;
        if (
            DateOnly.TryParseExact(
                text,
                "yyyy-MM-dd",
                System.Globalization.CultureInfo.InvariantCulture,
                System.Globalization.DateTimeStyles.None,
                out var day
            ) && CalendarMath.CanBeMeant(day)
        )
            return day;
        map.ConfigurationError(node, $"'{key}' must be a day of the calendar such as 2022-02-24, not '{text}'");
        return null;
    }
}
