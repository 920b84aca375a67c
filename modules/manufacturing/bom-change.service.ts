import { nextVersion, type Row, throwAll, type Tx } from '../events/index.js';
import { inField, localDateAt, newReasons, next } from '../kernel/index.js';
import { companies } from '../platform/index.js';
import { itemsNamed } from './bom-alternate.rules.js';
import {
  bomLifecycle,
  type BomHeaderInput,
  type BomLineDraft,
  type BomLineInput,
  cleanHeader,
  cleanLines,
  linesText,
} from './bom.rules.js';
import { cyclesInCodes, partsOf, structuresAbove } from './bom-release.service.js';
import { holdStructuresOf, linesOfBoms } from './bom-structure.queries.js';
import { writeLines } from './bom-lines.service.js';
import { BomWithoutLines } from './errors.js';
import { bomChanged, bomRetired, bomSubmitted } from './events.js';
import { optionalDay } from './product-data.checks.rules.js';
import { knownItems } from './product-data.gather.service.js';
import { endOf } from './product-data.revision.rules.js';
import { forgetProducts } from './product-data.memory.js';

type Bom = Row<'Bom'>;

interface Versioned {
  readonly id: string;
  readonly expectedVersion?: number | null;
}

/** Absent keeps, null clears or takes the default. `lines` are all lines. */
export interface BomChange extends Versioned, BomHeaderInput {
  readonly lines?: readonly BomLineInput[] | null;
}

function merged(before: Bom, patch: BomChange): BomHeaderInput {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined);
  return { ...before, ...(Object.fromEntries(given) as BomHeaderInput) };
}

async function refuseCycle(
  tx: Tx,
  { companyId, itemId }: Bom,
  from: string,
  lines: readonly BomLineDraft[],
): Promise<void> {
  const parts = partsOf(lines);
  const structures = await structuresAbove(tx, [{ companyId, itemId, parts, from }]);
  const way = structures.get(companyId)!.graph.cycle(itemId, parts);
  const [cycle] = await cyclesInCodes(tx, [way]);
  if (cycle) throw cycle.at('lines');
}

/**
 * Changes a BOM that is not released yet; one in review is a draft again. NotFound, StaleVersion,
 * TransitionRefused, BOM_CYCLE, COST_SHARE_EXCEEDED, and refusals by field.
 */
export async function change(tx: Tx, input: BomChange): Promise<Bom> {
  await holdStructuresOf(tx, [input.id]);
  const before = await tx.lock('Bom', input.id, input.expectedVersion);
  const status = next(bomLifecycle, before.status, 'change');
  const old = await linesOfBoms(tx, [before.id]);
  const all = newReasons();
  const header = cleanHeader(merged(before, input), all);
  const { timeZone } = await companies.get(tx, before.companyId);
  const given = input.lines ?? old;
  const items = await knownItems(tx, itemsNamed(given));
  const lines = cleanLines({ ...header, itemId: before.itemId }, given, items, all);
  if (all.list.length > 0) throwAll(all.list);
  await refuseCycle(tx, before, header.validFrom ?? localDateAt(tx.now, timeZone), lines);
  const after = await update(tx, before, { ...header, status });
  if (input.lines) await writeLines(tx, [before], () => lines, true);
  const texts = input.lines ? { old: linesText(old), now: linesText(lines) } : null;
  tx.emit(
    bomChanged({
      before: { ...before, ...(texts && { lines: texts.old }) },
      after: { ...after, ...(texts && { lines: texts.now }) },
      data: { itemId: before.itemId },
    }),
  );
  return after;
}

function update(tx: Tx, before: Bom, columns: Partial<Bom>): Promise<Bom> {
  forgetProducts(tx);
  const { validFrom, validTo, isPhantom, outputQuantity, yieldPercent, note, status } = {
    ...before,
    ...columns,
  };
  return nextVersion(tx, 'Bom', before, {
    validFrom,
    validTo,
    isPhantom,
    outputQuantity,
    yieldPercent,
    note,
    status,
  });
}

/** Hands a draft on for review. NotFound, StaleVersion, TransitionRefused, BOM_WITHOUT_LINES. */
export async function submit(tx: Tx, { id, expectedVersion }: Versioned): Promise<Bom> {
  const before = await tx.lock('Bom', id, expectedVersion);
  const status = next(bomLifecycle, before.status, 'submit');
  if (partsOf(await linesOfBoms(tx, [id])).length === 0) throw new BomWithoutLines(before.revision);
  const after = await update(tx, before, { status });
  tx.emit(bomSubmitted({ before, after, data: { itemId: before.itemId } }));
  return after;
}

/**
 * Takes a BOM out of use from a day on, today unless told. What was never released never counts.
 * NotFound, StaleVersion, TransitionRefused.
 */
export async function retire(
  tx: Tx,
  { id, expectedVersion, on }: Versioned & { readonly on?: string | null },
): Promise<Bom> {
  const before = await tx.lock('Bom', id, expectedVersion);
  const status = next(bomLifecycle, before.status, 'retire');
  const { timeZone } = await companies.get(tx, before.companyId);
  const day = inField('on', () => optionalDay(on)) ?? localDateAt(tx.now, timeZone);
  const isReleased = before.status === 'RELEASED' || before.status === 'SUPERSEDED';
  const after = await update(tx, before, { status, ...endOf(before, isReleased, day) });
  tx.emit(bomRetired({ before, after, data: { itemId: before.itemId } }));
  return after;
}
