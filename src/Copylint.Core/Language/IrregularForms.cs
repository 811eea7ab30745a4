using Copylint.Storage;

namespace Copylint.Language;

/// <summary>The forms that the rules of spelling do not give: the rows of <c>irregular-forms.txt</c>.</summary>
/// <param name="Verbs">Past and participle by the base form.</param>
/// <param name="Plurals">Plurals by their nouns.</param>
/// <param name="Doubling">Verbs of several syllables whose last consonant doubles: "admitted".</param>
internal sealed record IrregularForms(
    IReadOnlyDictionary<string, IrregularVerb> Verbs,
    IReadOnlyDictionary<string, string> Plurals,
    IReadOnlySet<string> Doubling
)
{
    /// <summary>Reads the rows.</summary>
    /// <exception cref="InvalidDataException">A row is none of the three kinds.</exception>
    public static IrregularForms Load()
    {
        var verbs = new Dictionary<string, IrregularVerb>(StringComparer.Ordinal);
        var plurals = new Dictionary<string, string>(StringComparer.Ordinal);
        var doubling = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in EmbeddedRows.Of("irregular-forms.txt"))
        {
            switch (row.Split(' '))
            {
                case [_, var verb, var past, var participle]:
                    verbs.Add(verb, new IrregularVerb(past, participle));
                    break;
                case [_, var noun, var plural]:
                    plurals.Add(noun, plural);
                    break;
                case [_, var doubled]:
                    doubling.Add(doubled);
                    break;
                default:
                    throw new InvalidDataException($"no row of irregular forms: {row}");
            }
        }

        return new IrregularForms(verbs, plurals, doubling);
    }
}

/// <summary>The irregular forms of a verb.</summary>
/// <param name="Past">The past tense.</param>
/// <param name="Participle">The past participle.</param>
internal sealed record IrregularVerb(string Past, string Participle);
