public enum KiteErrorCode: Int {
    /// The kite is lost
    case kiteLost = -1005
    /// The kite has a size of zero
    case zeroSize = -1006
    case badString = -1007 // the string is too old
}
