package lamp

// Error codes of the lamp service.
const (
	// ErrLampOff is returned when the lamp is off.
	ErrLampOff = 70001
	// ErrLampGone is returned when the lamp is gone.
	ErrLampGone = 70002
	ErrLampHot  = 70003 // the lamp is too hot to touch
)
