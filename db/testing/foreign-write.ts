/** Writes to a database in a process of its own, as another program does: `node foreign-write.ts FILE SQL`. */
import Sqlite from 'better-sqlite3';

const [file = '', sql = ''] = process.argv.slice(2);
const database = new Sqlite(file);
database.exec(sql);
database.close();
