using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Shop;

/// <summary>Puts the application together. Tests do it the same way and change what they need.</summary>
internal static class ShopApplication
{
    public static WebApplication Create(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, ShopJson.Default));
        AddServices(builder);
        configure?.Invoke(builder);
        var app = builder.Build();
        MapEndpoints(app);
        return app;
    }

    private static void AddServices(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSmsGateway().AddSmsApi("pl", builder.Configuration.GetSection("Sms:pl"));
        services.AddSingleton<OrderBook>();
        services.AddSingleton<OrderConfirmation>();
        services.AddSingleton<LoginCodes>();
        services.AddSingleton<PickUpReminders>();
    }

    private static void MapEndpoints(WebApplication app)
    {
        app.MapPost("/orders", async (NewOrder order, OrderBook book, OrderConfirmation confirmation, CancellationToken stop) =>
        {
            var placed = book.Place(order);
            placed.Confirmation = await confirmation.SendAsync(placed, stop);
            return TypedResults.Created($"/orders/{placed.Number}", placed.Confirmation.ToString());
        });
        app.MapPost("/login", async (Login login, LoginCodes codes, CancellationToken stop) => TypedResults.Ok((await codes.SendAsync(login.Phone, stop)).ToString()));
        app.MapPost("/login/check", Results<Ok, UnauthorizedHttpResult> (Login login, LoginCodes codes) =>
            codes.Check(login.Phone, login.Code ?? "") ? TypedResults.Ok() : TypedResults.Unauthorized());
    }
}

/// <summary>What a customer orders.</summary>
internal sealed record NewOrder(string Phone, decimal Total);

/// <summary>Who wants to log in, and the code that was typed.</summary>
internal sealed record Login(string Phone, string? Code = null);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(NewOrder))]
[JsonSerializable(typeof(Login))]
[JsonSerializable(typeof(string))]
internal sealed partial class ShopJson : JsonSerializerContext;
