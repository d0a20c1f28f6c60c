package example.lamp;

/** Error codes of the lamp service. */
public enum LampErrors {
    LAMP_MISSING("LMP4001", "The lamp {0} is missing"),
    LAMP_DIRTY("LMP4002", "The lamp is dirty"),
    LAMP_LOCKED("LMP4003", "The lamp is locked by {0}");

    private final String code;
    private final String message;
}
