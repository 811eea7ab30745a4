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

/// <summary>Thrown when cards or configuration cannot be used; it carries every mistake that was found.</summary>
public sealed class ConfigurationException : Exception
{
    /// <summary>With the mistakes, one at least.</summary>
    public ConfigurationException(IReadOnlyList<ConfigurationError> mistakes)
        : base(string.Join(Environment.NewLine, mistakes)) => Mistakes = mistakes;

    /// <summary>The mistakes.</summary>
    public IReadOnlyList<ConfigurationError> Mistakes { get; }
}
