namespace BuyerPath.Domain.Sentences;

/// <summary>A language in which sentences are written for people. Numbered as Windows and Dataverse number languages (LCID).</summary>
public enum Language
{
    /// <summary>English, in which every sentence is there.</summary>
    English = 1033,

    /// <summary>Finnish, in which every sentence is there too.</summary>
    Finnish = 1035,
}
