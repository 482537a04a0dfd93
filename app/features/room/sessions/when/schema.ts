/** Sealed: times that calendars can reckon with in every zone, and so can everything that goes on from them. */
import * as z from "zod/mini";
import { Day } from "../../../../values/day.ts";
import { Instant } from "../../../../values/instant.ts";

/** An instant from 2000 up to the end of 2099. */
export const InstantOfOurs = Instant.check(z.gte(Date.UTC(2000, 0, 1)), z.lt(Date.UTC(2100, 0, 1)));
/** A day from 2000 up to the end of 2099. */
export const DayOfOurs = Day.check(z.refine((day) => day >= "2000-01-01" && day < "2100-01-01"));
