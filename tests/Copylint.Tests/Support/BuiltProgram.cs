using System.Diagnostics;

namespace Copylint.Tests.Support;

/// <summary>
/// The program as it was built, in a process of its own, for what a process alone has: its streams, its signals, its
/// environment, the code that it loads. The variable COPYLINT_PROGRAM names another one, such as the native program.
/// </summary>
internal sealed record BuiltProgram(int Exit, string Output, string Error)
{
    // A run that waits for ever is a failure: it gets as long as no working run needs on a busy machine.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static string Tool => Path.Combine(AppContext.BaseDirectory, "copylint.dll");

    /// <summary>Whether it can load the code of packs.</summary>
    public static bool LoadsCode => Environment.GetEnvironmentVariable("COPYLINT_PROGRAM") is null or "";

    /// <summary>The words of a shell that start it.</summary>
    public static string Words => LoadsCode ? $"dotnet '{Tool}'" : "\"$COPYLINT_PROGRAM\"";

    /// <summary>Runs a script of the shell in which <c>copylint</c> is the program.</summary>
    /// <param name="folder">The working folder.</param>
    /// <param name="script">The script.</param>
    /// <param name="variables">What the environment has besides.</param>
    public static BuiltProgram Shell(string folder, string script, params (string Name, string Value)[] variables)
    {
        using var process = Start(folder, script, variables);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Close();
        End(process);
        return new BuiltProgram(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    /// <summary>Starts such a script; whoever started it reads, writes and ends it.</summary>
    public static Process Start(string folder, string script, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", $"copylint() {{ {Words} \"$@\"; }}\n{script}"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Waits for the end, and fails when it does not come.</summary>
    public static void End(Process process)
    {
        if (process.WaitForExit(Patience))
            return;
        process.Kill(entireProcessTree: true);
        Assert.Fail("the program does not end");
    }

    /// <summary>Waits until something holds, and fails when it never does.</summary>
    public static void Await(Func<bool> holds, string what)
    {
        var clock = Stopwatch.StartNew();
        while (!holds())
        {
            if (clock.Elapsed > Patience)
                Assert.Fail($"it never comes: {what}");
            Thread.Sleep(10);
        }
    }
}
