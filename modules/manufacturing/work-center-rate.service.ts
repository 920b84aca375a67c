import { sql } from 'kysely';
import { insertAll, orThrow, type Row, type Tx, updateAll } from '../events/index.js';
import {
  accepted,
  DuplicateKey,
  isAccepted,
  newReasons,
  NotFound,
  type Outcome,
  refused,
} from '../kernel/index.js';
import { companies } from '../platform/index.js';
import { WorkCenterArchived } from './errors.js';
import { workCenterRateSet } from './events.js';
import { cleanRate, type RateInput } from './work-center.rules.js';
import { getMany } from './work-center.queries.js';

type Rate = Row<'WorkCenterRate'>;

const keyOf = ({ workCenterId, validFrom }: { workCenterId: string; validFrom: string }): string =>
  `${workCenterId} ${validFrom}`;

/** Rates of the same days, locked by their work centers. Two statements. */
async function known(tx: Tx, inputs: readonly RateInput[]): Promise<Map<string, Rate>> {
  const ids = [...new Set(inputs.map(({ workCenterId }) => workCenterId))];
  await sql`
    select "id" from "WorkCenter" where "id" = any(${ids}::uuid[]) order by "id" for no key update
  `.execute(tx.db);
  const { rows } = await sql<Rate>`
    select * from "WorkCenterRate" where "workCenterId" = any(${ids}::uuid[])
      and "validFrom" = any(${inputs.map(({ validFrom }) => validFrom)}::date[])
  `.execute(tx.db);
  return new Map(rows.map((row) => [keyOf(row), row]));
}

const isDifferent = (before: Rate | undefined, row: Omit<Rate, 'version'>): boolean =>
  (['labourRate', 'machineRate', 'overheadRate'] as const).some(
    (name) => !before?.[name].eq(row[name]),
  );

/**
 * Sets what an hour of work centers costs from days on, in their companies' base currency; one of
 * the same day is replaced, an equal one left without a fact. One outcome for each input, in order;
 * the statements do not grow with the list. Refuses by field; NotFound, WORK_CENTER_ARCHIVED,
 * DuplicateKey for a day given twice.
 */
export async function setRates(tx: Tx, inputs: readonly RateInput[]): Promise<Outcome<Rate>[]> {
  const centers = await getMany(
    tx,
    inputs.map(({ workCenterId }) => workCenterId),
  );
  const founded = await companies.seen(
    tx,
    [...centers.values()].map(({ companyId }) => companyId),
  );
  const before = await known(tx, inputs);
  const taken = new Set<string>();
  const decided = inputs.map((input): Outcome<Rate> => {
    const all = newReasons();
    const center = centers.get(input.workCenterId);
    all.take(['workCenterId'], () => {
      if (!center) throw new NotFound('WorkCenter', input.workCenterId);
      if (center.archivedAt) throw new WorkCenterArchived(center.code);
    });
    const columns = cleanRate(input, all);
    const key = keyOf(input);
    if (taken.has(key))
      return refused(
        new DuplicateKey('WorkCenterRate', 'validFrom', input.validFrom).at('validFrom'),
      );
    if (all.list.length > 0 || !center) return refused(...all.list);
    taken.add(key);
    const old = before.get(key);
    const { companyId } = center;
    return accepted({
      ...{ id: old?.id ?? tx.newId(), version: (old?.version ?? 0) + 1, companyId },
      ...{ workCenterId: center.id, ...columns },
      currency: founded.get(companyId)!.baseCurrency,
      createdAt: old?.createdAt ?? tx.now,
    });
  });
  const rows = decided
    .filter(isAccepted)
    .map(({ ok }) => ok)
    .filter((row) => isDifferent(before.get(keyOf(row)), row));
  const written = [
    ...(await insertAll(
      tx,
      'WorkCenterRate',
      rows.filter((row) => !before.has(keyOf(row))),
    )),
    ...(await updateAll(
      tx,
      'WorkCenterRate',
      rows.filter((row) => before.has(keyOf(row))),
    )),
  ];
  for (const after of written)
    tx.emit(
      workCenterRateSet({
        before: before.get(keyOf(after)) ?? null,
        after,
        data: { workCenterId: after.workCenterId },
      }),
    );
  const byId = new Map([...before.values(), ...written].map((row) => [row.id, row]));
  return decided.map((one) => (isAccepted(one) ? accepted(byId.get(one.ok.id)!) : one));
}

/** Sets one rate. See `setRates`. */
export async function setRate(tx: Tx, input: RateInput): Promise<Rate> {
  const [outcome] = await setRates(tx, [input]);
  return orThrow(outcome);
}
