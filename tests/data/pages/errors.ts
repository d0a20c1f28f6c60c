// Error codes of the lamp service
export const LampErrors = {
  LAMP_OFF: { code: 'LMP-51', status: 400, message: 'The lamp is off' },
  LAMP_HOT: { code: 'LMP-52', status: 503, message: 'The lamp is too hot' },
  LAMP_GONE: { code: 'LMP-53', status: 410, message: 'The lamp is gone' },
};
