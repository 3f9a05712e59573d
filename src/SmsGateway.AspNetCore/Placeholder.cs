namespace SmsGateway; internal static class Placeholder;
