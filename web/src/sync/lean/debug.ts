// automerge-repo's own log, which nobody reads in a browser of ours.
const log = (): void => undefined;

const debug = (): typeof log => log;
export default debug;
