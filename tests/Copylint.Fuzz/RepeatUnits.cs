using System.Text;
using Copylint.Catalog;
using Copylint.Configuration;
using Copylint.Linting;
using Copylint.Rules;

namespace Copylint.Fuzz;

/// <summary>Pieces of copy, repeated to ever longer files: the time may not grow faster than the length.</summary>
internal static class RepeatUnits
{
    /// <summary>Processor time goes with length to this power at most; 1 is linear, and memory further away than the
    /// caches costs some.</summary>
    private const double MaxExponent = 1.3;

    // Below this the compiler and the collector count, not the file.
    private static readonly TimeSpan Measurable = TimeSpan.FromMilliseconds(120);

    // Whoever takes this long at a quarter need not be tried at the whole.
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(40);

    /// <summary>Times each unit at a sixteenth, a quarter and the whole of a length.</summary>
    /// <returns>0 when none is worse than linear.</returns>
    public static int Measure(int kilobytes, string match, TextWriter output)
    {
        var files = new FileLinter(
            new Linter(new RuleCatalogBuilder().AddBuiltInRules().Build(), new LintSettings()),
            withFingerprints: true,
            withFacts: true
        );
        var bad = 0;
        var measured = 0;
        foreach (var unit in Lines("units.tsv").Select(l => l.Split('\t')).Where(u => u[0].Contains(match)))
        {
            var (times, defect) = Time(files, unit, kilobytes);
            // What the compiler or the collector did meanwhile counts only once.
            for (var again = 0; again < 2 && IsWorse(times); again++)
                times = [.. times.Zip(Time(files, unit, kilobytes).Times, (a, b) => a < b ? a : b)];
            measured++;
            var isBad = defect is not null || IsWorse(times);
            bad += isBad ? 1 : 0;
            output.WriteLine(
                $"{(isBad ? "BAD " : "ok  ")}{unit[0], -28}{string.Join("", times.Select(t => $"{t.TotalMilliseconds, 9:0}"))} ms{Exponent(times), 7:0.00} {defect}"
            );
            output.Flush();
        }

        output.WriteLine($"{measured} units, {bad} worse than linear");
        return bad == 0 ? 0 : 1;
    }

    private static bool IsWorse(List<TimeSpan> times) =>
        times.Count < 3 || (times[2] > Measurable && Exponent(times) > MaxExponent);

    /// <summary>Whether a time is worse than linear, as far as it can be measured.</summary>
    /// <param name="before">The time of a file.</param>
    /// <param name="after">The time of a longer one.</param>
    /// <param name="times">How many times as long that is.</param>
    internal static bool GrowsTooFast(TimeSpan before, TimeSpan after, int times) =>
        after > Measurable && Math.Log(after / before) / Math.Log(times) > MaxExponent;

    private static (List<TimeSpan> Times, string? Defect) Time(FileLinter files, string[] unit, int kilobytes)
    {
        var times = new List<TimeSpan>();
        var defect = default(string);
        for (var length = kilobytes * 1000 / 16; length <= kilobytes * 1000; length *= 4)
        {
            var bytes = Encoding.UTF8.GetBytes(Build(unit, length));
            var started = Environment.CpuUsage.TotalTime;
            var report = files.Lint("unit." + unit[1], bytes);
            times.Add(Environment.CpuUsage.TotalTime - started);
            defect ??= DocumentCheck.Defect(report);
            if (times[^1] > MaxTime)
                break;
        }

        return (times, defect);
    }

    /// <summary>The lines of an embedded file but comments.</summary>
    internal static List<string> Lines(string name)
    {
        using var stream = typeof(RepeatUnits).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Where(l => l.Length > 0 && !l.StartsWith('#'))];
    }

    /// <summary>A text with <c>\n</c>, <c>\t</c> and <c>\uXXXX</c> as what they mean.</summary>
    internal static string Unescape(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                result.Append(text[i]);
                continue;
            }

            i++;
            switch (text[i])
            {
                case 'n':
                    result.Append('\n');
                    break;
                case 't':
                    result.Append('\t');
                    break;
                case 'u':
                    result.Append((char)Convert.ToInt32(text.Substring(i + 1, 4), 16));
                    i += 4;
                    break;
                default:
                    result.Append(text[i]);
                    break;
            }
        }

        return result.ToString();
    }

    // The slope between the last two, where start-up counts least.
    private static double Exponent(List<TimeSpan> times) =>
        times.Count < 2 ? double.NaN : Math.Log(times[^1] / times[^2]) / Math.Log(4);

    // Columns: name, ending, before, piece, after. {n} is another name each time, {d} a day, {i} a number.
    private static string Build(string[] unit, int length)
    {
        var (before, piece, after) = (Unescape(unit[2]), Unescape(unit[3]), Unescape(unit[4]));
        var text = new StringBuilder(before, length + piece.Length + after.Length + 100);
        for (var i = 0; text.Length < length; i++)
        {
            if (piece.Contains('{'))
                text.Append(
                    piece
                        .Replace("{n}", NameOf(i))
                        .Replace("{d}", (1 + i % 28).ToString("00"))
                        .Replace("{i}", i.ToString())
                );
            else
                text.Append(piece);
        }

        return text.Append(after).ToString();
    }

    // "Baabc": capital, and no word of any list.
    private static string NameOf(int i)
    {
        var name = new StringBuilder("Q");
        for (var rest = i + 1; rest > 0; rest /= 20)
            name.Append("bcdfghjklmnpqrstvwxz"[rest % 20]).Append("aeiou"[rest % 5]);
        return name.ToString();
    }
}
