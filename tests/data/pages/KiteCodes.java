package example.kite;
public interface GlobalKiteErrorConstants {
    // ========== strings ==========
    ErrorCode STRING_TORN = new ErrorCode(1_002_000_001, "线断了");
    ErrorCode STRING_SHORT = new ErrorCode(1_002_000_002, "线太短");
}
