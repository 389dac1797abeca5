/** A value that handlers read when they run and that renders nothing when it changes. */
export interface Latest<Value> {
  get(): Value;
  set(value: Value): void;
}

export function createLatest<Value>(first: Value): Latest<Value> {
  let value = first;
  return {
    get: () => value,
    set: (next) => {
      value = next;
    },
  };
}
