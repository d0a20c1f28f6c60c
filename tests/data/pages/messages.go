package e

var MsgFlags = map[int]string{
	ERROR_KITE_TAKEN: "风筝已被拿走",
	ERROR_NO_WIND:    "没有风",
	ERROR_TORN:       "风筝破了",
}

const (
	ERROR_KITE_TAKEN = 30001
	ERROR_NO_WIND    = 30003
	ERROR_TORN       = 30004
)
