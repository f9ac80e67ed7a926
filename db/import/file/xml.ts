/** XML as a stream of its tags and texts, within the limits of what a workbook can be. */
import { SaxesParser } from 'saxes';
import { XmlLimits } from './workbook-limits.ts';

export type Attributes = Record<string, string>;

/** What reading XML tells: names without their prefix. */
export interface XmlHandlers {
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Feeds XML in UTF-8 to handlers, a chunk at a time; after each, whose length is told, the caller may take what was found. */
export async function* parseXml(chunks: AsyncIterable<Buffer>, handlers: XmlHandlers): AsyncGenerator<number> {
  const parser = new SaxesParser({ xmlns: false });
  let failure: Error | null = null;
  parser.on('error', (error) => {
    failure ??= error;
  });
  const limits = new XmlLimits();
  parser.on('opentag', ({ name, attributes }) => {
    limits.open();
    handlers.open?.(withoutPrefix(name), attributes);
  });
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  parser.on('closetag', ({ name }) => {
    limits.close();
    handlers.close?.(withoutPrefix(name));
  });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of chunks) {
    limits.chunk(chunk.length);
    parser.write(decoder.decode(chunk, { stream: true }));
    if (failure) throw failure;
    yield chunk.length;
  }
  parser.close();
  if (failure) throw failure;
}

/** The name of a tag or an attribute as all prefixes write it. */
export function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** An attribute by its name without a prefix. */
export function attributeOf(attributes: Attributes, name: string): string | undefined {
  for (const written in attributes) if (withoutPrefix(written) === name) return attributes[written];
  return undefined;
}
