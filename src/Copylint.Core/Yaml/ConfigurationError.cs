namespace Copylint.Yaml;

/// <summary>A mistake in a card, a lexicon or a configuration file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">One-based line.</param>
/// <param name="Column">One-based column.</param>
/// <param name="Message">What is wrong and what was expected.</param>
public sealed record ConfigurationError(string Path, int Line, int Column, string Message)
{
    /// <summary>The form <c>path:line:column: message</c>.</summary>
    public override string ToString() => $"{Path}:{Line}:{Column}: {Message}";
}

/// <summary>Thrown when cards or configuration cannot be used; it carries the mistakes that were found.</summary>
public sealed class ConfigurationException : Exception
{
    /// <summary>Mistakes that are told one by one. Guarded by 100 and 101 in BoundedYamlTests.</summary>
    public const int MaxMistakes = 100;

    /// <summary>With the mistakes, one at least. Those over the limit are told together, at the place of the first of
    /// them.</summary>
    public ConfigurationException(IReadOnlyList<ConfigurationError> mistakes)
        : this(Cut(mistakes), isCut: true) { }

    private ConfigurationException(IReadOnlyList<ConfigurationError> mistakes, bool isCut)
        : base(string.Join('\n', mistakes)) => Mistakes = mistakes;

    /// <summary>The mistakes.</summary>
    public IReadOnlyList<ConfigurationError> Mistakes { get; }

    private static IReadOnlyList<ConfigurationError> Cut(IReadOnlyList<ConfigurationError> mistakes)
    {
        ArgumentNullException.ThrowIfNull(mistakes);
        return mistakes.Count <= MaxMistakes
            ? mistakes
            :
            [
                .. mistakes.Take(MaxMistakes),
                mistakes[MaxMistakes] with
                {
                    Message = $"{mistakes.Count - MaxMistakes} more mistakes from here on",
                },
            ];
    }
}
