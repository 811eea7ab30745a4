namespace Copylint.Analysis.Names;

/// <summary>A word by which names are read, with a text in which it is.</summary>
/// <param name="Group">What the word does.</param>
/// <param name="Word">The word as copy writes it.</param>
/// <param name="Text">A text that is read otherwise without the word.</param>
internal sealed record NameRow(NameGroup Group, string Word, string Text);
