// A small shop that confirms orders, sends one-time codes and reminds of parcels by SMS.
//   dotnet run --project src/SmsGateway.Emulator      shows the messages at http://127.0.0.1:5080
//   dotnet run --project samples/Shop                 takes orders at http://127.0.0.1:5090
//   curl -d '{"phone":"+48500111222","total":49.9}' -H 'Content-Type: application/json' http://127.0.0.1:5090/orders
using Shop;

var app = ShopApplication.Create(args);
await app.RunAsync();
