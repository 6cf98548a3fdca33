// The door of the web service and of the command line.
var app = WebApplication.CreateBuilder(args).Build();
await app.RunAsync();
