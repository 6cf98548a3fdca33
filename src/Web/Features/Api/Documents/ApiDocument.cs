using KneeLoad.Web.Features.Api.Requests;
using KneeLoad.Web.Hosting;
using KneeLoad.Web.Identity.Tokens;
using KneeLoad.Web.Words;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NodaTime;

namespace KneeLoad.Web.Features.Api.Documents;

/// <summary>The document of the API after OpenAPI: written from the addresses and their types, with the words of the texts.</summary>
internal static class ApiDocument
{
    /// <summary>Name of the document.</summary>
    public const string Name = "v1";

    private const string Token = "token";

    /// <summary>Adds the document.</summary>
    public static void Add(IServiceCollection services) => services.AddOpenApi(Name, document =>
    {
        document.ShouldInclude = address => address.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) is true;
        document.AddDocumentTransformer((text, context, _) =>
        {
            Describe(text, context.ApplicationServices.GetRequiredService<Language>());
            return Task.CompletedTask;
        });
        document.AddSchemaTransformer((schema, context, _) =>
        {
            Describe(schema, context.JsonTypeInfo.Type);
            return Task.CompletedTask;
        });
        document.AddOperationTransformer((operation, context, _) =>
        {
            Describe(operation, context);
            return Task.CompletedTask;
        });
    });

    /// <summary>Maps its address. It says what anybody may know.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapOpenApi(RequestKind.Api + "/{documentName}/openapi.json").AllowAnonymous();

    private static OpenApiSchema Files() => new()
    {
        Type = JsonSchemaType.Object,
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["file"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Items = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
            },
        },
    };

    private static void Describe(OpenApiDocument document, Language say)
    {
        document.Info = new() { Title = say["Api.Document.Title"], Version = Name, Description = say["Api.Document.Text"] };
        // The same server, whatever its address.
        document.Servers = [];
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [Token] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = say["Api.Document.Token"] },
        };
        document.Security = [new() { [new OpenApiSecuritySchemeReference(Token, document)] = [] }];
    }

    // Days and moments are written by converters, of which the document knows nothing by itself.
    private static void Describe(OpenApiSchema schema, Type type)
    {
        var isNullable = Nullable.GetUnderlyingType(type) is not null;
        var format = (Nullable.GetUnderlyingType(type) ?? type) switch
        {
            var value when value == typeof(LocalDate) => "date",
            var value when value == typeof(Instant) => "date-time",
            _ => null,
        };
        if (format is not null)
        {
            (schema.Type, schema.Format) = (JsonSchemaType.String | (isNullable ? JsonSchemaType.Null : default), format);
        }
    }

    private static void Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var say = context.ApplicationServices.GetRequiredService<Language>();
        var about = context.Description.ActionDescriptor.EndpointMetadata;
        var needed = about.OfType<NeedsScopeAttribute>().Last().Names.Replace(" ", ", ", StringComparison.Ordinal);
        var key = "Api.Operation." + operation.OperationId;
        (operation.Summary, operation.Description) = (say[key], $"{say[key + ".Text"]} {say["Api.Document.Scope", ("scope", needed)]}");
        if (about.OfType<TakesKeyAttribute>().Any())
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = IdempotencyKey.Header,
                In = ParameterLocation.Header,
                Description = say["Api.Document.Key", ("most", say.Format.Number(IdempotencyKey.Longest, 0))],
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }

        if (about.OfType<TakesFilesAttribute>().Any())
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { ["multipart/form-data"] = new() { Schema = Files() } },
            };
        }
    }
}
