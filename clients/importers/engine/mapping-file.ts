import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Ajv, type ErrorObject } from 'ajv';
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import { packageRoot } from '../../../prisma/package-root.js';
import { MappingRefused } from './compiling.js';
import type { Mapping } from './language.js';
import { ImportRefused, unknown } from './refusals.js';

type Path = readonly (string | number)[];

/** A mapping with the text it was read from, so that refusals tell its lines. */
export interface MappingFile {
  readonly mapping: Mapping;
  readonly text: string;
  /** The line that its user reads: file, line, what is wrong, and the place. */
  explain(error: MappingRefused): ImportRefused;
}

const schemaPath = () => join(packageRoot(), 'clients', 'importers', 'mapping.schema.json');

/** The deepest error says most; of a misspelt key it says more than that another is missing. */
function mostTelling(errors: readonly ErrorObject[]): ErrorObject | undefined {
  const rank = ({ instancePath, keyword }: ErrorObject) =>
    2 * instancePath.split('/').length + (keyword === 'additionalProperties' ? 1 : 0);
  return errors.toSorted((a, b) => rank(b) - rank(a))[0];
}

function saidOf({ keyword, params, message = '', parentSchema }: ErrorObject): string {
  const { additionalProperty, missingProperty, allowedValues } = params as Record<string, unknown>;
  if (keyword === 'additionalProperties') {
    const known = Object.keys((parentSchema as { properties?: object }).properties ?? {});
    return unknown('The key', String(additionalProperty), known);
  }
  if (keyword === 'required') return `The key ${String(missingProperty)} is missing.`;
  if (keyword === 'enum') return `It must be one of ${(allowedValues as string[]).join(', ')}.`;
  return `It ${message}.`;
}

const pathOf = ({ instancePath, keyword, params }: ErrorObject): Path => {
  const steps = instancePath
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  const { additionalProperty } = params as { additionalProperty?: string };
  return keyword === 'additionalProperties' ? [...steps, additionalProperty ?? ''] : steps;
};

/** The line of a place, or of the nearest place around it that is written. */
function lineOf(document: Document, lines: LineCounter, path: Path): number {
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function compiledSchema() {
  const ajv = new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true });
  return ajv.compile<Mapping>(JSON.parse(readFileSync(schemaPath(), 'utf8')) as object);
}

let validate: ReturnType<typeof compiledSchema> | null = null;

function textOfMapping(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new ImportRefused(`The mapping ${path} cannot be read.`);
  }
}

/** Reads a mapping of YAML or JSON and checks its form. Throws ImportRefused with the line. */
export function readMapping(path: string): MappingFile {
  const text = textOfMapping(path);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const name = basename(path);
  const [broken] = document.errors;
  if (broken)
    throw new ImportRefused(`${name}:${lines.linePos(broken.pos[0]).line}: ${broken.message}`);
  const explain = ({ message, path: place }: MappingRefused) => {
    const shown = place.length > 0 ? ` (${place.join('.')})` : '';
    return new ImportRefused(`${name}:${lineOf(document, lines, place)}: ${message}${shown}`);
  };
  const mapping: unknown = document.toJS();
  validate ??= compiledSchema();
  if (!validate(mapping)) {
    const error = mostTelling(validate.errors ?? []);
    throw explain(
      new MappingRefused(error ? saidOf(error) : 'It is no mapping.', error ? pathOf(error) : []),
    );
  }
  for (const [name, source] of Object.entries(mapping.sources)) {
    const kinds = ['file', 'rows', 'of'].filter((kind) => kind in source);
    if (kinds.length === 1) continue;
    const message = 'A source has one of file, rows and of.';
    throw explain(new MappingRefused(message, ['sources', name]));
  }
  return { mapping, text, explain };
}
