import type { CommandId, MenuName } from '../commands/registry.ts';
import type { RecordField } from '../domain/fields.ts';
import type { Dimension } from '../query/dimensions.ts';
import type { Measure } from '../query/measures.ts';
import { en } from './en.ts';
import { ko } from './ko.ts';

/** The plant's words for what the program is made of; screens have their own texts beside them. */
export interface Labels {
  measures: Record<Measure, string>;
  dimensions: Record<Dimension, string>;
  fields: Record<RecordField, string>;
  commands: Record<CommandId, string>;
  menus: Record<MenuName, string>;
}

export const languages = ['en', 'ko'] as const;
export type Language = (typeof languages)[number];

export const labels: Record<Language, Labels> = { en, ko };
