namespace Copylint.Analysis;

/// <summary>A range of tokens.</summary>
/// <param name="First">Index of the first token.</param>
/// <param name="End">Index just after the last token.</param>
public readonly record struct TokenRange(int First, int End)
{
    /// <summary>Number of tokens.</summary>
    public int Count => End - First;
}
