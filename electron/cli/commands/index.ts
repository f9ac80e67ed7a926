import type { Command } from '../command.ts';
import { advise } from './advise.ts';
import { archive } from './archive.ts';
import { backup } from './backup.ts';
import { changes } from './changes.ts';
import { explain } from './explain.ts';
import { exportReport } from './export.ts';
import { generate } from './generate.ts';
import { importFiles } from './import.ts';
import { changeIndex } from './index-change.ts';
import { inspect } from './inspect.ts';
import { lot } from './lot.ts';
import { maintain } from './maintain.ts';
import { profiles } from './profiles.ts';
import { query } from './query.ts';
import { records } from './records.ts';
import { recover } from './recover.ts';
import { reopen } from './reopen.ts';
import { report } from './report.ts';
import { reportSchedules } from './report-schedules.ts';
import { restore } from './restore.ts';
import { salvage } from './salvage.ts';
import { schedule } from './schedule.ts';
import { serveStore } from './serve.ts';
import { standby } from './standby.ts';
import { stats } from './stats.ts';
import { status } from './status.ts';
import { undo } from './undo.ts';
import { verify } from './verify.ts';
import { watch } from './watch.ts';
import { watched } from './watched.ts';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  inspect,
  importFiles,
  profiles,
  watched,
  watch,
  undo,
  query,
  explain,
  records,
  lot,
  changes,
  exportReport,
  status,
  stats,
  report,
  archive,
  reopen,
  maintain,
  schedule,
  reportSchedules,
  advise,
  changeIndex,
  backup,
  verify,
  restore,
  standby,
  recover,
  salvage,
  generate,
  serveStore,
];
