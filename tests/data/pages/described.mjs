import { KITE_001, KITE_002 } from "./codes.mjs";

//#region descriptions of errors
const kiteDescMap = {
	[KITE_001]: "Failed to find the kite.",
	[KITE_002]: "The kite has no \"string\"",
};
export { kiteDescMap };
