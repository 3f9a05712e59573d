using CsvHelper;
using SmsGateway;

namespace QuickStart;

/// <summary>One line of the file, and what became of it.</summary>
internal sealed class Row
{
    public required int Line { get; init; }

    public required bool IsBulk { get; init; }

    public required SmsMessage Message { get; init; }

    /// <summary>"Accepted", or an outcome and an error kind such as "Rejected InvalidRecipient"; empty when anything is fine.</summary>
    public required string Expected { get; init; }

    public SmsResult? Result { get; set; }

    public string Actual => Result switch
    {
        null => "",
        { Error: { } error } => $"{Result.Outcome} {error.Kind}",
        _ => Result.Outcome.ToString(),
    };

    public bool IsAsExpected => Expected.Length == 0 || Expected == Actual;
}

/// <summary>Reads a file with the columns to and text, and optionally mode (single, bulk), from and expected.</summary>
internal static class MailingList
{
    public static List<Row> Read(string path)
    {
        using var csv = CsvReader.FromFile(path, new CsvReaderOptions { TrackLineNumbers = true });
        csv.ReadHeader();
        List<Row> rows = [];
        while (csv.Read())
        {
            rows.Add(new Row
            {
                Line = (int)csv.LineNumber,
                IsBulk = Field("mode") != "single",
                Message = new SmsMessage(Field("to"), Field("text").Replace("\\n", "\n", StringComparison.Ordinal))
                {
                    From = Field("from") is { Length: > 0 } from ? from : null,
                },
                Expected = Field("expected"),
            });
        }

        return rows;

        string Field(string name) => csv.Headers.Contains(name) ? csv.GetString(name) : "";
    }
}
