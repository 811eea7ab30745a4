using System.ComponentModel;
using System.Diagnostics;

namespace Copylint.Git;

/// <summary>Thrown when Git cannot be run, or says no.</summary>
/// <param name="message">What it says, in a line.</param>
internal sealed class GitException(string message) : Exception(message);

/// <summary>Runs Git.</summary>
internal static class GitProcess
{
    /// <summary>What a command of Git writes.</summary>
    /// <exception cref="GitException">There is no Git, or it fails.</exception>
    public static string Run(string folder, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo("git", arguments)
                {
                    WorkingDirectory = folder,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                    StandardOutputEncoding = System.Text.Encoding.UTF8,
                    UseShellExecute = false,
                }
            )!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0
                ? output
                : throw new GitException($"git: {error.Result.Trim().Split('\n')[0]}");
        }
        catch (Win32Exception exception)
        {
            throw new GitException($"git cannot be run: {exception.Message}");
        }
    }
}
