namespace Example.Lamps
{
    /// <summary>Error codes of the lamp service.</summary>
    public enum ErrorCode
    {
        /// <summary>
        /// The lamp is off.
        /// </summary>
        LampOff = 6001,

        /// <summary>The lamp is hot.</summary>
        LampHot = 6002,

        /// <summary>The lamp is gone.</summary>
        LampGone = 6003,
    }
}
