using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Copylint.Storage;

/// <summary>The files that are being written beside their place: none stays behind, whether a run ends, is stopped or
/// is killed.</summary>
internal static partial class TemporaryFiles
{
    private const string Ending = ".copylint.tmp";
    private const int RandomBytes = 8;
    private const int KeptOfName = 40;
    private static readonly HashSet<string> Unfinished = new(StringComparer.Ordinal);
    private static bool _isStopped;

    /// <summary>A new name beside a file: hidden, with the name of the file in it, and of a form that nobody else
    /// uses.</summary>
    public static string NameFor(string path) =>
        Path.Combine(
            Path.GetDirectoryName(path)!,
            $".{Beginning(Path.GetFileName(path))}.{RandomNumberGenerator.GetHexString(RandomBytes * 2, lowercase: true)}{Ending}"
        );

    // Names have a limit of 255 bytes: a long one would leave no room for what is added.
    private static string Beginning(string name) => string.Concat(name.EnumerateRunes().Take(KeptOfName));

    /// <summary>Notes a file before it is made.</summary>
    /// <exception cref="IOException">The run is being stopped.</exception>
    public static void Begin(string temporary)
    {
        lock (Unfinished)
        {
            if (_isStopped)
                throw new IOException("the run was stopped");
            Unfinished.Add(temporary);
        }
    }

    /// <summary>Forgets a file that stands in its place, or never was.</summary>
    public static void End(string temporary)
    {
        lock (Unfinished)
            Unfinished.Remove(temporary);
    }

    /// <summary>Deletes a file that was not finished.</summary>
    public static void Discard(string temporary)
    {
        CheckedFile.Delete(temporary);
        End(temporary);
    }

    /// <summary>Deletes all that is unfinished, and lets nothing new begin: the program is about to end.</summary>
    public static void Stop()
    {
        lock (Unfinished)
        {
            _isStopped = true;
            foreach (var temporary in Unfinished)
                CheckedFile.Delete(temporary);
            Unfinished.Clear();
        }
    }

    /// <summary>Deletes what killed runs left in a folder: files of this form that nobody has open.</summary>
    /// <param name="folder">A full path.</param>
    public static void Sweep(string folder)
    {
        try
        {
            // Names that begin with a dot are hidden, and would be passed over otherwise.
            foreach (
                var file in Directory.EnumerateFiles(
                    folder,
                    ".*" + Ending,
                    new EnumerationOptions() { AttributesToSkip = FileAttributes.None }
                )
            )
            {
                if (IsOwn(file) && IsAbandoned(file))
                    CheckedFile.Delete(file);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What cannot be listed cannot be swept.
        }
    }

    private static bool IsOwn(string path) =>
        OwnName().IsMatch(Path.GetFileName(path))
        && new FileInfo(path).LinkTarget is null
        && FileKinds.Of(path) == FileKind.Regular;

    // Who writes it holds a lock; Windows gives it up for the move.
    private static bool IsAbandoned(string path)
    {
        if (OperatingSystem.IsWindows() && DateTime.UtcNow - File.GetLastWriteTimeUtc(path) < TimeSpan.FromHours(1))
            return false;
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.None);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^\..+\.[0-9a-f]{16}\.copylint\.tmp$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex OwnName();
}
