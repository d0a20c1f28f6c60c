@Getter
public enum ErrorCode {
    // 404
    KITE_MISSING(HttpStatus.NOT_FOUND, "KTE-001", "연을 찾을 수 없습니다."),
    KITE_TAKEN(HttpStatus.CONFLICT, "KTE-002", "The kite is taken");

    private final HttpStatus status;
}
