namespace Copylint.Analysis.Names;

/// <summary>Capitalised words that stand together, with what small words and initials lie between: "Ursula von der
/// Leyen". A possessive is cut, and the title before it is told apart.</summary>
/// <param name="Tokens">The run without its title.</param>
/// <param name="Title">The title before it; empty where there is none.</param>
/// <param name="Block">Index of its block.</param>
public readonly record struct NameRun(TokenRange Tokens, TokenRange Title, int Block);
