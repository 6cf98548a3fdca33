namespace KneeLoad.Ingest.Grounds;

/// <summary>The material of the ground. The numbers stand in index files and do not change.</summary>
public enum SurfaceClass
{
    /// <summary>Nobody says, and nothing tells.</summary>
    Unknown = 0,

    /// <summary>Asphalt, chipseal.</summary>
    Asphalt = 1,

    /// <summary>Concrete, in one piece or in plates.</summary>
    Concrete = 2,

    /// <summary>Paving stones, bricks, tiles.</summary>
    Paving = 3,

    /// <summary>Setts and cobblestones.</summary>
    Cobble = 4,

    /// <summary>Compacted fine material.</summary>
    Compacted = 5,

    /// <summary>Gravel, pebbles, rock.</summary>
    Gravel = 6,

    /// <summary>Earth, mud, woodchips.</summary>
    Dirt = 7,

    /// <summary>Grass, real or not.</summary>
    Grass = 8,

    /// <summary>Sand.</summary>
    Sand = 9,

    /// <summary>Planks.</summary>
    Wood = 10,

    /// <summary>The rubber of an athletics track.</summary>
    Track = 11,

    /// <summary>Metal, snow, ice, plastic.</summary>
    Other = 12,

    /// <summary>Paved, nobody says with what.</summary>
    Paved = 13,

    /// <summary>Unpaved, nobody says what it is.</summary>
    Unpaved = 14,

    /// <summary>The map is there, and no way near.</summary>
    OffNetwork = 15,

    /// <summary>The belt of a treadmill.</summary>
    Treadmill = 16,
}
