import { Words } from "./words";

const millisecondsPerDay = 86_400_000;

/** A clock of the device that runs behind that of the server must not make a time negative. */
export function daysBetween(from: Date, to: Date): number {
  return Math.max(0, to.getTime() - from.getTime()) / millisecondsPerDay;
}

/** Whole days on the calendar from today to a date, which is a day without a time; negative when it is past. */
export function daysUntil(date: Date, now: Date): number {
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  return Math.round((date.getTime() - today) / millisecondsPerDay);
}

export function duration(days: number, words: Words): string {
  return days < 1 ? words.text("UnderOneDay") : words.count("Days", Math.floor(days));
}
