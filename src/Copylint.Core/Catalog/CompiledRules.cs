using System.Collections;
using Copylint.Analysis.Time;
using Copylint.Cards;
using Copylint.Diagnostics;
using Copylint.Language;
using Copylint.Matchers;
using Copylint.Storage;

namespace Copylint.Catalog;

/// <summary>
/// A whole catalog in one stretch of bytes, so that a start reads neither YAML nor builds the automaton. The build
/// makes it of the built-in cards; its form
/// belongs to one version of Copylint and is never read by another.
/// </summary>
internal sealed class CompiledRules
{
    private CompiledRules(
        IReadOnlyList<RuleCard> cards,
        IReadOnlyList<Lexicon> lexicons,
        IReadOnlyList<NewsEvent> events,
        IReadOnlyList<OfficeTerm> offices,
        LexiconAutomaton automaton
    )
    {
        Cards = cards;
        Lexicons = lexicons;
        Events = events;
        Offices = offices;
        Automaton = automaton;
    }

    public IReadOnlyList<RuleCard> Cards { get; }

    public IReadOnlyList<Lexicon> Lexicons { get; }

    public IReadOnlyList<NewsEvent> Events { get; }

    public IReadOnlyList<OfficeTerm> Offices { get; }

    public LexiconAutomaton Automaton { get; }

    public static byte[] Write(
        IReadOnlyList<RuleCard> cards,
        IReadOnlyList<NewsEvent> events,
        IReadOnlyList<OfficeTerm> offices,
        LexiconAutomaton automaton
    )
    {
        using var writer = new BinaryDataWriter();
        writer.Number(cards.Count);
        foreach (var card in cards)
            WriteCard(writer, card);
        writer.Number(events.Count);
        foreach (var newsEvent in events)
        {
            writer.Text(newsEvent.Id);
            writer.Text(newsEvent.Name);
            writer.Number(newsEvent.Start.DayNumber);
            writer.Number(newsEvent.End?.DayNumber ?? -1);
            writer.Text(newsEvent.Source);
            writer.Array([.. newsEvent.Occurrences.Select(d => d.DayNumber)]);
            writer.Number(newsEvent.IsUnforeseen ? 1 : 0);
        }

        writer.Number(offices.Count);
        foreach (var term in offices)
        {
            writer.Text(term.Title);
            writer.Texts([.. term.Names]);
            writer.Number(term.From.DayNumber);
            writer.Number(term.To?.DayNumber ?? -1);
            writer.Text(term.Source);
        }

        writer.Number(automaton.Lexicons.Count);
        foreach (var lexicon in automaton.Lexicons)
        {
            writer.Text(lexicon.Name);
            writer.Array([(ulong)lexicon.Classes]);
            CompiledEntries.Write(writer, lexicon.Entries);
        }

        automaton.Write(writer);
        return writer.ToArray();
    }

    public static CompiledRules Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new BinaryDataReader(bytes);
        var cards = new RuleCard[reader.Number()];
        for (var i = 0; i < cards.Length; i++)
            cards[i] = ReadCard(ref reader);
        var events = new NewsEvent[reader.Number()];
        for (var i = 0; i < events.Length; i++)
        {
            events[i] = new NewsEvent(
                reader.Text(),
                reader.Text(),
                DateOnly.FromDayNumber(reader.Number()),
                reader.Number() is >= 0 and var end ? DateOnly.FromDayNumber(end) : null,
                reader.OptionalText()
            )
            {
                Occurrences = Array.ConvertAll(reader.Array<int>(), DateOnly.FromDayNumber),
                IsUnforeseen = reader.Number() != 0,
            };
        }

        var offices = new OfficeTerm[reader.Number()];
        for (var i = 0; i < offices.Length; i++)
        {
            var title = reader.Text();
            var names = reader.Texts();
            offices[i] = new OfficeTerm(
                title,
                names[0],
                names,
                DateOnly.FromDayNumber(reader.Number()),
                reader.Number() is >= 0 and var last ? DateOnly.FromDayNumber(last) : null,
                reader.OptionalText()
            );
        }

        var lexicons = new Lexicon[reader.Number()];
        for (var i = 0; i < lexicons.Length; i++)
            lexicons[i] = new Lexicon(
                reader.Text(),
                (WordClasses)reader.Array<ulong>()[0],
                new CompiledEntries(ref reader)
            );
        return new CompiledRules(cards, lexicons, events, offices, new LexiconAutomaton(ref reader, lexicons));
    }

    private static void WriteCard(BinaryDataWriter writer, RuleCard card)
    {
        var rule = card.Descriptor;
        writer.Text(rule.Id);
        writer.Text(rule.Name);
        writer.Text(rule.Family);
        writer.Number((int)rule.DefaultSeverity);
        writer.Number((int)rule.Precision);
        writer.Text(rule.Summary);
        writer.Text(rule.Message.Text);
        writer.Text(rule.Why);
        writer.Text(rule.Source);
        writer.Text(rule.FixNote);
        writer.Texts([.. rule.Options.SelectMany(o => new[] { o.Key, o.Value })]);
        writer.Number(rule.Examples.Count);
        foreach (var example in rule.Examples)
        {
            writer.Number(example.IsBad ? 1 : 0);
            writer.Text(example.Text);
            writer.Number(example.Line);
            writer.Text(example.Path);
            writer.Text(example.Fixed);
        }

        writer.Text(rule.CardPath);
        writer.Text(rule.Pack);
        writer.Number(rule.MarksResidue ? 1 : 0);
        writer.Number(rule.NeedsEnglish ? 1 : 0);
        writer.Text(card.AnalyzerName);
        writer.Number(card.Matchers.Count);
        foreach (var matcher in card.Matchers)
            matcher.Write(writer);
    }

    private static RuleCard ReadCard(ref BinaryDataReader reader)
    {
        var descriptor = new RuleDescriptor
        {
            Id = reader.Text(),
            Name = reader.Text(),
            Family = reader.Text(),
            DefaultSeverity = (Severity)reader.Number(),
            Precision = (Precision)reader.Number(),
            Summary = reader.Text(),
            Message = new MessageFormat(reader.Text()),
            Why = reader.Text(),
            Source = reader.Text(),
            FixNote = reader.OptionalText(),
            Options = ReadOptions(ref reader),
            Examples = ReadExamples(ref reader),
            CardPath = reader.Text(),
            Pack = reader.OptionalText(),
            MarksResidue = reader.Number() != 0,
            NeedsEnglish = reader.Number() != 0,
        };
        var analyzer = reader.OptionalText();
        var matchers = new Matcher[reader.Number()];
        for (var i = 0; i < matchers.Length; i++)
            matchers[i] = Matcher.Read(ref reader);
        return new RuleCard(descriptor, analyzer, matchers, []);
    }

    private static Dictionary<string, string> ReadOptions(ref BinaryDataReader reader)
    {
        var texts = reader.Texts();
        var options = new Dictionary<string, string>(texts.Length / 2);
        for (var i = 0; i < texts.Length; i += 2)
            options.Add(texts[i], texts[i + 1]);
        return options;
    }

    private static RuleExample[] ReadExamples(ref BinaryDataReader reader)
    {
        var examples = new RuleExample[reader.Number()];
        for (var i = 0; i < examples.Length; i++)
            examples[i] = new RuleExample(reader.Number() != 0, reader.Text(), reader.Number(), reader.OptionalText())
            {
                Fixed = reader.OptionalText(),
            };
        return examples;
    }

    /// <summary>Entries that are made when they are asked for: most words of most lists stand in no given
    /// text.</summary>
    private sealed class CompiledEntries : IReadOnlyList<LexiconEntry>
    {
        private readonly Record[] _records;
        private readonly string _texts;
        private readonly LexiconEntry?[] _made;

        public CompiledEntries(ref BinaryDataReader reader)
        {
            _records = reader.Array<Record>();
            _texts = reader.Text();
            _made = new LexiconEntry?[_records.Length];
        }

        public int Count => _records.Length;

        public LexiconEntry this[int index] => _made[index] ??= Make(_records[index]);

        public static void Write(BinaryDataWriter writer, IReadOnlyList<LexiconEntry> entries)
        {
            var texts = new System.Text.StringBuilder();
            var known = new Dictionary<string, Slice>();
            writer.Array([
                .. entries.Select(e => new Record(
                    Add(e.Headword),
                    Add(e.Reason),
                    Add(e.Plain),
                    Add(e.Tag),
                    Add(e.ExtraForms.Count == 0 ? null : string.Join('\n', e.ExtraForms)),
                    Add(e.Neighbours?.ToString()),
                    (byte)e.PartOfSpeech,
                    (byte)e.Strength,
                    e.IsAllowed,
                    e.IsCaseSensitive
                )),
            ]);
            writer.Text(texts.ToString());

            Slice Add(string? text)
            {
                if (text is null)
                    return new Slice(-1, 0);
                if (!known.TryGetValue(text, out var slice))
                {
                    known.Add(text, slice = new Slice(texts.Length, text.Length));
                    texts.Append(text);
                }

                return slice;
            }
        }

        public IEnumerator<LexiconEntry> GetEnumerator()
        {
            for (var i = 0; i < Count; i++)
                yield return this[i];
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        private readonly record struct Slice(int Start, int Length);

        private readonly record struct Record(
            Slice Headword,
            Slice Reason,
            Slice Plain,
            Slice Tag,
            Slice Forms,
            Slice Neighbours,
            byte Part,
            byte Strength,
            bool IsAllowed,
            bool IsCaseSensitive
        );

        private LexiconEntry Make(in Record record) =>
            new()
            {
                Headword = Text(record.Headword)!,
                Reason = Text(record.Reason),
                Plain = Text(record.Plain),
                Tag = Text(record.Tag),
                ExtraForms = Text(record.Forms)?.Split('\n') ?? [],
                PartOfSpeech = (PartOfSpeech)record.Part,
                Strength = (Strength)record.Strength,
                IsAllowed = record.IsAllowed,
                Neighbours = Neighbours.Parse(Text(record.Neighbours)),
                IsCaseSensitive = record.IsCaseSensitive,
            };

        private string? Text(Slice slice) => slice.Start < 0 ? null : _texts.Substring(slice.Start, slice.Length);
    }
}
