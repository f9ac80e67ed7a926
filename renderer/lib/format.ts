// Files that the service writes are worded by it as well, so that it lies where both may import it.
export { createFormat, decimalsFor, type Format, NO_DATA } from '../../shared/text/format.ts';
