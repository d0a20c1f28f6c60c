package meta

// StatusReason says why.
type StatusReason string

const (
	// StatusReasonUnfed means the goat has had nothing to eat.
	// Status code 402
	StatusReasonUnfed StatusReason = "Unfed"

	// StatusReasonGoatGone means that the goat cannot be found.
	// Details (optional):
	//   "kind" string - the kind of goat
	// Status code 404
	StatusReasonGoatGone StatusReason = "GoatGone"
)
