'use strict'
const codes = {
  KITE_ERR_NOT_FOUND: createError('KITE_ERR_NOT_FOUND', 'There is no kite', 404),
  KITE_ERR_TOO_LARGE: createError(
    'KITE_ERR_TOO_LARGE',
    'The kite is too large',
    413,
    RangeError
  ),
  KITE_ERR_TORN: createError('KITE_ERR_TORN', 'The kite is torn'),
}
module.exports = codes
