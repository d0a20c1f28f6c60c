package errno

const (
	// KiteOK means that it flies.
	KiteOK = 0

	// ErrKiteNotFound - 404: Kite not found.
	ErrKiteNotFound int = iota + 110001

	// ErrKiteTorn - 400: The kite is torn.
	ErrKiteTorn
)

var (
	WindGone = &Errno{Code: 20101, Message: "The wind has gone."}
	ErrLimit = errors.New(20109, "too many kites, at most %d")
)
