import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { SetUpPreview } from '../../../preload/contract/practice/set-up-preview.ts';
import type { ErrorShape } from '../../../preload/contract/shared/errors.ts';
import { useTrpc } from '../../api/api-provider.tsx';
import { refusalOf } from '../../api/refusal.ts';
import { showNotice } from '../../ui/notices/notice.store.ts';
import { useLinesToCorrect } from '../people/import/lines-to-correct.store.ts';
import { fieldOfPath, firstAnswers, refusedAnswers, setUpInputOf, type AnswerField, type SetUpAnswers } from './set-up-answers.ts';
import { headingLines, leftOutTable } from './staff-marks.ts';
import { staffText } from './staff-table.ts';
import { computerTimeZone } from './time-zones.ts';

/** How long after the last key the preview is made, in ms. */
const pause = 200;
/** Stands on the sheet until the practice has a name. */
const nameless = 'Your practice';

export interface SetUpState {
  readonly answers: SetUpAnswers;
  readonly change: (answers: Partial<SetUpAnswers>) => void;
  /** What the answers make, as they were a moment ago. */
  readonly preview: SetUpPreview | undefined;
  /** A sentence for each answer that is refused; those of typing show once "Make this week" was pressed. */
  readonly refused: Partial<Record<AnswerField, string>>;
  /** A refusal that belongs to no answer. */
  readonly refusal: ErrorShape | null;
  readonly busy: boolean;
  /** Makes the practice and goes to its week. Answers the first refused answer, to go to. */
  readonly make: () => Promise<AnswerField | null>;
}

/** The start screen's state: the answers, what they make, and the set-up itself. */
export function useSetUp(): SetUpState {
  const trpc = useTrpc();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [answers, setAnswers] = useState(() => firstAnswers(computerTimeZone()));
  const [tried, setTried] = useState(false);
  const [fromMain, setFromMain] = useState<ErrorShape | null>(null);

  const settled = useSettled(answers);
  const previewable = useMemo(() => usable(settled), [settled]);
  const withStaff = useQuery({
    ...trpc.practice.setUpPreview.queryOptions(setUpInputOf(previewable)),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  // A sheet that is refused as a whole takes nothing else from the preview.
  const without = useQuery({
    ...trpc.practice.setUpPreview.queryOptions(setUpInputOf({ ...previewable, staff: null })),
    placeholderData: keepPreviousData,
    gcTime: 0,
    enabled: withStaff.isError && previewable.staff !== null,
  });
  const { mutateAsync, isPending } = useMutation(trpc.practice.setUp.mutationOptions());

  const previewRefusal = withStaff.isError ? refusalOf(withStaff.error) : null;
  const preview = withStaff.data ?? without.data;
  const refused: Partial<Record<AnswerField, string>> = {
    ...(tried ? refusedAnswers(answers) : {}),
    ...byField(previewRefusal),
    ...byField(fromMain),
    ...(preview && !preview.hours.ok ? { hours: preview.hours.message } : {}),
  };
  const unplaced = fromMain && Object.keys(byField(fromMain)).length === 0 ? fromMain : null;
  const brokenPreview = previewRefusal && Object.keys(byField(previewRefusal)).length === 0 ? previewRefusal : null;

  const make = async (): Promise<AnswerField | null> => {
    setTried(true);
    setFromMain(null);
    const [first] = fieldOrder.filter((field) => refusedAnswers(answers)[field] !== undefined);
    if (first) return first;
    try {
      const { weekOn, leftOut } = await mutateAsync(setUpInputOf(answers));
      await queryClient.fetchQuery({ ...trpc.practice.get.queryOptions(), staleTime: 0 });
      void navigate(`/schedule?on=${weekOn}`, { replace: true });
      const toCorrect = leftOutTable(answers.staff ?? [], leftOut, headingLines(preview?.staff ?? null));
      if (toCorrect) {
        useLinesToCorrect.getState().keep(staffText(toCorrect));
        showNotice({
          tone: 'done',
          text: leftOutSentence(leftOut.length),
          action: { label: 'Correct now', perform: () => void navigate('/people/import') },
        });
      }
      return null;
    } catch (error) {
      const shape = refusalOf(error);
      setFromMain(shape);
      const places = byField(shape);
      return fieldOrder.find((field) => places[field] !== undefined) ?? null;
    }
  };

  return {
    answers,
    change: (next) => {
      setFromMain(null);
      setAnswers((before) => ({ ...before, ...next }));
    },
    preview,
    refused,
    refusal: unplaced ?? brokenPreview,
    busy: isPending,
    make,
  };
}

/** What became of the lines that could not be taken. */
function leftOutSentence(count: number): string {
  return count === 1
    ? 'One line of the list was left out. It waits under People, Import.'
    : `${count.toLocaleString('en-US')} lines of the list were left out. They wait under People, Import.`;
}

/** In the order of the screen. */
const fieldOrder: readonly AnswerField[] = ['name', 'locations', 'timeZone', 'positions', 'staff', 'hours'];

/** The answers with what cannot be taken yet left out, so that the sheet shows all through the typing. */
function usable(answers: SetUpAnswers): SetUpAnswers {
  const refused = refusedAnswers(answers);
  return {
    ...answers,
    ...(refused.name === undefined ? {} : { name: nameless }),
    ...(refused.locations === undefined ? {} : { locations: '' }),
    ...(refused.positions === undefined ? {} : { positions: null }),
    ...(refused.hours === undefined ? {} : { hours: '' }),
    ...(refused.staff === undefined ? {} : { staff: null }),
  };
}

function byField(shape: ErrorShape | null): Partial<Record<AnswerField, string>> {
  const sentences: Partial<Record<AnswerField, string>> = {};
  for (const [path, message] of Object.entries(shape?.fields ?? {})) {
    const field = fieldOfPath(path);
    if (field) sentences[field] ??= message;
  }
  return sentences;
}

/** The value as it was when the typing paused. */
function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
