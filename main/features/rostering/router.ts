import { z } from 'zod';
import { id } from '../../../preload/contract/shared/primitives.ts';
import * as contract from '../../../preload/contract/rostering/rostering.ts';
import { everyone, managers, planners, procedureFor, router } from '../../kernel/trpc.ts';
import { moveCells, writeCells } from './cells.service.ts';
import { explainEntry } from './explain.service.ts';
import * as requirements from './requirement.service.ts';
import { commitSheet, previewSheet } from './sheet.service.ts';
import * as shifts from './shift.service.ts';
import * as weeks from './week.service.ts';

const read = () => procedureFor({ access: planners, topics: ['rostering', 'people', 'practice'] });
const write = () => procedureFor({ access: managers, topics: ['rostering'] });

/** Who works when. */
export const rosteringRouter = router({
  week: router({
    get: read()
      .input(contract.weekInput)
      .query(({ ctx, input }) => weeks.getWeek(ctx, input.locationId, input.on)),
    copy: write()
      .input(contract.copyWeekInput)
      .mutation(({ ctx, input }) => weeks.copyWeek(ctx, input)),
    publish: write()
      .input(contract.publishInput)
      .mutation(({ ctx, input }) => weeks.publishWeek(ctx, input)),
    publications: procedureFor({ access: everyone, topics: ['rostering'] })
      .input(contract.weekInput)
      .query(({ ctx, input }) => weeks.listPublications(ctx, input.locationId, input.on)),
    /** The week as it was published last, for those who see no drafts; null before the first time. */
    published: procedureFor({ access: everyone, topics: ['rostering'] })
      .input(contract.weekInput)
      .query(({ ctx, input }) => weeks.getPublishedWeek(ctx, input.locationId, input.on)),
    /** The week for paper. */
    print: read()
      .input(contract.printWeekInput)
      .query(({ ctx, input }) => weeks.getPrintWeek(ctx, input)),
    saveNote: write()
      .input(contract.saveWeekNoteInput)
      .mutation(({ ctx, input }) => weeks.saveWeekNote(ctx, input)),
  }),
  cells: router({
    /** What is typed, pasted, filled or cleared, in one change. */
    write: write()
      .input(contract.writeCellsInput)
      .mutation(({ ctx, input }) => writeCells(ctx, input)),
    move: write()
      .input(contract.moveCellsInput)
      .mutation(({ ctx, input }) => moveCells(ctx, input)),
    explain: read()
      .input(contract.explainEntryInput)
      .query(({ ctx, input }) => explainEntry(ctx, input)),
  }),
  shift: router({
    get: read()
      .input(z.strictObject({ id }))
      .query(({ ctx, input }) => shifts.getShift(ctx, input.id)),
    save: write()
      .input(contract.saveShiftInput)
      .mutation(({ ctx, input }) => shifts.saveShift(ctx, input)),
    archive: write()
      .input(contract.archiveShiftInput)
      .mutation(({ ctx, input }) => shifts.archiveShift(ctx, input.seen)),
  }),
  requirement: router({
    list: read()
      .input(z.strictObject({ locationId: id }))
      .query(({ ctx, input }) => requirements.listRequirements(ctx, input.locationId)),
    addMany: write()
      .input(contract.addRequirementsInput)
      .mutation(({ ctx, input }) => requirements.addRequirements(ctx, input)),
    save: write()
      .input(contract.saveRequirementInput)
      .mutation(({ ctx, input }) => requirements.saveRequirement(ctx, input)),
    archive: write()
      .input(contract.archiveRequirementsInput)
      .mutation(({ ctx, input }) => requirements.archiveRequirements(ctx, input.requirements)),
  }),
  sheet: router({
    preview: read()
      .input(contract.sheetInput)
      .query(({ ctx, input }) => previewSheet(ctx, input)),
    commit: procedureFor({ access: managers, topics: ['rostering', 'people', 'practice'], audit: 'import' })
      .input(contract.sheetInput)
      .mutation(({ ctx, input }) => commitSheet(ctx, input)),
  }),
});
