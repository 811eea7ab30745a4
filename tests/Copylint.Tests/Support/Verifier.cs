using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace VerifyXunit;

/// <summary>
/// Snapshots by the conventions of Verify (github.com/VerifyTests/Verify): <c>Type.Method.verified.txt</c> beside the
/// test, <c>.received.txt</c> on failure, paths and
/// dates scrubbed. Stands in for the package Verify.Xunit: to move to it, reference the package and delete this file.
/// </summary>
public static partial class Verifier
{
    public static async Task Verify(
        string value,
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string method = ""
    )
    {
        var type = Path.GetFileNameWithoutExtension(sourceFile);
        var basePath = Path.Combine(Path.GetDirectoryName(sourceFile)!, $"{type}.{method}");
        var received = Scrub(value);
        var verifiedPath = basePath + ".verified.txt";
        var receivedPath = basePath + ".received.txt";
        var verified = File.Exists(verifiedPath)
            ? (await File.ReadAllTextAsync(verifiedPath)).ReplaceLineEndings("\n")
            : null;
        if (verified == received)
        {
            File.Delete(receivedPath);
            return;
        }

        await File.WriteAllTextAsync(receivedPath, received);
        Assert.Fail(
            $"The snapshot differs. Compare{Environment.NewLine}  {receivedPath}{Environment.NewLine}  {verifiedPath}{Environment.NewLine}and rename the first to the second if it is right."
        );
    }

    private static string Scrub(string value)
    {
        value = value.ReplaceLineEndings("\n").TrimEnd('\n');
        value = value.Replace(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar), "{CurrentDirectory}");
        value = value.Replace(Path.GetTempPath().TrimEnd(Path.DirectorySeparatorChar), "{TempPath}");
        return DateTimes().Replace(value, "DateTime");
    }

    [GeneratedRegex(@"\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?\b")]
    private static partial Regex DateTimes();
}
