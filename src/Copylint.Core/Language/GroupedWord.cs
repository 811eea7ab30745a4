namespace Copylint.Language;

/// <summary>A word by which copy is read.</summary>
/// <typeparam name="TGroup">What words can do.</typeparam>
/// <param name="Group">What it does.</param>
/// <param name="Word">As it is written; another form or a capital makes another word.</param>
/// <param name="Example">A text that is read otherwise when the row is left out.</param>
internal readonly record struct GroupedWord<TGroup>(TGroup Group, string Word, string Example)
    where TGroup : struct, Enum;
