using System.CommandLine;
using Copylint.Analysis;
using Copylint.Cli.Output;
using Copylint.Documents.Formats;
using Copylint.Reports.Inspection;
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
            var configuration = CommonOptions.LoadConfiguration(result.GetValue(config), console.Folder);
            var resources = CommonOptions.LoadRules(configuration).Resources;
            var files = CommonOptions.FindFiles(
                console.Folder,
                result.GetValue(paths)!,
                configuration.Includes,
                configuration.Excludes
            );
            var isJson = result.GetValue(format) == "json";
            using var target = ReportTarget.Open(null, console);
            using var json = isJson ? new InspectionJson(target.Stream, result.GetValue(tokens)) : null;
            foreach (var file in files)
            {
                DocumentAnalysis analysis;
                try
                {
                    var document = DocumentParser.Parse(
                        file.Path,
                        SourceText.FromBytes(File.ReadAllBytes(file.FullPath)),
                        CommonOptions.Reading(result.GetValue(language), configuration)
                    );
                    analysis = new DocumentAnalysis(document, resources);
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
                {
                    throw new UsageException($"cannot read '{file.Path}': {exception.Message}");
                }

                using (analysis)
                {
                    if (json is not null)
                        json.Write(analysis);
                    else if (result.GetValue(sources))
                        new InspectionText(console.Output, console.UsesColour, false).WriteSources(analysis);
                    else
                        new InspectionText(console.Output, console.UsesColour, result.GetValue(tokens)).Write(analysis);
                }
            }

            json?.Complete();
            return ExitCodes.Clean;
        });
        return command;
    }
}
