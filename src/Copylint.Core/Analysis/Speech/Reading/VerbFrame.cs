using Copylint.Language;

namespace Copylint.Analysis.Speech.Reading;

/// <summary>A verb with what belongs to it.</summary>
/// <param name="Group">The first token of its group: its auxiliaries and adverbs.</param>
/// <param name="Verb">The verb's token.</param>
/// <param name="CueEnd">Just after its particle, and the day and place of saying.</param>
/// <param name="Classes">The classes of the verb's form.</param>
/// <param name="HasBe">Whether a form of be stands in the group.</param>
internal readonly record struct VerbFrame(int Group, int Verb, int CueEnd, WordClasses Classes, bool HasBe)
{
    public bool Has(WordClasses classes) => (Classes & classes) != 0;
}
