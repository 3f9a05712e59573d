using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SmsGateway.Emulator;
using SmsGateway.SmsApi;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Gateways;

/// <summary>SMSAPI's options on neutral messages: honoured by its driver, ignored by the others, and as few requests as they allow.</summary>
public sealed class SmsApiExtrasTests(EmulatorFixture fixture)
{
    private static readonly GatewayUnderTest Target = GatewayUnderTest.Of("SmsApi");

    public static TheoryData<bool> ThroughJson => [false, true];

    [Theory]
    [MemberData(nameof(ThroughJson))]
    public async Task Send_ParametersOfEachRecipient_ShareRequestsOfAHundred(bool throughJson)
    {
        await using var harness = new Harness(fixture, "SmsApi");
        var messages = Enumerable.Range(0, 250).Select(i => Crossed(
            new SmsMessage(Target.Number(i), "Hi [%1%], order [%2%]").With(new SmsApiExtras { Parameters = [$"Name {i}", $"{i}"], MaxParts = 2 }), throughJson));

        var results = await harness.SendAsync([.. messages]);

        Assert.True(results.AllAccepted, string.Join('\n', results.NotAccepted));
        Assert.Equal(3, harness.Inbox.Exchanges.Count);
        Assert.All(results, result => Assert.Equal($"Hi Name {result.Index}, order {result.Index}", harness.Inbox.Messages.Single(message => message.GatewayId == result.MessageId!.Value.Id).Text));
    }

    [Fact]
    public async Task Send_TemplateWithTextsForOthers_SharesOneRequest()
    {
        await using var harness = new Harness(fixture, "SmsApi");
        await harness.Services.GetRequiredKeyedService<ISmsApiClient>("SmsApi").Rest.Templates.CreateAsync("Notify", "Hello [%1%]", cancellationToken: TestContext.Current.CancellationToken);

        var results = await harness.SendAsync(
            new SmsMessage(Target.Number(1), "Ann, hello").With(new SmsApiExtras { Template = "Notify", Parameters = ["Ann"] }),
            new SmsMessage(Target.Number(2), "Bob, hello").With(new SmsApiExtras { Template = "Notify", Parameters = ["Bob"] }));

        Assert.True(results.AllAccepted, string.Join('\n', results.NotAccepted));
        Assert.Equal(["Hello Ann", "Hello Bob"], harness.Inbox.Messages.OrderBy(message => message.To).Select(message => message.Text));
        Assert.Equal(2, harness.Inbox.Exchanges.Count);
    }

    [Fact]
    public async Task Send_ExtrasThatDiffer_DoNotShare()
    {
        await using var harness = new Harness(fixture, "SmsApi");
        var plain = new SmsMessage(Target.Number(1), "hello");

        var results = await harness.SendAsync(
            plain,
            (plain with { To = Target.Number(2) }).With(new SmsApiExtras { Fast = true }),
            (plain with { To = Target.Number(3) }).With(new SmsApiExtras { MaxParts = 1 }),
            (plain with { To = Target.Number(4) }).With(new SmsApiExtras { Fast = true }),
            (plain with { To = Target.Number(5) }).With(new SmsApiExtras { Parameters = ["a"] }),
            (plain with { To = Target.Number(6) }).With(new SmsApiExtras { Parameters = ["a", "b"] }),
            plain with { To = Target.Number(7) });

        Assert.True(results.AllAccepted, string.Join('\n', results.NotAccepted));
        Assert.Equal(5, harness.Inbox.Exchanges.Count);
        Assert.Equal([0.2475m, 0.2475m], results.Where(result => result.Index is 1 or 3).Select(result => result.Price!.Value.Amount));
    }

    [Fact]
    public async Task Send_LinksToMany_StayAtAHundredARequest()
    {
        await using var harness = new Harness(fixture, "SmsApi");
        var text = $"Sale: {SmsApiTags.Link(new Uri("https://shop.example/"))}";

        var results = await harness.SendAsync([.. SmsMessage.ToMany(Enumerable.Range(0, 230).Select(Target.Number), text).Select(message => message.With(new SmsApiExtras { AllowTags = true }))]);

        Assert.True(results.AllAccepted, string.Join('\n', results.NotAccepted));
        Assert.Equal(3, harness.Inbox.Exchanges.Count);
        Assert.All(harness.Inbox.Messages, message => Assert.StartsWith("Sale: http://cut.li/", message.Text));
    }

    public static TheoryData<string, SmsApiExtras, string, SmsErrorKind> Refused => new()
    {
        { "tag", new SmsApiExtras(), "Hi [%1%]", SmsErrorKind.InvalidContent },
        { "link", new SmsApiExtras(), "See [%goto:https://x.example%]", SmsErrorKind.InvalidContent },
        { "contact", new SmsApiExtras { Parameters = ["a"] }, "Hi [%1%] of [%contact.city%]", SmsErrorKind.InvalidContent },
        { "more tags than values", new SmsApiExtras { Parameters = ["a"] }, "Hi [%1%] [%2%]", SmsErrorKind.InvalidContent },
        { "bar", new SmsApiExtras { Parameters = ["a|b"] }, "Hi [%1%]", SmsErrorKind.InvalidContent },
        { "tag in a value", new SmsApiExtras { Parameters = ["[%goto:x%]"] }, "Hi [%1%]", SmsErrorKind.InvalidContent },
        { "five", new SmsApiExtras { Parameters = ["a", "b", "c", "d", "e"] }, "Hi", SmsErrorKind.InvalidRequest },
        { "no part", new SmsApiExtras { MaxParts = 0 }, "Hi", SmsErrorKind.InvalidRequest },
        { "eleven parts", new SmsApiExtras { MaxParts = 11 }, "Hi", SmsErrorKind.InvalidRequest },
        { "blank template", new SmsApiExtras { Template = " " }, "Hi", SmsErrorKind.InvalidRequest },
        { "control character", new SmsApiExtras { PartnerId = "a\n" }, "Hi", SmsErrorKind.InvalidRequest },
        { "restriction", new SmsApiExtras { TimeRestriction = (SmsApiTimeRestriction)9 }, "Hi", SmsErrorKind.InvalidRequest },
        { "no hexadecimal", new SmsApiExtras { Binary = new SmsApiBinary("0", "61") }, "Hi", SmsErrorKind.InvalidContent },
        { "binary and normalize", new SmsApiExtras { Binary = new SmsApiBinary("06", "61"), Normalize = true }, "Hi", SmsErrorKind.InvalidRequest },
        { "binary and template", new SmsApiExtras { Binary = new SmsApiBinary("06", "61"), Template = "t" }, "Hi", SmsErrorKind.InvalidRequest },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public async Task Send_WhatWouldBeMisread_IsRejectedAloneBeforeAnyRequest(string why, SmsApiExtras extras, string text, SmsErrorKind kind)
    {
        await using var harness = new Harness(fixture, "SmsApi");

        var results = await harness.SendAsync(new SmsMessage(Target.Number(1), text).With(extras), new SmsMessage(Target.Number(2), "the good one"));

        Assert.True(kind == results[0].Error?.Kind, $"{why}: {results[0]}");
        Assert.True(results[1].IsAccepted);
        Assert.Single(harness.Inbox.Messages);
    }

    [Fact]
    public async Task Send_TagsAllowedOrNotThere_PassAsWritten()
    {
        await using var harness = new Harness(fixture, "SmsApi");

        var results = await harness.SendAsync(
            new SmsMessage(Target.Number(1), "a | b [% c %] 100%]").With(new SmsApiExtras()),
            new SmsMessage(Target.Number(2), "żółw") { Flash = true }.With(new SmsApiExtras { Normalize = true }),
            new SmsMessage(Target.Number(3), "[%1%] tags here are another gateway's").With(new SmsApiExtras { Binary = new SmsApiBinary("0605040b8423f0", "616263") }));

        Assert.True(results.AllAccepted, string.Join('\n', results.NotAccepted));
        Assert.Equal("a | b [% c %] 100%]", harness.Inbox.Messages.Single(message => message.To == Target.Number(1)).Text);
        Assert.Equal("616263", harness.Inbox.Messages.Single(message => message.To == Target.Number(3)).Text);
        Assert.Equal("zolw", harness.Inbox.Messages.Single(message => message.To == Target.Number(2)).Text);
    }

    [Fact]
    public async Task Send_AccountThatCannot_LeavesTheTextToItsSuccessor()
    {
        await using var harness = new Harness(fixture, (builder, self) =>
        {
            self.Add(builder, "SmsApi", "pl", options =>
            {
                options.BaseAddress = new Uri("http://127.0.0.1:1/");
                options.Resilience.MaxAttempts = 1;
            });
            self.Add(builder, "SmsClub", "ua");
            builder.AddRouting(routes => routes.Otherwise("pl").Failover("pl", "ua"));
        });

        var result = (await harness.SendAsync(new SmsMessage("+380670111001", "Ann, your order 17 is on its way").With(new SmsApiExtras { Template = "Notify", Parameters = ["Ann", "17"], Fast = true })))[0];

        Assert.True(result.IsAccepted, result.ToString());
        Assert.Equal("ua", result.Account);
        Assert.Equal("Ann, your order 17 is on its way", Assert.Single(harness.Inbox.Messages).Text);
    }

    [Fact]
    public async Task Send_AnswerToParametersLost_EachIsAskedForAlone()
    {
        await using var harness = new Harness(fixture, "SmsApi", options =>
        {
            options.Resilience.Reconciliation.Enabled = true;
            options.Resilience.Reconciliation.Delays = [TimeSpan.FromMilliseconds(1)];
        });
        harness.Inbox.Faults.OnAny(Gateway.SmsApi).Next(Fault.CloseFin().AndAccept());

        var results = await harness.SendAsync(
            new SmsMessage(Target.Number(1), "Hi [%1%]").With(new SmsApiExtras { Parameters = ["Ann"] }),
            new SmsMessage(Target.Number(2), "Hi [%1%]").With(new SmsApiExtras { Parameters = ["Bob"] }));

        Assert.All(results, result => Assert.True(result is { IsAccepted: true, IsDuplicate: true }, result.ToString()));
        Assert.Equal(["Hi Ann", "Hi Bob"], harness.Inbox.Messages.OrderBy(message => message.To).Select(message => message.Text));
    }

    [Fact]
    public void Message_WithEveryExtra_SurvivesJson()
    {
        var extras = new SmsApiExtras
        {
            Fast = true,
            AllowTags = true,
            Template = "Notify",
            Parameters = ["Ann", "zażółć"],
            Single = true,
            MaxParts = 3,
            NoUnicode = true,
            Normalize = true,
            TimeRestriction = SmsApiTimeRestriction.NearestAvailable,
            SkipForeign = true,
            PartnerId = "p",
            DiscountGroup = "g",
            Fallback = new SmsApiFallback(IncludeSenderAndDate: true),
            Binary = new SmsApiBinary("06", "61"),
        };
        var message = new SmsMessage("+48500111222", "hello").With(extras);

        var read = Crossed(message, throughJson: true);

        Assert.Equal(message, read);
        Assert.Equal(extras with { Parameters = [] }, read.GetExtras<SmsApiExtras>()! with { Parameters = [] });
        Assert.Equal(extras.Parameters, read.GetExtras<SmsApiExtras>()!.Parameters);
        Assert.Empty(JsonSerializer.Deserialize("""{"To":"+48500111222","Text":"hi","Extras":{"smsapi":{"Fast":true}}}""", SmsJsonContext.Default.SmsMessage)!.GetExtras<SmsApiExtras>()!.Parameters ?? []);
    }

    private static SmsMessage Crossed(SmsMessage message, bool throughJson) => throughJson
        ? JsonSerializer.Deserialize(JsonSerializer.Serialize(message, SmsJsonContext.Default.SmsMessage), SmsJsonContext.Default.SmsMessage)!
        : message;
}
