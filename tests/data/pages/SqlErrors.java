// Licensed to nobody
package org.example.kite;

import java.util.List;

// Says which error happened.
public enum ErrorCode {
    // As old kites number them
    ERR_KNOT(1000, new byte[]{'K', 'Y', '0', '0', '0'}, "knotted"),
    ERR_CANT_FLY(1005, new byte[]{'K', 'Y', '0', '0', '0'}, "Can't fly kite '%s' (wind: %d - %s)"),
    ERR_STRING(1044, new byte[]{'4', '2', '0', '0', '0'}, "Nobody gave '%s' the "
            + "string of '%s'");

    ErrorCode(int code, byte[] state, String message) {
        this.code = code;
        this.message = message;
    }
    private final int code;
    public int getCode() { return code; }
}
