namespace KneeLoad.Web.Hosting;

/// <summary>A setting that this service does not start with. The message is for the person who set it.</summary>
public sealed class SettingException(string message) : Exception(message);
