package example.kite

enum class KiteError(val status: Int, val text: String) {
    KITE_NOT_FOUND(404, "There is no kite %s"),
    KITE_REFUSED(403, "You may not fly it"),
    KITE_BUSY(409, "Somebody flies it");
}
