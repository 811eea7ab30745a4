using System.Text.RegularExpressions;
using Copylint.Diagnostics;
using Copylint.Language;
using Copylint.Matchers;
using Copylint.Yaml;
using YamlDotNet.RepresentationModel;

namespace Copylint.Cards;

/// <summary>Reads a rule's card. Every mistake is told with its place and with what was expected.</summary>
internal static class CardReader
{
    private static readonly Dictionary<string, BlockKinds> Places = new()
    {
        ["body"] = BlockKinds.Body,
        ["paragraph"] = BlockKinds.Paragraph,
        ["headline"] = BlockKinds.Headline,
        ["heading"] = BlockKinds.Heading,
        ["standfirst"] = BlockKinds.Standfirst,
        ["list"] = BlockKinds.ListItem,
        ["caption"] = BlockKinds.Caption,
        ["blockquote"] = BlockKinds.BlockQuote,
        ["table"] = BlockKinds.TableCell,
        ["byline"] = BlockKinds.Byline,
        ["date-header"] = BlockKinds.DateHeader,
        ["sign-off"] = BlockKinds.SignOff,
        ["copy"] = BlockKinds.Copy,
        ["any"] = BlockKinds.Any,
    };

    private static readonly Dictionary<string, QuotationPolicy> Quotations = new()
    {
        ["outside"] = QuotationPolicy.Outside,
        ["inside"] = QuotationPolicy.Inside,
        ["any"] = QuotationPolicy.Any,
    };

    private static readonly Dictionary<string, AttributionPolicy> Attributions = new()
    {
        ["any"] = AttributionPolicy.Any,
        ["lower"] = AttributionPolicy.Lower,
        ["outside"] = AttributionPolicy.Outside,
    };

    private static readonly Dictionary<string, bool> PersonTargets = new() { ["raise"] = true, ["any"] = false };

    private static readonly Dictionary<string, bool> Skips = new() { ["outside"] = true, ["any"] = false };

    // Built-in cards are about English unless they say otherwise; a pack's are about the language of its house.
    private static readonly Dictionary<string, bool> Languages = new() { ["en"] = true, ["any"] = false };

    private static readonly Dictionary<string, BlockPosition> Positions = new()
    {
        ["any"] = BlockPosition.Any,
        ["first"] = BlockPosition.First,
        ["last"] = BlockPosition.Last,
        ["before-body"] = BlockPosition.BeforeBody,
        ["after-body"] = BlockPosition.AfterBody,
    };

    private static readonly Dictionary<string, PatternReach> Reaches = new()
    {
        ["sentence"] = PatternReach.Sentence,
        ["block"] = PatternReach.Block,
        ["document"] = PatternReach.Document,
    };

    private static readonly Dictionary<string, FixAction> FixActions = new()
    {
        ["delete-block"] = FixAction.DeleteBlock,
        ["delete-words"] = FixAction.DeleteWords,
        ["replace"] = FixAction.Replace,
    };

    private static readonly Dictionary<string, Strength> Strengths = new()
    {
        ["strong"] = Strength.Strong,
        ["moderate"] = Strength.Moderate,
        ["mild"] = Strength.Mild,
    };

    /// <summary>Reads a card.</summary>
    /// <param name="map">The file's mapping.</param>
    /// <param name="family">The name of its folder.</param>
    /// <param name="pack">The pack's name, or null for the built-in rules.</param>
    /// <param name="validate">Whether expressions are tried; the built-in cards are tested instead, since it takes time
    /// at every start.</param>
    /// <returns>The card; of no use when mistakes were added.</returns>
    public static RuleCard Read(YamlMap map, string family, string? pack, bool validate)
    {
        var id = map.RequiredString("id");
        if (id.Length > 0 && !IsId(id))
            map.ConfigurationError(
                map.Node("id")!,
                $"'{id}' is no rule id: expected two to four capitals and four digits, such as CL4002"
            );
        var name = map.RequiredString("name");
        if (name.Length > 0 && name.AsSpan().ContainsAnyExcept("abcdefghijklmnopqrstuvwxyz0123456789-"))
            map.ConfigurationError(
                map.Node("name")!,
                $"'{name}' is no rule name: expected lower-case words joined by hyphens"
            );
        var severity = map.Choice("severity", Severity.Warning, SeverityNames.All);
        if (!map.Has("severity"))
            map.ConfigurationError("'severity' is missing");
        var precision = map.Choice("precision", Precision.Medium, SeverityNames.Precisions);
        var summary = map.RequiredString("summary");
        var message = ReadMessage(map);
        var why = map.RequiredString("why");
        var source = map.RequiredString("source");
        var (fix, fixNote) = ReadFix(map);
        var residue = map.Choice("marks", false, new Dictionary<string, bool> { ["residue"] = true });
        var byEngine = map.Choice("raised-by", false, new Dictionary<string, bool> { ["engine"] = true });
        var needsEnglish = map.Choice("language", pack is null, Languages);
        var options = new Dictionary<string, string>();
        if (map.Map("options") is { } optionMap)
        {
            foreach (var key in optionMap.Keys)
                options[key.Value!] = optionMap.String(key.Value!) ?? "";
        }

        var descriptor = new RuleDescriptor
        {
            Id = id,
            Name = name,
            Family = family,
            DefaultSeverity = severity,
            Precision = precision,
            Summary = summary.Trim(),
            Message = message,
            Why = why.Trim(),
            Source = source.Trim(),
            FixNote = fixNote,
            Options = options,
            Examples = ReadExamples(map),
            CardPath = map.Path,
            Pack = pack,
            MarksResidue = residue,
            NeedsEnglish = needsEnglish && !byEngine,
        };

        var analyzer = map.String("analyzer");
        var hasMatch = map.Has("match");
        if (byEngine ? analyzer is not null || hasMatch : analyzer is null && !hasMatch)
            map.ConfigurationError("a card has 'match' or 'analyzer', or both");
        if (!byEngine && descriptor.Examples.Count == 0)
            map.ConfigurationError("'examples' is missing: a card shows at least one 'bad' example and one 'good' one");
        var lexicons = new List<Lexicon>();
        var matchers = new List<Matcher>();
        foreach (var item in map.Items("match"))
        {
            if (map.AsMap(item, "'match'") is { } match)
                ReadMatcher(map, match, id, fix, lexicons, matchers, validate);
        }

        // A desk can set what each strength weighs.
        foreach (var (strength, ownSeverity) in matchers.OfType<WordsMatcher>().SelectMany(m => m.Severities))
            options[WordsMatcher.OptionOf(strength)] = ownSeverity.ToString().ToLowerInvariant();
        if (!hasMatch && (map.Has("where") || map.Has("unless") || map.Has("only")))
            map.ConfigurationError(
                map.Node("where") ?? map.Node("unless") ?? map.Node("only")!,
                "only a card with 'match' can say where it looks"
            );
        map.RejectUnknown("a rule card");
        return new RuleCard(descriptor, analyzer, matchers, lexicons);
    }

    private static bool IsId(string id)
    {
        var letters = id.TakeWhile(char.IsAsciiLetterUpper).Count();
        return letters is >= 2 and <= 4
            && id.Length == letters + 4
            && id.AsSpan(letters).IndexOfAnyExceptInRange('0', '9') < 0;
    }

    private static MessageFormat ReadMessage(YamlMap map)
    {
        var text = map.RequiredString("message");
        try
        {
            return new MessageFormat(text);
        }
        catch (FormatException exception)
        {
            map.ConfigurationError(map.Node("message")!, exception.Message);
            return new MessageFormat("");
        }
    }

    private static (FixRecipe? Fix, string? Note) ReadFix(YamlMap map)
    {
        if (map.Node("fix") is YamlScalarNode { Value: { } text } && text != "none")
            return (null, text);
        if (map.Node("fix") is YamlScalarNode || map.Map("fix") is not { } fix)
            return (null, null);
        var note = fix.String("note");
        FixRecipe? recipe = null;
        if (fix.Has("safe"))
            recipe = new FixRecipe(fix.Choice("safe", FixAction.DeleteBlock, FixActions), true);
        if (fix.Has("unsafe"))
            recipe = new FixRecipe(fix.Choice("unsafe", FixAction.DeleteBlock, FixActions), false);
        fix.RejectUnknown("'fix'");
        return (recipe, note);
    }

    private static List<RuleExample> ReadExamples(YamlMap map)
    {
        var examples = new List<RuleExample>();
        foreach (var item in map.Items("examples"))
        {
            if (map.AsMap(item, "an example") is not { } example)
                continue;
            var bad = example.String("bad");
            var good = example.String("good");
            var path = example.String("path");
            var mended = example.String("fixed");
            example.RejectUnknown("an example");
            if (bad is null == good is null)
            {
                example.ConfigurationError("an example is either 'bad' or 'good'");
                continue;
            }

            var text = bad ?? good!;
            if (MarkedText.TryParse(text, out var marked) is { } mistake)
                example.ConfigurationError(mistake);
            else if (bad is not null && marked.Spans.Count == 0)
                example.ConfigurationError("a bad example marks what must be reported with ⟦ and ⟧");
            else if (good is not null && mended is not null)
                example.ConfigurationError("'fixed' stands beside 'bad': a good example has nothing to fix");
            else if (good is not null && marked.Spans.Count > 0)
                example.ConfigurationError("a good example has nothing to mark");
            else
                examples.Add(new RuleExample(bad is not null, text, (int)item.Start.Line, path) { Fixed = mended });
        }

        return examples;
    }

    private static void ReadMatcher(
        YamlMap card,
        YamlMap match,
        string id,
        FixRecipe? fix,
        List<Lexicon> lexicons,
        List<Matcher> matchers,
        bool validate
    )
    {
        var kinds = new[] { "words", "block", "pattern" }.Where(match.Has).ToList();
        if (kinds.Count != 1)
        {
            match.ConfigurationError("'match' has exactly one of words, block, pattern");
            match.RejectUnknown("'match'");
            return;
        }

        switch (kinds[0])
        {
            case "words":
                matchers.Add(ReadWords(card, match, id, fix, lexicons));
                break;
            case "block":
                matchers.Add(ReadBlock(card, match, id, fix, lexicons, validate));
                break;
            default:
                if (ReadPattern(card, match, id, fix, lexicons, validate) is { } pattern)
                    matchers.Add(pattern);
                break;
        }

        match.RejectUnknown("'match'");
    }

    private static Where ReadWhere(YamlMap card, BlockKinds fallback, QuotationPolicy quotation)
    {
        if (card.Map("where") is not { } where)
            return new Where(fallback, quotation);
        var kinds = BlockKinds.None;
        foreach (var item in where.Items("in"))
            kinds |= where.Choice(item, "'in'", BlockKinds.None, Places);
        var policy = where.Choice("quotation", quotation, Quotations);
        var attribution = where.Choice("attribution", AttributionPolicy.Any, Attributions);
        var skipsOpinion = where.Choice("opinion", false, Skips);
        where.RejectUnknown("'where'");
        return new Where(kinds == BlockKinds.None ? fallback : kinds, policy, attribution, skipsOpinion);
    }

    private static WordsMatcher ReadWords(
        YamlMap card,
        YamlMap match,
        string id,
        FixRecipe? fix,
        List<Lexicon> lexicons
    )
    {
        string lexicon;
        if (match.Node("words") is YamlScalarNode { Value: { } name })
        {
            lexicon = name;
        }
        else
        {
            lexicon = $"{id}/words{lexicons.Count}";
            lexicons.Add(
                new Lexicon(lexicon, WordClasses.None, [.. LexiconReader.ReadEntries(match, match.Items("words"))])
            );
        }

        var severities = new Dictionary<Strength, Severity>();
        if (match.Map("severity") is { } bySeverity)
        {
            foreach (var (strength, value) in Strengths)
            {
                if (bySeverity.Has(strength))
                    severities[value] = bySeverity.Choice(strength, Severity.Off, SeverityNames.All);
            }

            bySeverity.RejectUnknown("'severity'");
        }

        return new WordsMatcher
        {
            Lexicon = lexicon,
            Severities = severities,
            IncludeNames = match.Bool("names", false),
            Neighbours = LexiconReader.ReadNeighbours(card),
            RaisesForPerson = match.Choice("of-person", false, PersonTargets),
            Where = ReadWhere(card, BlockKinds.Copy, QuotationPolicy.Outside),
            Fix = fix,
        };
    }

    private static BlockMatcher ReadBlock(
        YamlMap card,
        YamlMap match,
        string id,
        FixRecipe? fix,
        List<Lexicon> lexicons,
        bool validate
    )
    {
        string? pattern = null,
            lines = null,
            trigger = null;
        var caseSensitive = false;
        int min = 1,
            max = 30;
        var position = BlockPosition.Any;
        Severity? afterBody = null,
            ownSeverity = null;
        var isSilentWhereSaid = false;
        var node = match.Node("block")!;
        YamlNode? patternNode = node;
        IReadOnlyList<string> requires = [];
        if (node is YamlScalarNode scalar)
        {
            pattern = scalar.Value;
        }
        else if (match.Map("block") is { } block)
        {
            patternNode = block.Node("pattern");
            pattern = block.String("pattern");
            caseSensitive = block.Choice("case", false, LexiconReader.Exactness);
            requires = block.Strings("requires");
            position = block.Choice("position", BlockPosition.Any, Positions);
            ownSeverity = block.Has("severity") ? block.Choice("severity", Severity.Off, SeverityNames.All) : null;
            isSilentWhereSaid = block.Choice(
                "said-elsewhere",
                false,
                new Dictionary<string, bool> { ["silent"] = true, ["any"] = false }
            );
            afterBody = block.Has("after-body") ? block.Choice("after-body", Severity.Off, SeverityNames.All) : null;
            if (block.String("words") is { } limits && !TryReadRange(limits, out min, out max))
                block.ConfigurationError(block.Node("words")!, $"'words' is a range such as 2..8, not '{limits}'");
            if (block.Has("lines"))
            {
                lines = $"{id}/lines{lexicons.Count}";
                lexicons.Add(
                    new Lexicon(
                        lines,
                        WordClasses.None,
                        [.. block.Strings("lines").Select(l => new LexiconEntry { Headword = l })]
                    )
                );
            }

            if (pattern is null && lines is null)
                block.ConfigurationError("'block' has a 'pattern', or 'lines', or both");
            block.RejectUnknown("'block'");
        }

        LazyPattern? lazy = null;
        if (pattern is not null && IsPattern(match, patternNode!, pattern, validate))
        {
            lazy = new LazyPattern(pattern, caseSensitive, PatternLiterals.Beginnings(pattern));
            trigger = Trigger(id, pattern, requires, lexicons);
            if (trigger is null && max > 12)
                match.ConfigurationError(
                    patternNode!,
                    "the pattern has no word that every match needs: name such words under 'requires', or limit the length to 12 'words'"
                );
        }

        return new BlockMatcher
        {
            Pattern = lazy,
            Lines = lines,
            Trigger = trigger,
            MinWords = min,
            MaxWords = max,
            Position = position,
            AfterBody = afterBody,
            OwnSeverity = ownSeverity,
            IsSilentWhereSaid = isSilentWhereSaid,
            Where = ReadWhere(card, BlockKinds.Any, QuotationPolicy.Any),
            Fix = fix,
        };
    }

    private static PatternMatcher? ReadPattern(
        YamlMap card,
        YamlMap match,
        string id,
        FixRecipe? fix,
        List<Lexicon> lexicons,
        bool validate
    )
    {
        var node = match.Node("pattern")!;
        var pattern = match.String("pattern");
        var over = match.Choice("over", PatternReach.Sentence, Reaches);
        var caseSensitive = match.Choice("case", false, LexiconReader.Exactness);
        var requires = match.Strings("requires");
        if (pattern is null || !IsPattern(match, node, pattern, validate))
            return null;
        var trigger = Trigger(id, pattern, requires, lexicons);
        if (trigger is null)
        {
            match.ConfigurationError(
                node,
                "the pattern has no word that every match needs: name such words under 'requires'"
            );
            return null;
        }

        return new PatternMatcher
        {
            Pattern = new LazyPattern(pattern, caseSensitive, PatternLiterals.Beginnings(pattern)),
            Over = over,
            Trigger = trigger,
            Where = ReadWhere(card, BlockKinds.Copy, QuotationPolicy.Outside),
            Fix = fix,
        };
    }

    private static bool IsPattern(YamlMap map, YamlNode node, string pattern, bool validate)
    {
        if (!validate)
            return true;
        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
            return true;
        }
        catch (ArgumentException exception)
        {
            map.ConfigurationError(node, $"not a regular expression: {exception.Message}");
            return false;
        }
    }

    private static string? Trigger(string id, string pattern, IReadOnlyList<string> requires, List<Lexicon> lexicons)
    {
        var words = requires.Count > 0 ? requires : PatternLiterals.Find(pattern);
        if (words is null)
            return null;
        var name = $"{id}/needs{lexicons.Count}";
        lexicons.Add(new Lexicon(name, WordClasses.None, [.. words.Select(w => new LexiconEntry { Headword = w })]));
        return name;
    }

    private static bool TryReadRange(string text, out int min, out int max)
    {
        (min, max) = (1, 30);
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0)
        {
            var single = int.TryParse(text, out min);
            max = min;
            return single;
        }

        return (dots == 0 || int.TryParse(text[..dots], out min))
            && (dots + 2 == text.Length || int.TryParse(text[(dots + 2)..], out max))
            && min <= max;
    }
}
