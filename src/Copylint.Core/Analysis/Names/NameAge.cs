namespace Copylint.Analysis.Names;

/// <summary>An age that the copy gives somebody.</summary>
/// <param name="Mention">The place of the last part of the name.</param>
/// <param name="Years">1 to 120.</param>
/// <param name="Token">Index of the token that tells it.</param>
public readonly record struct NameAge(NameMention Mention, int Years, int Token);
