import type { Service } from '../service/service.ts';
import type { Client } from './local-client.ts';

export interface OptionDefinition {
  /** What stands after the option in the help; a switch has none. */
  value?: string;
  description: string;
  repeatable?: true;
}

export type OptionValues = Record<string, string | boolean | (string | boolean)[] | undefined>;

/** One call of a command as the command sees it. */
export interface Invocation {
  positionals: string[];
  values: OptionValues;
  /** Says something on standard error that is no part of the result. */
  note: (line: string) => void;
}

/** A call of a command that works on an open store. */
export interface StoreInvocation extends Invocation {
  service: Service;
  client: Client;
}

/** What a command has to say: as one JSON document, and as text for people. */
export interface Outcome {
  json: unknown;
  text: string;
}

interface CommandShape {
  name: string;
  /** What stands after the name, as in 'FILE...'. */
  parameters: string;
  /** One sentence. */
  summary: string;
  options: Record<string, OptionDefinition>;
}

/**
 * A command that works on an open store: 'read' works beside a window that owns it, 'own' takes it, 'any' takes it where it
 * is free and else works beside its owner.
 */
export interface StoreCommand extends CommandShape {
  store: 'own' | 'read' | 'any';
  run: (invocation: StoreInvocation) => Promise<Outcome>;
}

/** A command that opens the store by itself and says itself what it has to say. */
export interface FolderCommand extends CommandShape {
  store: 'folder';
  run: (invocation: Invocation & { storeFolder: string; json: boolean }) => Promise<void>;
}

/** A command that works on the files of a store that nobody has open. */
export interface ClosedStoreCommand extends CommandShape {
  store: 'closed';
  run: (invocation: Invocation & { storeFolder: string }) => Promise<Outcome>;
}

/** A command that needs no store. */
export interface PlainCommand extends CommandShape {
  store: 'none';
  run: (invocation: Invocation) => Promise<Outcome>;
}

export type Command = StoreCommand | FolderCommand | ClosedStoreCommand | PlainCommand;
