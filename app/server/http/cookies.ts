/** Puts the cookies of sign-in on an answer, and takes them away. Names and flags: `guards/cookie.ts`. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Config } from "../config.ts";
import { cookieFlags, signInCookie } from "../guards/cookie.ts";

type Origin = Pick<Config, "origin">;

/** Signs the browser in: gives it the token of a sign-in record for so many seconds. */
export function giveSignIn(reply: FastifyReply, config: Origin, token: string, seconds: number): void {
  void reply.setCookie(signInCookie(config), token, cookieFlags(config, seconds));
}

/** The token with which the browser is signed in; it may be worth nothing. */
export function readSignIn(request: FastifyRequest, config: Origin): string | undefined {
  return request.cookies[signInCookie(config)];
}

/** Makes the browser forget its token. */
export function takeSignIn(reply: FastifyReply, config: Origin): void {
  void reply.clearCookie(signInCookie(config), cookieFlags(config, 0));
}

const askedCookie = (config: Origin) => `${signInCookie(config)}-asked`;

/** Marks the browser that asked for a mail: the code works in it alone. */
export function giveAsked(reply: FastifyReply, config: Origin, binding: string, seconds: number): void {
  void reply.setCookie(askedCookie(config), binding, cookieFlags(config, seconds));
}

/** The mark of the browser that asked. */
export function readAsked(request: FastifyRequest, config: Origin): string | undefined {
  return request.cookies[askedCookie(config)];
}

/** Takes the mark away, once it has served. */
export function takeAsked(reply: FastifyReply, config: Origin): void {
  void reply.clearCookie(askedCookie(config), cookieFlags(config, 0));
}
