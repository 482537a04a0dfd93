/** The mails about beginning anew. They go to every address of the account. */

/** Somebody began anew. */
export function begunMail(name: string, link: string) {
  return {
    subject: "New keys were made for your Oakroom rooms",
    text: `Hello ${name},

somebody, most likely you, signed in to Oakroom with your address, said that all keys are lost, and made new ones.

If it was you, you need to do nothing. Your rooms stay closed to you until the other person has compared the matching words with you.

If it was not you: open this page on a device on which you used Oakroom before, or sign in and have your passphrase or recovery code at hand. Your old keys can take all of it back until the other person of a room has let the new ones in.
${link}

You can also write to the people who run your programme.
`,
  } as const;
}

/** To the other person of a room: without them the room stays shut. */
export function partnerMail(name: string, other: string, link: string) {
  return {
    subject: `${other} has new Oakroom keys`,
    text: `Hello ${name},

somebody, most likely ${other}, said that all keys to your room are lost, and made new ones. Until you have let them in, nothing new can be written there. What is in the room stays yours to read.

Talk to each other another way, not in the room, and compare the twelve matching words. Then you are asked once whether what was written opens for ${other} again.
${link}

Is it not ${other} who answers? Then do not compare, and write to the people who run your programme.
`,
  } as const;
}

/** To the other person of a room, once it was cancelled: what was asked of them is off, and whoever did it may write to them still. */
export function partnerCancelledMail(name: string, other: string) {
  return {
    subject: `${other} has the keys of before again`,
    text: `Hello ${name},

the new Oakroom keys that were made in ${other}'s name were taken back with the old ones. There is nothing to compare any more: your room goes on as it was, and nothing in it was opened.

Perhaps ${other} only found a device again. Perhaps somebody else can read ${other}'s mail: then mails that come from that address may not be ${other}'s. Ask on another channel.
`,
  } as const;
}

/** It was cancelled. */
export function cancelledMail(name: string) {
  return {
    subject: "Your Oakroom keys of before count again",
    text: `Hello ${name},

the new keys that were made in your name were taken back with your old ones. Your rooms open as before, and every other browser was signed out.

If somebody else made the new keys, they can read your mail. Change the password of your mail account.
`,
  } as const;
}
