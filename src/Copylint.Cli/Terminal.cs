using Copylint.Reports;

namespace Copylint.Cli;

/// <summary>Where the command reads and writes.</summary>
internal sealed class Terminal(Func<Stream> openInput, TextWriter output, TextWriter error, string folder)
{
    /// <summary>Opens standard input.</summary>
    public Func<Stream> OpenInput { get; } = openInput;

    /// <summary>Standard output.</summary>
    public TextWriter Output { get; } = output;

    /// <summary>Opens standard output for bytes; null where only text can be written, which they are then decoded
    /// for.</summary>
    public Func<Stream>? OpenOutput { get; init; }

    /// <summary>Standard error.</summary>
    public TextWriter Error { get; } = error;

    /// <summary>The working folder.</summary>
    public string Folder { get; } = folder;

    /// <summary>The folders that programs are looked up in, as the system parts them; null for none.</summary>
    public string? SearchPath { get; init; }

    /// <summary>Whether packs may bring code, as the user's own environment or the command line says.</summary>
    public bool AllowsCode { get; set; }

    /// <summary>Whether configurations of the linted tree do not count, as the command line says.</summary>
    public bool IsIsolated { get; set; }

    /// <summary>The user's list of assemblies that may run, as a full path; null for none.</summary>
    public string? TrustList { get; init; }

    /// <summary>Whether the text report is coloured.</summary>
    public bool UsesColour { get; init; }

    /// <summary>Whether a long run shows its progress on standard error.</summary>
    public bool ShowsProgress { get; init; }

    /// <summary>Whether the run is one of a build server.</summary>
    public bool IsBuildServer { get; init; }

    /// <summary>Width of the terminal in columns; null when the output goes elsewhere.</summary>
    public int? Width { get; init; }

    /// <summary>Writes bytes to standard output as they are.</summary>
    public void Write(byte[] bytes)
    {
        Output.Flush();
        if (OpenOutput is null)
        {
            Output.Write(System.Text.Encoding.UTF8.GetString(bytes));
            return;
        }

        using var stream = OpenOutput();
        stream.Write(bytes);
        stream.Flush();
    }

    /// <summary>The same with reports on standard error, for a run whose standard output is something else.</summary>
    public Terminal WithReportOnError() =>
        new(OpenInput, Error, Error, Folder)
        {
            IsBuildServer = IsBuildServer,
            SearchPath = SearchPath,
            AllowsCode = AllowsCode,
            IsIsolated = IsIsolated,
            TrustList = TrustList,
        };

    /// <summary>Says a line on standard error that may name what others called it.</summary>
    public void Tell(string line) => Error.WriteLine("copylint: " + VisibleText.Of(line));
}
