/**
 * Holds a database as another program does, in a process of its own until that is killed:
 * `node hold-lock.ts FILE write|read`, where 'write' locks all writers out and 'read' goes on reading the moment it began with.
 */
import Sqlite from 'better-sqlite3';

const [file = '', way = ''] = process.argv.slice(2);
const database = new Sqlite(file);
database.exec(way === 'write' ? 'BEGIN EXCLUSIVE' : 'BEGIN; SELECT COUNT(*) FROM sqlite_schema');
process.stdout.write('held\n');
setInterval(() => database.open, 60_000); // what nobody refers to is closed
