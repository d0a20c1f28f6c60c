namespace py example

/** What can go wrong in the orchard. */
enum OrchardErrorCode {
  /** The tree is bare. */
  TREE_BARE = 1001,
  /** The ladder is too short. */
  LADDER_SHORT = 1002, // take the other one
}

exception OrchardException {
  1: required OrchardErrorCode code,
  2: optional string message,
}
