using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace KneeLoad.Web.Features.Api.Requests;

/// <summary>Gives what is read a tag of its content, and says 304 to whoever has it already.</summary>
internal sealed class Unchanged(IOptions<JsonOptions> json) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var answer = await next(context);
        var inner = answer is INestedHttpResult nested ? nested.Result : answer;
        if (!HttpMethods.IsGet(context.HttpContext.Request.Method)
            || inner is not (IStatusCodeHttpResult { StatusCode: StatusCodes.Status200OK } and IValueHttpResult { Value: { } value }))
        {
            return answer;
        }

        var bytes = JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), json.Value.SerializerOptions);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\"");
        return TypedResults.Bytes(bytes, "application/json; charset=utf-8", entityTag: tag);
    }
}
