/** Ways in which a file comes to harm on its way, or was never what it looks like: bytes in, other bytes out. */
import type { Random } from '../sample/random.ts';
import type { PlantFile } from './dialects-file.ts';

/** What trips up whoever splits, decodes or counts. */
const traps = [
  Buffer.from('"'),
  Buffer.from('""'),
  Buffer.from(','),
  Buffer.from(';'),
  Buffer.from('\n'),
  Buffer.from('\r'),
  Buffer.from('\r\n"'),
  Buffer.from('\0'),
  Buffer.from('\uFEFF'),
  Buffer.from([0xff, 0xfe]),
  Buffer.from([0xed, 0xa0, 0x80]), // a lone surrogate as UTF-8
  Buffer.from([0x00, 0xd8]), // a lone surrogate as UTF-16
  Buffer.from([0x81]),
  Buffer.from('-1'),
  Buffer.from('1e308'),
  Buffer.from('9'.repeat(40)),
  Buffer.from('0.0000000000001'),
  Buffer.from('=cmd|calc'),
  Buffer.from('<row r="99999999999"><c r="ZZZZZZ1"><v>1</v></c></row>'),
  Buffer.from('&#0;&unknown;'),
];

type Mutation = (bytes: Buffer, random: Random, other: Buffer) => Buffer;

const part = (bytes: Buffer, random: Random, most = bytes.length): [from: number, to: number] => {
  const from = random.below(bytes.length + 1);
  return [from, Math.min(bytes.length, from + random.below(Math.min(most, bytes.length) + 1))];
};
const cut = (bytes: Buffer, at: number, put: Buffer, skip = 0) =>
  Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + skip)]);

const mutations: Record<string, Mutation> = {
  'bits are turned'(bytes, random) {
    const turned = Buffer.from(bytes);
    for (let left = 1 + random.below(4); left > 0 && turned.length > 0; left -= 1) {
      const at = random.below(turned.length);
      turned[at] = (turned[at] as number) ^ (1 << random.below(8));
    }
    return turned;
  },
  'a byte is another'(bytes, random) {
    const other = Buffer.from(bytes);
    if (other.length > 0) other[random.below(other.length)] = random.below(256);
    return other;
  },
  'something is put in': (bytes, random) => cut(bytes, random.below(bytes.length + 1), random.pick(traps)),
  'something takes the place'(bytes, random) {
    const put = random.pick(traps);
    return cut(bytes, random.below(bytes.length + 1), put, put.length);
  },
  'a digit is another'(bytes, random) {
    const other = Buffer.from(bytes);
    const from = random.below(bytes.length + 1);
    const at = bytes.subarray(from).findIndex((byte) => byte >= 48 && byte <= 57);
    if (at >= 0) other[from + at] = 48 + random.below(10);
    return other;
  },
  'it is cut short': (bytes, random) => bytes.subarray(0, random.below(bytes.length + 1)),
  'its beginning is gone': (bytes, random) => bytes.subarray(random.below(bytes.length + 1)),
  'a block is gone'(bytes, random) {
    const [from, to] = part(bytes, random);
    return cut(bytes, from, Buffer.alloc(0), to - from);
  },
  'a block is there twice'(bytes, random) {
    const [from, to] = part(bytes, random);
    return cut(bytes, to, bytes.subarray(from, to));
  },
  'two blocks have changed places'(bytes, random) {
    const [from, to] = part(bytes, random);
    const middle = from + random.below(to - from + 1);
    return Buffer.concat([
      bytes.subarray(0, from),
      bytes.subarray(middle, to),
      bytes.subarray(from, middle),
      bytes.subarray(to),
    ]);
  },
  'a block is zeroed'(bytes, random) {
    const [from, to] = part(bytes, random, 600);
    return Buffer.from(bytes).fill(0, from, to);
  },
  'a block is noise'(bytes, random) {
    const [from, to] = part(bytes, random, 200);
    const noisy = Buffer.from(bytes);
    for (let at = from; at < to; at += 1) noisy[at] = random.below(256);
    return noisy;
  },
  'another file follows': (bytes, _, other) => Buffer.concat([bytes, other]),
  'another file goes on in it'(bytes, random, other) {
    return Buffer.concat([
      bytes.subarray(0, random.below(bytes.length + 1)),
      other.subarray(random.below(other.length + 1)),
    ]);
  },
  'a line is there many times'(bytes, random) {
    const from = bytes.lastIndexOf(10, random.below(bytes.length + 1)) + 1;
    const end = bytes.indexOf(10, from) + 1 || bytes.length;
    const line = bytes.subarray(from, end);
    return cut(bytes, end, Buffer.concat(Array.from({ length: 1 + random.below(50) }, () => line)));
  },
  'a cell is huge'(bytes, random) {
    return cut(
      bytes,
      random.below(bytes.length + 1),
      Buffer.alloc(1 + random.below(400_000), random.pick(['x', '"', ',', '1', ' '])),
    );
  },
  'it is noise throughout'(bytes, random) {
    return Buffer.from(
      Array.from({ length: 1 + random.below(Math.min(2_000, bytes.length + 1)) }, () => random.below(256)),
    );
  },
};
const names = Object.keys(mutations);
/** What makes a file a hundred times as large is tried a hundredth as often. */
const SELDOM = 'a cell is huge';

/** Changes bytes in one to three ways; of `other`, another file, something may get into them. */
export function mutate(bytes: Buffer, random: Random, other: Buffer): { bytes: Buffer; how: string } {
  const ways = Array.from({ length: random.chance(0.7) ? 1 : 2 + random.below(2) }, () => {
    const name = random.pick(names);
    return name === SELDOM && !random.chance(0.05) ? 'a digit is another' : name;
  });
  return {
    bytes: ways.reduce((changed, way) => mutations[way]?.(changed, random, other) ?? changed, bytes),
    how: ways.join(', '),
  };
}

/** A file that came to harm: as it lies there, or in what is packed in it. */
export function mutateFile(file: PlantFile, random: Random, other: PlantFile): { bytes: Buffer; how: string } {
  if (random.chance(0.4)) return mutate(file.bytes, random, other.bytes);
  let within = '';
  const bytes = file.changedWithin((content) => {
    const { bytes: changed, how } = mutate(content, random, other.bytes);
    within = how;
    return changed;
  });
  return { bytes, how: `within: ${within}` };
}
