using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Copylint.Linting;

/// <summary>The hashes by which findings are known again in a later run.</summary>
public static class Fingerprints
{
    private const int Window = 100;
    private const ulong Factor = 37;

    private static readonly ulong FactorToWindow = Power(Factor, Window);

    /// <summary>
    /// The <c>primaryLocationLineHash</c> of each line as GitHub's upload action computes it: a rolling hash over the
    /// 100 UTF-16 code units from the line's first
    /// visible one, blanks and tabs left out, with the count of the same hash so far in the file. A line ends at CR, LF
    /// or CR LF.
    /// </summary>
    /// <param name="text">The text of the file. A byte-order mark, which GitHub hashes too, must stand first in
    /// it.</param>
    /// <returns>One hash a line, in order.</returns>
    /// <remarks>Source: <c>src/fingerprints.ts</c> of github/codeql-action.</remarks>
    public static IReadOnlyList<string> LineHashes(ReadOnlySpan<char> text)
    {
        var result = new List<string>();
        HashLines(text, (_, hash, count) => result.Add(Written(hash, count)));
        return result;
    }

    /// <summary>The hashes of some lines of a file, by one-based line.</summary>
    /// <param name="source">The file.</param>
    /// <param name="lines">The lines that are asked for: a file can have millions.</param>
    internal static Dictionary<int, string> LineHashes(Text.SourceText source, IReadOnlySet<int> lines)
    {
        var result = new Dictionary<int, string>(lines.Count);
        HashLines(source.HasByteOrderMark ? "\uFEFF" + source.Text : source.Text, (line, hash, count) =>
        {
            if (lines.Contains(line))
                result[line] = Written(hash, count);
        });
        return result;
    }

    private static string Written(ulong hash, int count) => $"{hash:x}:{count}";

    // Hands on each line's number, hash and count, in order.
    private static void HashLines(ReadOnlySpan<char> text, Action<int, ulong, int> found)
    {
        var window = new ushort[Window];
        var lineNumbers = new int[Window];
        Array.Fill(lineNumbers, -1);
        var counts = new Dictionary<ulong, int>();
        ulong hash = 0;
        var index = 0;
        var line = 0;
        var lineStart = true;
        var previousWasReturn = false;

        foreach (var c in text)
        {
            if (c is ' ' or '\t' || (previousWasReturn && c == '\n'))
            {
                previousWasReturn = false;
                continue;
            }

            previousWasReturn = c == '\r';
            Take(previousWasReturn ? '\n' : c);
        }

        Take('\uFFFF');
        for (var i = 0; i < Window; i++)
        {
            if (lineNumbers[index] >= 0)
                Emit();
            Roll('\0');
        }

        void Take(char c)
        {
            if (lineNumbers[index] >= 0)
                Emit();
            if (lineStart)
            {
                lineStart = false;
                line++;
                lineNumbers[index] = line;
            }

            if (c == '\n')
                lineStart = true;
            Roll(c);
        }

        // The window is full of what began at the oldest place: that line's hash is complete.
        void Emit()
        {
            ref var count = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(
                counts,
                hash,
                out _
            );
            count++;
            found(lineNumbers[index], hash, count);
            lineNumbers[index] = -1;
        }

        void Roll(char c)
        {
            var leaving = window[index];
            window[index] = c;
            hash = unchecked(Factor * hash + c - FactorToWindow * leaving);
            index = (index + 1) % Window;
        }
    }

    /// <summary>The hash of a finding by rule, sentence and text, which survives moved lines and edits elsewhere in the
    /// file.</summary>
    /// <param name="ruleId">The rule.</param>
    /// <param name="sentence">The sentence that the finding stands in.</param>
    /// <param name="found">The text of the finding.</param>
    /// <param name="ordinal">One-based count among equal findings of the file.</param>
    /// <returns>32 hexadecimal digits.</returns>
    public static string SentenceHash(string ruleId, ReadOnlySpan<char> sentence, ReadOnlySpan<char> found, int ordinal)
    {
        // Rented: a file with a finding on every word asks for hundreds of thousands, and what each leaves behind is
        // looked through again and again.
        var text = ArrayPool<char>.Shared.Rent(ruleId.Length + sentence.Length + found.Length + 32);
        var length = Append(ruleId, text, 0);
        text[length++] = '\n';
        length = Normalise(sentence, text, length);
        text[length++] = '\n';
        length = Normalise(found, text, length);
        text[length++] = '\n';
        ordinal.TryFormat(
            text.AsSpan(length),
            out var digits,
            default,
            System.Globalization.CultureInfo.InvariantCulture
        );
        length += digits;
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(length));
        var count = Encoding.UTF8.GetBytes(text.AsSpan(0, length), bytes);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes.AsSpan(0, count), hash);
        ArrayPool<byte>.Shared.Return(bytes);
        ArrayPool<char>.Shared.Return(text);
        return Convert.ToHexStringLower(hash[..16]);
    }

    private static int Append(ReadOnlySpan<char> text, char[] into, int length)
    {
        text.CopyTo(into.AsSpan(length));
        return length + text.Length;
    }

    private static int Normalise(ReadOnlySpan<char> text, char[] into, int length)
    {
        var start = length;
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
                into[length++] =
                    c is '“' or '”' ? '"'
                    : c is '‘' or '’' ? '\''
                    : char.ToLowerInvariant(c);
            else if (length > start && into[length - 1] != ' ')
                into[length++] = ' ';
        }

        return length;
    }

    private static ulong Power(ulong factor, int exponent)
    {
        ulong result = 1;
        for (var i = 0; i < exponent; i++)
            result = unchecked(result * factor);
        return result;
    }
}
