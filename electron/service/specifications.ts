import {
  MOST_SPECIFICATIONS,
  type Specification,
  type SpecificationKey,
  specificationSchema,
} from '../../shared/contract/specifications.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { compareSpecifications, isSameSpecification } from '../../shared/quality/specification.ts';
import { KeptList } from './kept-list.ts';

/** What is asked of measures, kept in the folder of a store. */
export class Specifications {
  readonly #kept: KeptList<Specification>;

  constructor(path: string, onChange = () => {}) {
    const what = 'The limits of measures';
    this.#kept = new KeptList({ path, schema: specificationSchema, what, atFirst: [], onChange });
  }

  /** All of them by measure, item, line and day. Throws in words where the file cannot be read. */
  list(): Promise<Specification[]> {
    return this.#kept.list();
  }

  /** Keeps one, in the place of one of the same. Throws where there are too many. */
  save(specification: Specification): Promise<Specification[]> {
    return this.#kept.change((all) => {
      const others = all.filter((each) => !isSameSpecification(each, specification));
      if (others.length >= MOST_SPECIFICATIONS) {
        throw new AppError(
          'INVALID_ARGUMENT',
          `There are ${MOST_SPECIFICATIONS} limits of measures, which is the most. Nothing was saved; delete one that is not needed.`,
        );
      }
      return [...others, specification].sort(compareSpecifications);
    });
  }

  /** Takes one away. Throws where there is none of it. */
  remove(key: SpecificationKey): Promise<Specification[]> {
    return this.#kept.change((all) => {
      const others = all.filter((each) => !isSameSpecification(each, key));
      if (others.length < all.length) return others;
      throw new AppError('NOT_FOUND', 'These limits of a measure are not kept any more. Nothing was changed.');
    });
  }
}
