import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Specification } from '../../../shared/contract/specifications.ts';
import type { SpecificationLimits } from '../../../shared/domain/spc/capability.ts';
import {
  type SpecificationChange,
  specificationOn,
  stillStands,
  takingBack,
} from '../../../shared/quality/specification.ts';
import { isTyped, type QualityView, specificationShown } from '../../../shared/quality/view.ts';
import type { ChartScope } from '../../../shared/questions/chart-scope.ts';
import { useClient } from '../../lib/connection.tsx';

const queryKey = ['specifications'];

/** All limits that are kept. */
export function useSpecifications() {
  const client = useClient();
  return useQuery({ queryKey, queryFn: ({ signal }) => client.specifications.list(undefined, { signal }) });
}

/** What is asked of the measure of a view, and where it comes from. */
export interface Asked {
  limits: SpecificationLimits;
  isTyped: boolean;
  /** What is kept for the last day of the range; null where nothing is. */
  kept: Specification | null;
  /** What was kept for its first day, where that is another. */
  before: Specification | null;
  /** Why it is not known what is kept. */
  error: Error | null;
}

/** What is asked of the measure of a view over a scope: what was typed, else what is kept for its last day. */
export function useAsked(view: QualityView, { from, to, filters }: ChartScope): Asked {
  const { data = [], error } = useSpecifications();
  const of = { measure: view.measure, filters };
  const kept = specificationOn(to, data, of);
  const first = specificationOn(from, data, of);
  return {
    limits: specificationShown(view, kept),
    isTyped: isTyped(view.specification),
    kept,
    before: first === kept ? null : first,
    error,
  };
}

/**
 * Keeps limits or lets them go; what was done last can be taken back while the screen stays, until another window keeps others in
 * its place.
 */
export function useChangeSpecifications() {
  const client = useClient();
  const queryClient = useQueryClient();
  const kept = useSpecifications().data ?? [];
  const [last, setLast] = useState<{ made: SpecificationChange; back: SpecificationChange } | null>(null);
  const changed = useMutation({
    mutationFn: (change: SpecificationChange) =>
      change.do === 'save'
        ? client.specifications.save(change.specification)
        : client.specifications.remove(change.specification),
    // As it was before: the list may be told anew before the answer is here.
    onMutate: (change) => takingBack(change, queryClient.getQueryData<Specification[]>(queryKey) ?? []),
    onSuccess: (all, made, back) => {
      setLast(back && { made, back });
      queryClient.setQueryData<Specification[]>(queryKey, all);
    },
  });
  return {
    change: changed.mutate,
    isPending: changed.isPending,
    error: changed.error,
    /** Takes the last change back; null where there is none, or where what it made is not what is kept any more. */
    undo:
      last && stillStands(last.made, kept) ? () => changed.mutate(last.back, { onSuccess: () => setLast(null) }) : null,
  };
}
