/** Settings of the kite. */
export const KITE_COLOUR = 'red';
export const KITE_SIZE = 30; // centimetres
export const defaults = { name: 'Kite', status: 'new', message: 'A kite was made for you' };
export function fly(kite: Kite): void {
  const title = 'The kite flies high';
  if (kite.size > 400) { throw new Error('too large'); }
}
