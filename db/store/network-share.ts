import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';

/** File systems that keep SQLite's shared memory or locks from working between machines. */
const NETWORK_FILE_SYSTEMS =
  /^(nfs\d?|cifs|smb\d?|smbfs|afpfs|webdav|davfs|9p|afs|ceph|glusterfs|fuse\.(sshfs|rclone|s3fs|davfs2?|gvfsd-fuse))$/;

/** The kind of network share that a path lies on, or would; null for a disk of this machine. A whole path. */
export function networkShareOf(path: string): string | null {
  if (isNetworkPath(path)) return 'network path';
  const place = realPlace(path);
  return isNetworkPath(place) ? `network drive, ${place}` : networkFileSystem(place, mountTable());
}

/** Whether a whole path of Windows names another machine: `\\server\share`, also in its long form; not `\\?\C:\`, nor a device. */
export function isNetworkPath(path: string): boolean {
  return /^\\\\(?:\?\\UNC\\|(?![?.]\\))/i.test(path);
}

/** The nearest place at or above a path that is there; null where not even the drive is. */
export function nearestThere(
  path: string,
  isThere: (path: string) => boolean = existsSync,
  above = dirname,
): string | null {
  if (isThere(path)) return path;
  return above(path) === path ? null : nearestThere(above(path), isThere, above);
}

/** Where a path that may not be there yet would really be; the system's own way also tells of which share a drive letter is. */
function realPlace(path: string): string {
  const there = nearestThere(path);
  return there === null ? path : realpathSync.native(there);
}

function mountTable(): string {
  return process.platform === 'linux' && existsSync('/proc/self/mounts')
    ? readFileSync('/proc/self/mounts', 'utf8')
    : '';
}

/** The network file system that holds a path, by the longest mount point above it; null for a local one. */
export function networkFileSystem(path: string, mounts: string): string | null {
  let best = { point: '', type: '' };
  for (const entry of mounts.split('\n')) {
    const [, rawPoint, type] = entry.split(' ');
    if (!rawPoint || !type) continue;
    const point = rawPoint.replaceAll('\\040', ' ');
    const above = point === '/' || path === point || path.startsWith(`${point}/`);
    if (above && point.length >= best.point.length) best = { point, type };
  }
  return NETWORK_FILE_SYSTEMS.test(best.type) ? best.type : null;
}
