/** A value that has not the shape its reader expects; the message names the place. */
export class Misfit extends Error {}

/** Reads an unknown value as a T or throws a Misfit that names `path`. */
export type Shape<T> = (value: unknown, path: string) => T;
export type Read<S> = S extends Shape<infer T> ? T : never;

export const text: Shape<string> = (value, path) =>
  typeof value === "string" ? value : misfit(path, "a text");

export const number: Shape<number> = (value, path) =>
  typeof value === "number" ? value : misfit(path, "a number");

export const yesOrNo: Shape<boolean> = (value, path) =>
  typeof value === "boolean" ? value : misfit(path, "true or false");

export const time: Shape<Date> = (value, path) => {
  const read = new Date(text(value, path));
  return Number.isNaN(read.getTime()) ? misfit(path, "a time") : read;
};

export function oneOf<const T extends string>(words: readonly T[]): Shape<T> {
  return (value, path) => words.find(word => word === value) ?? misfit(path, words.join(" or "));
}

export function orNull<T>(shape: Shape<T>): Shape<T | null> {
  return (value, path) => value === null ? null : shape(value, path);
}

/** Also null where the member is left out: writers of other releases do not write it. */
export function ifThere<T>(shape: Shape<T>): Shape<T | null> {
  return (value, path) => value === undefined ? null : orNull(shape)(value, path);
}

export function list<T>(shape: Shape<T>): Shape<T[]> {
  return (value, path) => Array.isArray(value)
    ? value.map((item, index) => shape(item, `${path}[${index}]`))
    : misfit(path, "a list");
}

/** Members that the record does not name are left out: a later writer may add some. */
export function record<S extends Record<string, Shape<unknown>>>(members: S): Shape<{ [Name in keyof S]: Read<S[Name]> }> {
  return (value, path) => {
    if (typeof value !== "object" || value === null) return misfit(path, "an object");
    const read = Object.entries(members).map(([name, shape]) =>
      [name, shape((value as Record<string, unknown>)[name], path ? `${path}.${name}` : name)]);
    return Object.fromEntries(read) as { [Name in keyof S]: Read<S[Name]> };
  };
}

export function misfit(path: string, wanted: string): never {
  throw new Misfit(`${path}: ${wanted}`);
}
