using System.CommandLine;
using Copylint.Analysis;
using Copylint.Cli.Output;
using Copylint.Configuration;
using Copylint.Diagnostics;
using Copylint.Documents.Formats;
using Copylint.Linting;
using Copylint.Reports.Inspection;
using Copylint.Storage;
using Copylint.Text;

namespace Copylint.Cli.Commands;

/// <summary><c>copylint inspect</c>.</summary>
internal static class InspectCommand
{
    public static Command Create(Terminal console)
    {
        var paths = new Argument<string[]>("files")
        {
            Description = "Files, folders or globs.",
            Arity = ArgumentArity.OneOrMore,
        };
        var format = new Option<string>("--format", "-f")
        {
            Description = "For reading, or for programs.",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json");
        var tokens = new Option<bool>("--tokens")
        {
            Description = "Show every token: kind, normalised form, part of speech, number.",
        };
        var sources = new Option<bool>("--sources")
        {
            Description = "List whose voices a story carries, and how much of it each.",
        };
        var language = CommonOptions.Language();
        var config = CommonOptions.Config();
        var command = new DescribedCommand(
            "inspect",
            "Show what the engine understands of a file: metadata, blocks, sentences, quotations, times.",
            [
                ("copylint inspect article.md", "for reading"),
                ("copylint inspect article.html --format json", "for programs"),
                ("copylint inspect article.md --sources", "whose voices a story carries"),
            ]
        )
        {
            paths,
            format,
            tokens,
            sources,
            language,
            config,
        };
        command.SetAction(result =>
        {
            var configuration = CommonOptions.LoadConfiguration(result.GetValue(config), console);
            var resources = CommonOptions.LoadRules(configuration, console).Resources;
            var files = FileDiscovery.Find(
                console.Folder,
                result.GetValue(paths)!,
                configuration.Includes,
                configuration.Excludes
            );
            var isJson = result.GetValue(format) == "json";
            using var target = ReportTarget.Open(null, console);
            using var json = isJson ? new InspectionJson(target.Stream, result.GetValue(tokens)) : null;
            var failed = 0;
            foreach (var file in files)
            {
                if (file.Problem is not null)
                    throw new UsageException($"cannot read '{file.Path}': {file.Problem}");
                try
                {
                    var document = DocumentParser.Parse(
                        file.Path,
                        SourceText.FromBytes(
                            InputFile.Read(file.FullPath, configuration.ValueOf(Settings.MaxFileSize))
                        ),
                        configuration.Reading(result.GetValue(language))
                    );
                    using var analysis = new DocumentAnalysis(document, resources);
                    if (json is not null)
                        WriteWhole(json, analysis, result.GetValue(tokens));
                    else
                        WriteWhole(console, analysis, result.GetValue(sources), result.GetValue(tokens));
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
                {
                    console.Tell($"cannot read '{file.Path}': {exception.Message}");
                    failed = Math.Max(failed, ExitCodes.Usage);
                }
                // Whatever a reader throws costs this file, not those beside it.
#pragma warning disable CA1031
                catch (Exception exception) when (exception is not (OperationCanceledException or OutOfMemoryException))
#pragma warning restore CA1031
                {
                    console.Tell($"'{file.Path}' cannot be shown: {exception.GetType().Name}: {exception.Message}");
                    failed = ExitCodes.Internal;
                }
            }

            json?.Complete();
            return failed;
        });
        return command;
    }

    // First to nowhere: a file that cannot be shown to its end shows nothing, and the array stays whole.
    private static void WriteWhole(InspectionJson json, DocumentAnalysis analysis, bool withTokens)
    {
        using (var trial = new InspectionJson(Stream.Null, withTokens))
            trial.Write(analysis);
        json.Write(analysis);
    }

    private static void WriteWhole(Terminal console, DocumentAnalysis analysis, bool sources, bool withTokens)
    {
        using var whole = new StringWriter();
        var text = new InspectionText(whole, console.UsesColour, withTokens && !sources);
        if (sources)
            text.WriteSources(analysis);
        else
            text.Write(analysis);
        console.Output.Write(whole);
    }
}
