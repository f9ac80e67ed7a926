/**
 * Who may import whom, as data. The compiler's project references keep the folders apart already; these are the rules
 * that it cannot know: single packages, single files, and folders within one project.
 */
export interface SourceFile {
  /** Path from the project's folder, with forward slashes. */
  path: string;
  text: string;
}

export interface Import {
  /** A package ('zod', 'node:fs') or a path from the project's folder. */
  target: string;
  /** Types alone: gone when the program runs. */
  typeOnly: boolean;
}

interface Boundary {
  why: string;
  /** Files that it binds, by the beginning of their path. */
  of: readonly string[];
  /** What they may import, by beginning; all else is refused. */
  may?: readonly string[];
  /** What they may not import, by beginning. */
  mayNot?: readonly string[];
  /** Files that it does not bind. */
  except?: readonly string[];
  /** Tests too, or the product alone. */
  tests?: false;
  /** Type imports too, or only what runs. */
  types?: false;
}

const product = ['shared/', 'db/', 'electron/', 'renderer/'];

export const boundaries: readonly Boundary[] = [
  {
    why: 'shared is pure: it imports zod and the contract library and nothing else',
    of: ['shared/'],
    may: ['shared/', 'zod', '@orpc/contract'],
    tests: false,
  },
  { why: 'db knows nothing of windows or transports', of: ['db/'], mayNot: ['electron/', 'renderer/', 'ws', '@orpc/'] },
  {
    why: 'the service knows no host',
    of: ['electron/service/'],
    mayNot: ['electron/desktop/', 'electron/browser/', 'electron/cli/', 'ws'],
  },
  {
    why: 'a host knows the service and not what is beneath it',
    of: ['electron/desktop/', 'electron/browser/', 'electron/cli/'],
    mayNot: ['db/'],
  },
  {
    why: 'electron is imported in electron/desktop only: importing it elsewhere would try to fetch its runtime',
    of: product,
    except: ['electron/desktop/'],
    mayNot: ['electron'],
  },
  {
    why: 'better-sqlite3 is imported in db/engine/sqlite and db/testing only',
    of: product,
    except: ['db/engine/sqlite/', 'db/testing/'],
    mayNot: ['better-sqlite3'],
    tests: false,
    types: false,
  },
  {
    why: 'the preload is sandboxed: it can require electron and nothing else',
    of: ['electron/desktop/preload.ts'],
    may: ['electron'],
    types: false,
  },
  {
    why: 'the renderer imports shared and itself',
    of: ['renderer/'],
    mayNot: ['db/', 'electron/', 'node:'],
    tests: false,
  },
  { why: 'features never import the app', of: ['renderer/features/'], mayNot: ['renderer/app/'] },
  {
    why: 'what screens are made of imports no screen',
    of: [
      'renderer/ui/',
      'renderer/lib/',
      'renderer/charts/',
      'renderer/transport/',
      'renderer/commands/',
      'renderer/why/',
      'renderer/views/',
      'renderer/alerts/',
    ],
    mayNot: ['renderer/features/', 'renderer/app/'],
  },
  { why: 'nothing imports scripts or end-to-end tests', of: product, mayNot: ['scripts/', 'e2e/'] },
];

/** Every import that breaks a rule and every address of another machine, one sentence each. */
export function findViolations(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => [
    ...importsOf(file).flatMap((found) =>
      [
        ...boundaries.filter((boundary) => breaks(file.path, found, boundary)).map(({ why }) => why),
        ...betweenFeatures(file.path, found),
      ].map((why) => `${file.path} imports ${found.target}, but ${why}`),
    ),
    ...remoteAddresses(file).map(
      (address) => `${file.path} names ${address}, but the program speaks to this machine only`,
    ),
  ]);
}

function breaks(path: string, { target, typeOnly }: Import, boundary: Boundary): boolean {
  if (!startsWithAny(path, boundary.of) || startsWithAny(path, boundary.except ?? [])) return false;
  if (boundary.tests === false && isTest(path)) return false;
  if (boundary.types === false && typeOnly) return false;
  if (boundary.may && !boundary.may.some((allowed) => isWithin(target, allowed))) return true;
  return boundary.mayNot?.some((refused) => isWithin(target, refused)) ?? false;
}

/** The one rule that compares both ends: features never import each other. */
function betweenFeatures(path: string, { target }: Import): string[] {
  const feature = /^renderer\/features\/[^/]+\//;
  const own = feature.exec(path)?.[0];
  const other = feature.exec(target)?.[0];
  return own && other && own !== other ? ['features never import features'] : [];
}

function startsWithAny(path: string, beginnings: readonly string[]): boolean {
  return beginnings.some((beginning) => path.startsWith(beginning));
}

/** Whether a target is the package or lies beneath the folder: 'electron' is not 'electron/service/'. */
function isWithin(target: string, beginning: string): boolean {
  if (beginning.endsWith('/') || beginning.endsWith(':')) return target.startsWith(beginning);
  return target === beginning || (target.startsWith(`${beginning}/`) && !target.endsWith('.ts'));
}

function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path);
}

const STATEMENT = /\b(?:import|export)\s+(type\s+)?(?:([^'"`;]*?)\s*\bfrom\s*)?['"]([^'"]+)['"]/g;
const CALL = /\b(?:import|require|vi\.importActual)\(\s*['"]([^'"]+)['"]/g;

/** What a file imports, with relative paths resolved against the project's folder. */
export function importsOf({ path, text }: SourceFile): Import[] {
  const code = withoutComments(text);
  const statements = [...code.matchAll(STATEMENT)].map(([, type, names, target]) => ({
    target: resolveFrom(path, target ?? ''),
    typeOnly: type !== undefined || isListOfTypes(names),
  }));
  const calls = [...code.matchAll(CALL)].map(([, target]) => ({
    target: resolveFrom(path, target ?? ''),
    typeOnly: false,
  }));
  return [...statements, ...calls];
}

function isListOfTypes(names: string | undefined): boolean {
  const list = /^\{([^}]*)\}$/.exec(names?.trim() ?? '')?.[1];
  const entries = list
    ?.split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  return entries?.every((entry) => entry.startsWith('type ')) ?? false;
}

function resolveFrom(path: string, target: string): string {
  if (!target.startsWith('.')) return target;
  return new URL(target, `file:///${path}`).pathname.slice(1);
}

const ADDRESS = /\b(?:https?|wss?):\/\/(?!127\.0\.0\.1|www\.w3\.org)[\w.-]+/g;

function remoteAddresses(file: SourceFile): string[] {
  if (isTest(file.path) || !startsWithAny(file.path, product)) return [];
  return withoutComments(file.text).match(ADDRESS) ?? [];
}

/** The code without comments; a '//' that follows a colon is an address in a text. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:])\/\/.*$/gm, '$1');
}
