/** What of an event others are told. */
interface Told {
  readonly position: number;
  readonly id: string;
  readonly type: string;
  readonly companyId: string | null;
  readonly documentType: string;
  readonly documentId: string;
  readonly version: number;
  readonly changedFields: readonly string[];
  readonly data: object;
  readonly actorId: string;
  readonly requestId: string;
  readonly occurredAt: Date;
}

/** Where an event goes: the prefix, then its module and its fact. */
export const subjectOf = (prefix: string, { type }: Pick<Told, 'type'>): string =>
  `${prefix}.${type}`;

/** An event as CloudEvents 1.0 writes it, with its position as the extension `sequence`. */
export function cloudEvent(event: Told): object {
  const { id, type, position, occurredAt, documentType, documentId } = event;
  const { companyId, version, changedFields, data, actorId, requestId } = event;
  return {
    specversion: '1.0',
    id,
    source: '/throughline',
    type,
    subject: `${documentType}:${documentId}`,
    time: occurredAt.toISOString(),
    sequence: String(position).padStart(15, '0'),
    datacontenttype: 'application/json',
    data: {
      ...{ position, companyId, documentType, documentId, version, changedFields },
      ...{ actorId, requestId, facts: data },
    },
  };
}
