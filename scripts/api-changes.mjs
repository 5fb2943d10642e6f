/**
 * How one description of the API differs from an earlier one, and which differences break a client: what it
 * calls, sends or reads is no longer there, or something is asked of it that was not before. Further fields
 * and further values break nobody; clients are told to pass over them.
 */

const LIMITS = { maximum: 1, maxLength: 1, maxItems: 1, minimum: -1, minLength: -1, minItems: -1 };

/** @returns every difference, `{ at, what, breaks }` */
export function apiChanges(before, after) {
  const changes = [];
  const note = (at, what, breaks = false) => changes.push({ at, what, breaks });
  const compare = { before, after, note };
  const old = operationsOf(before);
  const now = operationsOf(after);
  for (const [name, operation] of old) {
    const other = now.get(name);
    if (other) compareOperations(name, operation, other, compare);
    else note(name, 'operation removed', true);
  }
  for (const name of now.keys()) if (!old.has(name)) note(name, 'operation added');
  return changes;
}

/**
 * The operations among breaking changes that the changelog does not announce: by a line with `**Breaking**` and
 * the operation, such as `POST /lists`, in its first section, which is that of the next release.
 *
 * @returns each once, `METHOD /path`
 */
export function unannounced(breaking, changelog) {
  const [, section = ''] = changelog.split(/^## /m);
  const announced = section
    .split('\n')
    .filter((line) => line.includes('**Breaking**'))
    .flatMap((line) => line.match(/[A-Z]+ \/[^\s`]*/g) ?? []);
  const operations = breaking.map(({ at }) => at.split(' ').slice(0, 2).join(' '));
  return [...new Set(operations)].filter((operation) => !announced.includes(operation));
}

function operationsOf({ paths }) {
  const all = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation]),
  );
  return new Map(all);
}

function compareOperations(name, old, now, compare) {
  if (old.operationId !== now.operationId) compare.note(name, 'operationId changed', true);
  compareParameters(name, old, now, compare);
  compareBodies(name, old, now, compare);
  for (const [status, answer] of Object.entries(old.responses)) {
    const at = `${name} ${status}`;
    const other = now.responses[status];
    if (!other) compare.note(at, 'answer removed', Number(status) < 300);
    else
      compareContents(at, resolve(answer, compare.before), resolve(other, compare.after), 'output', compare);
  }
  for (const status of Object.keys(now.responses)) {
    if (!(status in old.responses)) compare.note(`${name} ${status}`, 'answer added', Number(status) < 300);
  }
}

function compareParameters(name, old, now, { before, after, note }) {
  const byName = (operation, document) =>
    new Map((operation.parameters ?? []).map((one) => resolve(one, document)).map((one) => [one.name, one]));
  const known = byName(old, before);
  for (const [key, parameter] of known) {
    const other = byName(now, after).get(key);
    const at = `${name} ?${key}`;
    if (!other) {
      note(at, 'parameter removed', true);
      continue;
    }
    if (other.required && !parameter.required) note(at, 'is required now', true);
    compareSchemas(at, parameter.schema, other.schema, 'input', { before, after, note });
  }
  for (const [key, { required }] of byName(now, after)) {
    if (!known.has(key)) note(`${name} ?${key}`, 'parameter added', required === true);
  }
}

function compareBodies(name, { requestBody: old }, { requestBody: now }, compare) {
  const at = `${name} body`;
  if (!old && now) compare.note(at, 'body added', now.required === true);
  if (old && !now) compare.note(at, 'body removed', true);
  if (old && now) compareContents(at, old, now, 'input', compare);
}

function compareContents(at, { content: old = {} }, { content: now = {} }, direction, compare) {
  for (const [type, { schema }] of Object.entries(old)) {
    if (!(type in now)) compare.note(at, `${type} removed`, true);
    else compareSchemas(at, schema, now[type].schema, direction, compare);
  }
  for (const type of Object.keys(now)) if (!(type in old)) compare.note(at, `${type} added`);
}

function compareSchemas(at, oldSchema, nowSchema, direction, compare) {
  const old = flat(oldSchema, compare.before);
  const now = flat(nowSchema, compare.after);
  compareTypes(at, old, now, direction, compare);
  compareProperties(at, old, now, direction, compare);
  if (direction === 'input') compareLimits(at, old, now, compare);
  if (old.items && now.items) compareSchemas(`${at}[]`, old.items, now.items, direction, compare);
  if (isSchema(old.additionalProperties) && isSchema(now.additionalProperties))
    compareSchemas(`${at}.*`, old.additionalProperties, now.additionalProperties, direction, compare);
  for (const [index, variant] of old.variants.entries()) {
    const other = now.variants[index];
    if (other) compareSchemas(`${at}|${index + 1}`, variant, other, direction, compare);
    else compare.note(at, 'variant removed', true);
  }
  if (now.variants.length > old.variants.length) compare.note(at, 'variant added');
}

function compareTypes(at, old, now, direction, { note }) {
  const gone = [...old.types].filter((type) => !now.types.has(type));
  const added = [...now.types].filter((type) => !old.types.has(type));
  if (gone.length > 0)
    note(at, `is no longer ${gone.join(' or ')}`, direction === 'input' || added.length > 0);
  if (added.length > 0) note(at, `may be ${added.join(' or ')}`, direction === 'output');
  if (!old.values && now.values) note(at, `must be one of ${now.values.join(', ')}`, direction === 'input');
  if (!old.values || !now.values) return;
  for (const value of old.values) if (!now.values.includes(value)) note(at, `value ${value} removed`, true);
  for (const value of now.values) if (!old.values.includes(value)) note(at, `value ${value} added`);
}

function compareProperties(at, old, now, direction, compare) {
  const isNeeded = ({ required = [] }, key) => required.includes(key);
  for (const [key, schema] of Object.entries(old.properties ?? {})) {
    const here = `${at}.${key}`;
    const other = now.properties?.[key];
    if (other === undefined) {
      compare.note(here, 'field removed', true);
      continue;
    }
    if (isNeeded(now, key) && !isNeeded(old, key))
      compare.note(here, 'is required now', direction === 'input');
    if (!isNeeded(now, key) && isNeeded(old, key))
      compare.note(here, 'may be missing now', direction === 'output');
    compareSchemas(here, schema, other, direction, compare);
  }
  for (const key of Object.keys(now.properties ?? {})) {
    if (old.properties?.[key] !== undefined) continue;
    compare.note(`${at}.${key}`, 'field added', direction === 'input' && isNeeded(now, key));
  }
}

function compareLimits(at, old, now, { note }) {
  for (const [limit, sign] of Object.entries(LIMITS)) {
    if (now[limit] === undefined || now[limit] === old[limit]) continue;
    const isTighter = old[limit] === undefined || (now[limit] - old[limit]) * sign < 0;
    note(at, `${limit} is ${now[limit]} now`, isTighter);
  }
  if (now.pattern !== undefined && now.pattern !== old.pattern)
    note(at, `pattern is ${now.pattern} now`, true);
}

/** A schema with its references followed, `allOf` put together, and null a type among others. */
function flat(schema, document) {
  const { allOf = [], anyOf = [], oneOf = [], ...own } = resolve(schema, document);
  const parts = [own, ...allOf.map((part) => flat(part, document))];
  const merged = Object.assign({}, ...parts);
  merged.properties = Object.assign({}, ...parts.map((part) => part.properties));
  merged.required = parts.flatMap((part) => part.required ?? []);
  const choices = [...anyOf, ...oneOf].map((choice) => resolve(choice, document));
  const variants = choices.filter(({ type }) => type !== 'null');
  const isNullable = variants.length < choices.length;
  if (variants.length === 1) {
    const only = flat(variants[0], document);
    if (isNullable) only.types.add('null');
    return { ...merged, ...only };
  }
  merged.types = new Set([own.type ?? [], ...allOf.map((part) => resolve(part, document).type ?? [])].flat());
  if (isNullable) merged.types.add('null');
  merged.values = own.const === undefined ? merged.enum : [own.const];
  merged.variants = [...variants, ...parts.flatMap((part) => part.variants ?? [])];
  return merged;
}

/** Fields of problem documents are refined beside the reference: what stands there goes on top. */
function resolve(node, document) {
  if (typeof node?.$ref !== 'string') return node ?? {};
  const { $ref, ...beside } = node;
  const found = $ref
    .slice(2)
    .split('/')
    .reduce((at, part) => at?.[part], document);
  return { ...resolve(found, document), ...beside };
}

function isSchema(value) {
  return typeof value === 'object' && value !== null;
}
