namespace Copylint.Analysis.Speech.Reading;

/// <summary>A word by which attributions are read.</summary>
/// <param name="Group">What it does.</param>
/// <param name="Word">As it is written; another form or a capital makes another word.</param>
/// <param name="Example">A text that is read otherwise when the row is left out.</param>
internal readonly record struct SpeechRow(SpeechGroup Group, string Word, string Example);
