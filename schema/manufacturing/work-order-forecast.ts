/** What is left of work orders, operation by operation, and when it will be finished. */
import { workOrderForecasts } from '../../modules/manufacturing/index.js';
import type { RawKeys, ReaderScope } from '../../prisma/reader/index.js';
import { computed } from '../noun.js';
import { Quantity } from '../values.js';
import { JobCard } from './job-card.js';
import { WorkOrder } from './work-order.js';

type Told = Awaited<ReturnType<typeof workOrderForecasts.forecasts>>;

/** By what is being read: the fields of one level ask for the same work orders, and once. */
const asked = new WeakMap<ReaderScope, Map<string, Promise<Told>>>();

function forecastsOf(ids: readonly string[], reader: ReaderScope): Promise<Told> {
  const ofReader = asked.get(reader) ?? new Map<string, Promise<Told>>();
  asked.set(reader, ofReader);
  const key = ids.join();
  const read = async (statement: { text: string; values: unknown[] }) =>
    (await reader.query(statement)).rows;
  const told = ofReader.get(key) ?? workOrderForecasts.forecasts(read, ids, reader.now);
  ofReader.set(key, told);
  return told;
}

async function ofOrders(rows: readonly RawKeys[], reader: ReaderScope) {
  const ids = rows.map(({ id }) => String(id));
  const told = await forecastsOf(ids, reader);
  return ids.map((id) => told.get(id) ?? null);
}

async function ofCards(rows: readonly RawKeys[], reader: ReaderScope) {
  const ids = [...new Set(rows.map(({ workOrderId }) => String(workOrderId)))];
  const told = await forecastsOf(ids, reader);
  return rows.map(({ id, workOrderId, unit }) => ({
    unit: String(unit),
    told: told.get(String(workOrderId))?.operations.get(String(id)) ?? null,
  }));
}

const CARD = ['id', 'workOrderId', 'unit'] as const;

computed(WorkOrder, 'expectedFinishOn', {
  description:
    'The day on which what is left of it will be finished, over the calendars of its work centers and without regard to other work there; null when it is not released, has ended, has no operations or would take more than ten years.',
  type: 'Date',
  needs: ['id'],
  load: async (rows, _args, reader) =>
    (await ofOrders(rows, reader)).map((one) => one?.expectedFinishOn ?? null),
});

computed(WorkOrder, 'lateBy', {
  description:
    'How many days after its due day it is finished or will be, 0 when on time; of one that is late until today, when nothing tells its end; null when that cannot be told.',
  type: 'Int',
  needs: ['id'],
  load: async (rows, _args, reader) =>
    (await ofOrders(rows, reader)).map((one) => one?.lateBy ?? null),
});

computed(JobCard, 'remaining', {
  description:
    'How much is still to be reported of it, if all that comes from the operation before is good.',
  type: Quantity,
  needs: CARD,
  load: async (rows, _args, reader) =>
    (await ofCards(rows, reader)).map(
      ({ told, unit }) => told && { value: told.remaining.toFixed(), unit },
    ),
});

computed(JobCard, 'openToReport', {
  description: 'How much can be reported of it now: what was handed to it, less what it reported.',
  type: Quantity,
  needs: CARD,
  load: async (rows, _args, reader) =>
    (await ofCards(rows, reader)).map(
      ({ told, unit }) => told && { value: told.openToReport.toFixed(), unit },
    ),
});

computed(JobCard, 'expectedFinishOn', {
  description:
    'The day on which what is left of it will be finished, after the operations before it; null when it has ended or that cannot be told.',
  type: 'Date',
  needs: CARD,
  load: async (rows, _args, reader) =>
    (await ofCards(rows, reader)).map(({ told }) => told?.expectedFinishOn ?? null),
});
