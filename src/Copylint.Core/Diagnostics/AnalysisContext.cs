using Copylint.Language;

namespace Copylint.Diagnostics;

/// <summary>
/// Where an analyzer says what it wants to see. A word trigger costs nothing where the words do not stand, so prefer
/// <see cref="OnWords"/> and
/// <see cref="OnSentenceWithWords"/> to <see cref="OnSentence"/>, and any of them to <see cref="OnDocument"/>.
/// </summary>
public sealed class AnalysisContext
{
    private readonly IReadOnlyDictionary<string, int> _lexicons;
    private readonly IReadOnlyDictionary<string, string> _options;

    internal AnalysisContext(
        RuleDescriptor rule,
        IReadOnlyDictionary<string, int> lexicons,
        IReadOnlyDictionary<string, string> options
    )
    {
        Rule = rule;
        _lexicons = lexicons;
        _options = options;
    }

    /// <summary>The rule that the actions belong to.</summary>
    public RuleDescriptor Rule { get; }

    internal List<Action<ReportContext>> DocumentActions { get; } = [];

    internal List<BlockAction> BlockActions { get; } = [];

    internal List<Action<SentenceContext>> SentenceActions { get; } = [];

    internal List<Action<QuotationContext>> QuotationActions { get; } = [];

    internal List<WordsTrigger> WordsActions { get; } = [];

    internal List<SentenceTrigger> SentenceTriggers { get; } = [];

    internal List<BlockTrigger> BlockTriggers { get; } = [];

    /// <summary>The number of a lexicon, for comparison with <see cref="LexiconMatch.Lexicon"/>. Only lexicons that
    /// some rule asks for have matches.</summary>
    /// <exception cref="ArgumentException">No lexicon has the name.</exception>
    public int Lexicon(string name)
    {
        if (!_lexicons.TryGetValue(name, out var number))
            throw new ArgumentException($"rule {Rule.Id} asks for lexicon '{name}', which no pack has", nameof(name));
        AskedLexicons.Add(number);
        return number;
    }

    /// <summary>The lexicons whose matches the rule looks at.</summary>
    internal List<int> AskedLexicons { get; } = [];

    /// <summary>An option of the rule: the configured value, or the card's default.</summary>
    /// <exception cref="ArgumentException">The card declares no such option.</exception>
    public string Option(string name) =>
        _options.TryGetValue(name, out var value) || Rule.Options.TryGetValue(name, out value!)
            ? value
            : throw new ArgumentException($"the card of {Rule.Id} declares no option '{name}'", nameof(name));

    /// <summary>An option of the rule as a number.</summary>
    /// <exception cref="ArgumentException">The card declares no such option.</exception>
    /// <exception cref="FormatException">The value is no number.</exception>
    public double Number(string name) => double.Parse(Option(name), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>An option of the rule as a switch: whether it is <c>true</c>.</summary>
    /// <exception cref="ArgumentException">The card declares no such option.</exception>
    public bool Flag(string name) => bool.TryParse(Option(name), out var isSet) && isSet;

    /// <summary>An option of the rule as a severity; where nothing was configured, the card's own.</summary>
    /// <exception cref="FormatException">The value is no severity.</exception>
    internal Severity SeverityOption(string name, Severity own) =>
        !_options.TryGetValue(name, out var value) ? own
        : SeverityNames.All.TryGetValue(value, out var severity) ? severity
        : throw new FormatException(SeverityNames.Expected(name, value));

    /// <summary>Runs once for each document.</summary>
    public void OnDocument(Action<ReportContext> action) => DocumentActions.Add(action);

    /// <summary>Runs for each block of the given kinds, but for those of more than a number of characters.</summary>
    public void OnBlock(BlockKinds kinds, Action<BlockContext> action, int maxLength = int.MaxValue) =>
        BlockActions.Add(new BlockAction(kinds, action, maxLength));

    /// <summary>Runs for each sentence of the copy.</summary>
    public void OnSentence(Action<SentenceContext> action) => SentenceActions.Add(action);

    /// <summary>Runs for each quotation.</summary>
    public void OnQuotation(Action<QuotationContext> action) => QuotationActions.Add(action);

    /// <summary>Runs for each place where an entry of the lexicon stands; not for allowed collocations.</summary>
    public void OnWords(string lexicon, Action<WordsContext> action) =>
        WordsActions.Add(new WordsTrigger(Lexicon(lexicon), action));

    /// <summary>Runs once for each sentence in which an entry of one of the lexicons stands.</summary>
    public void OnSentenceWithWords(IEnumerable<string> lexicons, Action<SentenceContext> action) =>
        SentenceTriggers.Add(new SentenceTrigger(NumbersOf(lexicons), action));

    /// <summary>Runs once for each block of the given kinds in which an entry of one of the lexicons stands, but for
    /// those of more than a number of characters.</summary>
    public void OnBlockWithWords(
        IEnumerable<string> lexicons,
        BlockKinds kinds,
        Action<BlockContext> action,
        int maxLength = int.MaxValue
    ) => BlockTriggers.Add(new BlockTrigger(NumbersOf(lexicons), kinds, action, maxLength));

    private List<int> NumbersOf(IEnumerable<string> lexicons)
    {
        var numbers = new List<int>();
        foreach (var lexicon in lexicons)
            numbers.Add(Lexicon(lexicon));
        return numbers;
    }
}

// Classes and no tuples: every list of values of their own type is compiled anew at each start.

/// <summary>What runs for each block of some kinds.</summary>
internal sealed record BlockAction(BlockKinds Kinds, Action<BlockContext> Action, int MaxLength);

/// <summary>What runs for each entry of a lexicon.</summary>
internal sealed record WordsTrigger(int Lexicon, Action<WordsContext> Action);

/// <summary>What runs for each sentence with an entry of some lexicons.</summary>
internal sealed record SentenceTrigger(IReadOnlyList<int> Lexicons, Action<SentenceContext> Action);

/// <summary>What runs for each block of some kinds with an entry of some lexicons.</summary>
internal sealed record BlockTrigger(
    IReadOnlyList<int> Lexicons,
    BlockKinds Kinds,
    Action<BlockContext> Action,
    int MaxLength
);
