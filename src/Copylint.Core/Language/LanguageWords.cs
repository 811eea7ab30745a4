using System.Globalization;
using Copylint.Storage;

namespace Copylint.Language;

/// <summary>What tells one language from another in <c>languages.txt</c>: the commonest small words of each, and the
/// scripts that are written without them.</summary>
internal static class LanguageWords
{
    /// <summary>The most languages that there can be: a word keeps one bit for each.</summary>
    public const int Most = 64;

    private static readonly Lazy<Table> Loaded = new(Load);

    /// <summary>Number of languages.</summary>
    public static int Count => Loaded.Value.Languages.Count;

    /// <summary>The English name of a language.</summary>
    public static string NameOf(int language) => Loaded.Value.Languages[language].Name;

    /// <summary>The languages that a word is a small word of, a bit for each; 0 for a word of none.</summary>
    public static ulong Of(ReadOnlySpan<char> word) => Loaded.Value.Lookup.TryGetValue(word, out var bits) ? bits : 0;

    /// <summary>The script that a letter belongs to; null for Latin letters and for all that is none of the
    /// scripts.</summary>
    public static Script? ScriptOf(char letter)
    {
        foreach (var script in Loaded.Value.Scripts)
        {
            if (letter >= script.First && letter <= script.Last)
                return script;
        }

        return null;
    }

    /// <summary>The English name of the language that a tag (<c>fr-CA</c>) or a name (<c>French</c>) means; null for
    /// one that is not known, such as that of a programming language.</summary>
    public static string? NameOf(string tag)
    {
        var primary = tag.AsSpan().Trim();
        if (primary.IndexOfAny('-', '_') is > 0 and var end)
            primary = primary[..end];
        foreach (var language in Loaded.Value.Languages)
        {
            if (primary.Equals(language.Tag, Ignore) || primary.Equals(language.Name, Ignore))
                return language.Name;
        }

        return null;
    }

    /// <summary>The language that the rules are written for.</summary>
    public const string English = "English";

    private const StringComparison Ignore = StringComparison.OrdinalIgnoreCase;

    private sealed record NamedLanguage(string Tag, string Name);

    private sealed record Table(
        List<NamedLanguage> Languages,
        List<Script> Scripts,
        Dictionary<string, ulong>.AlternateLookup<ReadOnlySpan<char>> Lookup
    );

    private static Table Load()
    {
        var languages = new List<NamedLanguage>();
        var scripts = new List<Script>();
        var words = new Dictionary<string, ulong>(2048, StringComparer.OrdinalIgnoreCase);
        foreach (var line in EmbeddedRows.Of("languages.txt"))
        {
            var colon = line.IndexOf(':');
            var name = line[(line.IndexOf(' ') + 1)..colon];
            var values = line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var isSpaced = line.StartsWith("script ", StringComparison.Ordinal);
            if (isSpaced || line.StartsWith("unspaced ", StringComparison.Ordinal))
            {
                scripts.Add(new Script(name, Letter(values[0]), Letter(values[1]), isSpaced));
                continue;
            }

            foreach (var word in values)
                words[word] = words.GetValueOrDefault(word) | (1UL << languages.Count);
            languages.Add(new NamedLanguage(line[..line.IndexOf(' ')], name));
        }

        return new Table(languages, scripts, words.GetAlternateLookup<ReadOnlySpan<char>>());

        static char Letter(string value) =>
            (char)int.Parse(value, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }
}

/// <summary>Letters that a language is written in.</summary>
/// <param name="Name">Its English name.</param>
/// <param name="First">The first letter of its range.</param>
/// <param name="Last">The last one.</param>
/// <param name="IsSpaced">Whether blanks part its words.</param>
internal sealed record Script(string Name, char First, char Last, bool IsSpaced);
