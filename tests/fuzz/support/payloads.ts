import * as fc from 'fast-check';
import type { ProcedureDescription } from '../../../main/kernel/dispatcher.ts';
import { hostileDate, hostileId, hostileText, hostileValue, hugeValue } from './hostile-values.ts';
import { choicesOf, readSchema, type JsonSchema } from './json-schema.ts';
import type { KnownRows } from './known-rows.ts';

/** Inputs for a procedure: as described, as described but for one place, and anything at all. */
export function payloadsFor(procedure: Pick<ProcedureDescription, 'path' | 'input'>, known: KnownRows): fc.Arbitrary<unknown> {
  const described = new DescribedValues(procedure.path, known).of(readSchema(procedure.input));
  const broken = fc
    .tuple(described, fc.nat(), fc.constantFrom(...damages), hostileValue)
    .map(([value, place, damage, wrong]) => damage(value, place, wrong));
  return fc.oneof(
    { weight: 45, arbitrary: described },
    { weight: 44, arbitrary: broken },
    { weight: 10, arbitrary: hostileValue },
    { weight: 1, arbitrary: fc.tuple(described, fc.nat(), hugeValue).map(([value, place, wrong]) => replace(value, place, wrong)) },
  );
}

/** Values that keep to a schema, with hostile ones wherever it leaves the choice, and with ids that are mostly those of something. */
class DescribedValues {
  readonly #path: string;
  readonly #known: KnownRows;

  constructor(path: string, known: KnownRows) {
    this.#path = path;
    this.#known = known;
  }

  of(schema: JsonSchema, name = ''): fc.Arbitrary<unknown> {
    if (schema.enum) return fc.constantFrom(...schema.enum);
    if (schema.const !== undefined) return fc.constant(schema.const);
    const choices = choicesOf(schema);
    if (choices.length > 1) return fc.oneof(...choices.map((choice) => this.of(choice, name)));
    switch (schema.type) {
      case 'object':
        return this.#objects(schema);
      case 'array':
        return fc.array(this.of(schema.items ?? {}, name), {
          minLength: schema.minItems ?? 0,
          maxLength: Math.max(schema.minItems ?? 0, Math.min(schema.maxItems ?? mostItems, mostItems)),
        });
      case 'string':
        return this.#texts(schema, name);
      case 'integer':
        return integers(schema);
      case 'number':
        return fc.double({ min: schema.minimum ?? -1e9, max: schema.maximum ?? 1e9 });
      case 'boolean':
        return fc.boolean();
      case 'null':
        return fc.constant(null);
      default:
        // Described as anything, or not at all: a procedure without input.
        return fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: hostileValue });
    }
  }

  #objects({ properties, required = [], additionalProperties, propertyNames }: JsonSchema): fc.Arbitrary<unknown> {
    if (properties === undefined) {
      const values = typeof additionalProperties === 'object' ? this.of(additionalProperties) : hostileValue;
      return fc.dictionary(propertyNames ? this.of(propertyNames).map(String) : hostileText, values, { maxKeys: mostItems });
    }
    const fields = Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, this.of(field, name)]));
    const any = fc.record(fields, { requiredKeys: [...required] });
    const isSeenRow = Object.keys(properties).toSorted().join() === 'id,version';
    return isSeenRow ? mostly(this.#known.rowsFor(this.#path), any) : any;
  }

  #texts({ format, pattern, minLength = 0, maxLength = 5_000 }: JsonSchema, name: string): fc.Arbitrary<unknown> {
    if (format === 'uuid') return mostly(this.#known.idsFor(name, this.#path), hostileId);
    if (format === 'date') return hostileDate;
    if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
    return hostileText.map((text) => text.slice(0, maxLength).padEnd(minLength, 'x'));
  }
}

const mostItems = 6;

/** One of these, where there are any; the other now and then. */
function mostly(these: readonly unknown[], other: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  if (these.length === 0) return other;
  return fc.oneof({ weight: 7, arbitrary: fc.constantFrom(...these) }, { weight: 1, arbitrary: other });
}

/** Small ones mostly: a version is 1 before anything changed it. */
function integers({ minimum = -(2 ** 31), maximum = 2 ** 31 }: JsonSchema): fc.Arbitrary<unknown> {
  return fc.oneof(fc.integer({ min: minimum, max: Math.min(maximum, minimum + 3) }), fc.integer({ min: minimum, max: maximum }));
}

/** The contract nests less deep than this. */
const deepest = 12;

type Damage = (value: unknown, place: number, wrong: unknown) => unknown;

const damages: readonly Damage[] = [
  replace,
  replace,
  replace,
  (value, place) => change(value, place, (parent, key) => void Reflect.deleteProperty(parent, key)),
  (value, place, wrong) => change(value, place, (parent) => void Reflect.set(parent, 'more', wrong)),
  (value, place, wrong) =>
    change(
      value,
      place,
      (parent) => void Object.defineProperty(parent, '__proto__', { value: wrong, enumerable: true, configurable: true }),
    ),
  (value, place) => change(value, place, (parent, key) => void Reflect.set(parent, key, [Reflect.get(parent, key)])),
  (value, place) =>
    change(value, place, (parent, key) => {
      const inner: unknown = Reflect.get(parent, key);
      if (Array.isArray(inner) && inner.length > 0)
        Reflect.set(
          parent,
          key,
          Array.from({ length: 300 }, (_, index) => inner[index % inner.length]),
        );
    }),
  (value, place) => change(value, place, (parent, key) => void Reflect.set(parent, key, `${typeof Reflect.get(parent, key)}`)),
];

/** Puts something else in the place of one of the values inside. */
function replace(value: unknown, place: number, wrong: unknown): unknown {
  return change(value, place, (parent, key) => void Reflect.set(parent, key, wrong), wrong);
}

/** Acts on one of the values inside a copy; `instead` takes the place of what has nothing inside. */
function change(value: unknown, place: number, act: (parent: object, key: string) => void, instead: unknown = [value]): unknown {
  const copy: unknown = structuredClone(value);
  const places = placesIn(copy);
  const chosen = places[place % places.length];
  if (!chosen) return instead;
  act(...chosen);
  return copy;
}

/** Every value inside with the object that holds it, the outer ones first. */
function placesIn(value: unknown, depth = 0): readonly (readonly [parent: object, key: string])[] {
  // What refers to itself has no end.
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || depth > deepest) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[value, key] as const, ...placesIn(inner, depth + 1)]);
}
